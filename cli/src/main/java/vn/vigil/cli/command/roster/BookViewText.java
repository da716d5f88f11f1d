package vn.vigil.cli.command.roster;

import vn.vigil.base.MessageKey;

/** Sentences of the verbs about the roster's book. */
enum BookViewText implements MessageKey {
    ENTERED,
    WOULD_ENTER,
    CHANGED,
    WOULD_CHANGE,
    UNCHANGED,
    IMPORTED,
    WOULD_IMPORT,
    NONE,
    NO_SUCH_ZONE,
    NO_PATTERN,
    DID_YOU_MEAN,
    REMOVED,
    WOULD_REMOVE,
    WITHDRAWN,
    WOULD_WITHDRAW,
    GONE_ALREADY,
    NOT_WRITTEN,
    SET_UP,
    WOULD_SET_UP,
    SET_UP_ALREADY,
    RULES_IN_FORCE,
    LEADS_NEXT;

    @Override
    public String catalogue() {
        return "cli-book";
    }
}
