package vn.vigil.camera.alert;

import vn.vigil.base.MessageKey;

/** The sentences of alerts, and the letters about them. */
enum AlertText implements MessageKey {
    // Subjects: what, and how it is.
    SUBJECT_OPENED,
    SUBJECT_WORSENED,
    SUBJECT_GREW,
    SUBJECT_REPEATED,
    SUBJECT_ESCALATED,
    SUBJECT_RECOVERED,
    SUBJECT_NOT_RUN,
    SUBJECT_RESENT,
    SUBJECT_TEST,
    WHAT_CAMERA,
    WHAT_UPLINK,
    WHAT_HOST,
    WHAT_NETWORK,
    WHAT_MAIL_STUCK,
    WHAT_NOT_RUN,
    STATE_DOWN,
    STATE_DEGRADED,

    // Lines of a letter.
    LINE_ALERT,
    LINE_STATE,
    LINE_SINCE,
    LINE_FINDINGS,
    ESSENTIAL_ONE,
    ESSENTIAL_SOME,
    LIST_HEADING,
    LIST_CAMERA,
    LIST_ESSENTIAL,
    LIST_MORE,
    WHY_WORSENED,
    WHY_GREW,
    WHY_REPEATED,
    WHY_ESCALATED,
    WHY_RESENT,
    LEVEL_2,
    LEVEL_3,
    RECOVERED_ONE,
    RECOVERED_ALL,
    CLOSED_BY,
    GOES_ON_AS,
    NOT_RUN,
    NOT_RUN_NEXT,
    TEST,
    TEST_NOTHING_WRONG,
    NEXT_HEADING,
    NEXT_DOCTOR,
    NEXT_UPLINK,
    NEXT_HOST,
    NEXT_NETWORK,
    NEXT_ACK,

    // Refusals.
    UNKNOWN_ALERT,
    LIST_NEXT,
    IS_CLOSED,
    IS_CLOSED_WHY,
    SHOW_NEXT,
    ACKED_BY_OTHER,
    ACKED_BY_OTHER_WHY,
    REPLACE_NEXT,
    NOT_BY_MESSAGE,
    NOT_BY_MESSAGE_WHY,
    CLOSED_OTHERWISE,
    CLOSED_OTHERWISE_WHY,
    NO_REASON,
    LONG_TEXT,
    NOBODY_TO_TELL,
    OFFICE_NEXT;

    @Override
    public String catalogue() {
        return "alert";
    }
}
