package vn.vigil.cli.command.roster;

import vn.vigil.base.MessageKey;

/** Headings and sentences of {@code roster holiday}. */
enum HolidayText implements MessageKey {
    DATE,
    WEEKDAY,
    NAME,
    CLASS,
    SOURCE,
    ASSUMED,
    LUNAR_YEAR,
    LUNAR_MONTH,
    LEAP,
    FIRST_DAY,
    LENGTH,
    LUNAR_DATE,
    LUNAR_DAY,
    YES,
    NO,
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    THURSDAY,
    FRIDAY,
    SATURDAY,
    SUNDAY,
    KIND,
    BASIS,
    NOT_DECIDED,
    PROPOSED,
    ADDED,
    WOULD_ADD,
    REMOVED,
    WOULD_REMOVE,
    UNCHANGED,
    IMPORTED,
    WOULD_IMPORT,
    FIELD_FAULT;

    @Override
    public String catalogue() {
        return "cli-roster-holiday";
    }
}
