package vn.vigil.incident;

import vn.vigil.base.MessageKey;

/** Words of papers about incidents. */
enum CaseText implements MessageKey {
    TEAM_UPPER,
    INTERNAL,
    ABOUT,
    MASKED,
    AS_ABOVE,
    KEPT,
    FAULT,
    HELD,
    TODO,
    TODO_UNTIL,
    NOT_YET,
    WITHDRAWN,
    CORRECTED,
    TASK_OPEN,
    TASK_DONE,
    TASK_DROPPED,
    EXTRACT,
    CHECK_GOOD,
    CHECK_BAD,
    WATCH,
    WATCH_NOT_IN,
    STILL_OPEN,
    CLOSED,
    REASON,
    SIGN_HERE,
    SITE_UNNAMED,
    UNSIGNED,
    WITHOUT_CAMERA,
    ENTRY_AT,
    ENTRY_WORDS,
    ENTRY_WITHDRAWN,
    YES,
    NO;

    @Override
    public String catalogue() {
        return "incident-paper";
    }
}
