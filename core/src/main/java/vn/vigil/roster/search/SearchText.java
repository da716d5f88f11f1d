package vn.vigil.roster.search;

import vn.vigil.base.MessageKey;

/** Sentences of the engine. */
enum SearchText implements MessageKey {
    SEARCHING,
    CANNOT_READ,
    NO_FILE,
    UNREADABLE,
    FILE_TOO_LARGE,
    NOT_UTF8,
    LINE_FAULT,
    MORE_FAULTS,
    UNKNOWN_SECTION,
    MISSING_SECTION,
    OUTSIDE_SECTION,
    FIELD_COUNT,
    NOT_NUMBER,
    BAD_ID,
    TWICE,
    TOO_MANY,
    TOO_MANY_CELLS,
    UNKNOWN_SHIFT,
    UNKNOWN_STAFF,
    CANNOT_LOAD,
    NATIVES_BROKEN,
    WITHOUT_PROOF,
    PROVING,
    CANNOT_WRITE,
    NO_TARGET,
    OTHER_FILE,
    OTHER_FILE_NEXT,
    UNWRITABLE,
    NO_ROSTER,
    NO_ROW,
    ROW_NOT_FOUND,
    BECAUSE,
    WOULD_HELP;

    @Override
    public String catalogue() {
        return "roster-search";
    }
}
