/**
 * Public holidays as the site keeps them: its own decisions laid over the law and over those that are shipped.
 * {@link vn.vigil.roster.holiday.Holidays} is the door.
 */
package vn.vigil.roster.holiday;
