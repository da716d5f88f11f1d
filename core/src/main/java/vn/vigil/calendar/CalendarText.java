package vn.vigil.calendar;

import vn.vigil.base.MessageKey;

/** Sentences of the calendar. */
enum CalendarText implements MessageKey {
    YEAR_OUTSIDE,
    YEAR_OUTSIDE_WHY,
    BAD_QUARTER,
    BAD_QUARTER_WHY,
    NAME_NEW_YEAR,
    NAME_TET,
    NAME_HUNG_KINGS,
    NAME_REUNIFICATION,
    NAME_LABOUR,
    NAME_NATIONAL_DAY,
    NAME_IN_LIEU,
    NAME_OWN;

    @Override
    public String catalogue() {
        return "calendar";
    }
}
