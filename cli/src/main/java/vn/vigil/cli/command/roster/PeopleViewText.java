package vn.vigil.cli.command.roster;

import vn.vigil.base.MessageKey;

/** Headings and sentences about absences, delegations, outside bodies, PINs and imports. */
enum PeopleViewText implements MessageKey {
    TWO_ENDS,
    BAD_HOURS,
    LIKE_HOURS,
    ENROLLED,
    WOULD_ENROL,
    ENROLLED_ALREADY,
    IMPORTED,
    WOULD_IMPORT,
    IMPORT_WHAT,
    ASK_PIN,
    ASK_PIN_AGAIN,
    ASK_OLD_PIN,
    ASK_OWN_PIN,
    PINS_DIFFER,
    PIN_SET,
    WOULD_SET_PIN,
    RESET_ASKED,
    WOULD_ASK_RESET,
    RESET_ASKED_ALREADY,
    PIN_RESET,
    WOULD_RESET_PIN,
    ABSENCE,
    PERSON,
    KIND,
    FROM,
    TO,
    UNTIL,
    REASON,
    ABSENCE_SAVED,
    WOULD_SAVE_ABSENCE,
    ABSENCE_UNCHANGED,
    KIND_LEAVE,
    KIND_SICK,
    KIND_MISSION,
    KIND_STUDY,
    KIND_OTHER,
    KIND_GUARD,
    KIND_POLICE,
    KIND_FIRE,
    KIND_MEDICAL,
    KIND_STAFF,
    DELEGATION,
    OFFICE,
    FROM_PERSON,
    TO_PERSON,
    SCOPE,
    BASIS,
    DELEGATION_SAVED,
    WOULD_SAVE_DELEGATION,
    DELEGATION_UNCHANGED,
    ID,
    NAME,
    PHONE,
    BODY_SAVED,
    WOULD_SAVE_BODY,
    BODY_UNCHANGED;

    @Override
    public String catalogue() {
        return "cli-people";
    }
}
