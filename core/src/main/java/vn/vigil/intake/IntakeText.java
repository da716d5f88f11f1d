package vn.vigil.intake;

import vn.vigil.base.MessageKey;

/** What this package says. */
enum IntakeText implements MessageKey {
    NOT_IMPORTED,
    FAULT,
    MORE_FAULTS,
    FAULTS_NEXT,
    CONFLICTS_NEXT,
    NO_SHEET,
    UNKNOWN_SHEET,
    UNKNOWN_SHEET_NEAR,
    SHEET_TWICE,
    NO_HEADER,
    UNKNOWN_COLUMN,
    UNKNOWN_COLUMN_NEAR,
    COLUMN_TWICE,
    UNKNOWN_OFFICE,
    UNKNOWN_OFFICE_NEAR,
    BAD_CAMERA_ID,
    MISSING,
    TWICE,
    ID_MADE,
    PHONE_REPAIRED,
    TEMPLATE_THERE,
    TEMPLATE_NEXT,
    TEMPLATE_UNWRITABLE,
    EXAMPLE,
    EXAMPLE_NAME,
    EXAMPLE_PHONE,
    EXAMPLE_CAMERA,
    EXAMPLE_POST,
    EXAMPLE_SHIFT,
    GUIDE_TITLE,
    GUIDE_1,
    GUIDE_2,
    GUIDE_3,
    GUIDE_4,
    GUIDE_5,
    NOTE_REQUIRED,
    NOTE_PHONE,
    NOTE_OFFICES,
    NOTE_PERSON_ID,
    NOTE_DAY,
    NOTE_ID,
    NOTE_URL,
    NOTE_PASSWORD,
    NOTE_YES,
    NOTE_POST,
    NOTE_TIME,
    NOTE_NEXT_DAY,
    NOTE_DAYS,
    NOTE_PERSON;

    @Override
    public String catalogue() {
        return "intake";
    }
}
