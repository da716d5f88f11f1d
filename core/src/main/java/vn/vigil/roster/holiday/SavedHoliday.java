package vn.vigil.roster.holiday;

import vn.vigil.calendar.DecidedDay;

/**
 * What became of a change to a day.
 *
 * @param day the decision that was added or removed
 * @param unchanged whether it was so already
 */
public record SavedHoliday(DecidedDay day, boolean unchanged) {}
