package vn.vigil.roster.holiday;

import vn.vigil.base.MessageKey;

/** Sentences about the site's decisions on holidays. */
enum HolidayText implements MessageKey {
    FIELD_FAULT,
    LINE_FAULT,
    MISSING,
    BAD_TEXT,
    BAD_DATE,
    BAD_YEAR,
    BAD_KIND,
    BAD_KIND_NEAR,
    WORKED_ANYWAY,
    FREE_ANYWAY,
    CANNOT_ADD,
    CANNOT_REMOVE,
    DIFFERENT_DAY,
    DIFFERENT_REASON,
    DIFFERENCE,
    REMOVE_NEXT,
    NOT_DECIDED,
    NOT_THE_SITES,
    LAY_OVER_NEXT,
    LIST_NEXT,
    CANNOT_IMPORT,
    NO_FILE,
    NOT_READ,
    NOT_UTF8,
    TOO_LARGE,
    EMPTY,
    OPEN_QUOTE,
    UNKNOWN_COLUMN,
    UNKNOWN_COLUMN_NEAR,
    COLUMN_TWICE,
    TOO_MANY_FIELDS,
    TWICE,
    MORE_FAULTS,
    IMPORT_NEXT;

    @Override
    public String catalogue() {
        return "holiday";
    }
}
