package vn.vigil.meeting;

import vn.vigil.base.MessageKey;

/** How it stands with a meeting that is due, where the meeting itself does not say. */
public enum DueState implements MessageKey {
    /** Before the day from which the site's duties are tracked. */
    NOT_TRACKED,
    /** To come; not planned yet. */
    DUE,
    /** Put off to a later day. */
    POSTPONED,
    OVERDUE;

    @Override
    public String catalogue() {
        return "meeting-due";
    }
}
