package vn.vigil.cli.command.alert;

import vn.vigil.base.MessageKey;

/** Headings and sentences of the alert verbs. */
enum AlertViewText implements MessageKey {
    ID,
    STATE,
    SEVERITY,
    WHAT,
    SINCE,
    OPENED_AT,
    LEVEL,
    LEVEL_1,
    LEVEL_2,
    LEVEL_3,
    ANSWER,
    ANSWER_UNTIL,
    NOTE,
    CLOSED_AT,
    CLOSED_BY,
    ITSELF,
    REASON,
    MERGED,
    CAMERAS,
    ESSENTIAL,
    RECOVERED,
    TOLD,
    SITE,
    STATE_OPEN,
    STATE_ACKED,
    STATE_CLOSED,
    SEVERITY_WARNING,
    SEVERITY_CRITICAL,
    LIST_EMPTY,
    ACKED,
    WOULD_ACK,
    ACK_UNCHANGED,
    CLOSED,
    WOULD_CLOSE,
    CLOSE_UNCHANGED,
    SENT,
    WOULD_SEND,
    SENT_JUST_NOW,
    NO_CHANNEL,
    DELIVERED,
    NOT_DELIVERED,
    WAITS,
    BAD_STATE_CHOICE;

    @Override
    public String catalogue() {
        return "cli-alert";
    }
}
