/**
 * Days: the Vietnamese lunar calendar, public holidays, working days, quarters, and the iCalendar writer. Everything here is
 * pure: no clock, no zone but those handed in, no store. All types are immutable and safe for several threads.
 */
package vn.vigil.calendar;
