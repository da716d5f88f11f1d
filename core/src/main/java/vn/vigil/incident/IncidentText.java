package vn.vigil.incident;

import vn.vigil.base.MessageKey;

/** Sentences of incidents. */
enum IncidentText implements MessageKey {
    FAULTS,
    NOT_CORRECTED,
    NO_TITLE,
    IN_FUTURE,
    UNTIL_BEFORE,
    DETECTED_BEFORE,
    DETECTED_IN_FUTURE,
    NOT_FOUND,
    NEXT_LIST,
    NEXT_SHOW,
    KINDS_NOT_UTF8,
    KINDS_UNREADABLE,
    KINDS_FAULTS,
    KINDS_LINE,
    NO_SUCH_KIND,
    KINDS_ARE,
    NEXT_KIND,
    TOO_LONG,
    EMPTY,
    NO_EVENT,
    NO_CAMERA,
    PROOF_DEMANDED,
    NEXT_PROOF,
    IS_CLOSED,
    NEXT_REOPEN,
    EVENT_IN_FUTURE,
    EVENT_BEFORE,
    NOBODY_SENT,
    NEXT_DISPATCH,
    ARRIVED_BEFORE,
    HOW_TOLD,
    ITSELF,
    DUE_OVER,
    TASK_THERE,
    NO_TASK,
    TASK_ENDED,
    CLOSED_OTHERWISE,
    NOT_READY,
    NOT_TOLD,
    TASK_OPEN,
    NEXT_TELL,
    NEXT_ANYWAY,
    NO_CORRECTION_OF_CORRECTION,
    NO_HOLDER,
    NO_CHANNEL,
    NEXT_BY_PHONE,
    LETTER_RESTRICTED,
    LETTER_SUBJECT,
    LETTER_WHEN,
    LETTER_PLACE,
    LETTER_NOTE,
    LETTER_MORE,
    OPENING_CHANGED,
    ENTRY_MISSING,
    ENTRY_UNKNOWN,
    ENTRY_CHANGED;

    @Override
    public String catalogue() {
        return "incident";
    }
}
