package vn.vigil.register;

import vn.vigil.base.MessageKey;

/** What this package says. */
enum RegisterText implements MessageKey {
    CANNOT_ENTER,
    CANNOT_CORRECT,
    FIELD_FAULT,
    MISSING,
    BAD_TEXT,
    BAD_KEY,
    BAD_COPIES,
    BAD_YEAR,
    OTHER_YEAR,
    BAD_NUMBER,
    NUMBER_IS_OWN,
    NUMBER_STAYS,
    NO_REASON,
    DIFFERENT_ENTRY,
    DIFFERENCE,
    NOTHING,
    CORRECT_NEXT,
    NUMBER_TAKEN,
    NUMBER_TAKEN_WHY,
    NO_ENTRY,
    NEAREST,
    SERIES_FULL,
    CANNOT_SCAN,
    NO_FILE,
    NOT_A_FILE,
    EMPTY_FILE,
    TOO_LARGE,
    NOT_A_SCAN,
    UNREADABLE,
    UNWRITABLE,
    SIGNED_LATER,
    DIFFERENT_SCAN,
    SCAN_CHANGED,
    SCAN_GONE,
    CANNOT_KEEP;

    @Override
    public String catalogue() {
        return "register";
    }
}
