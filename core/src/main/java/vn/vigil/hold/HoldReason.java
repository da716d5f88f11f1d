package vn.vigil.hold;

import vn.vigil.base.MessageKey;

/** Why something of a hold is not on our disk. {@link #id()} is the word of the machine form. */
public enum HoldReason implements MessageKey {
    /** It has not been tried yet, or the patience of whoever asked was over. */
    NOT_TRIED,
    /** The span is not over yet. */
    NOT_OVER,
    /** The recorder does not answer. */
    UNREACHABLE,
    /** It serves somebody else. */
    BUSY,
    /** It refused the login. */
    REFUSED,
    /** It broke off, or answered with a fault. */
    FAILED,
    /** This machine could not keep it: the disk is full, or cannot be written. */
    NO_ROOM,
    /** The recorder has deleted or overwritten it. */
    RETENTION,
    /** The recorder never recorded it. */
    NOT_RECORDED,
    /** Our copy is damaged, changed or gone. */
    CHANGED;

    /** Whether trying again may help. */
    boolean passing() {
        return this != RETENTION && this != NOT_RECORDED && this != CHANGED;
    }

    static HoldReason of(String word) {
        for (HoldReason why : values()) {
            if (why.id().equals(word)) {
                return why;
            }
        }
        return null;
    }

    @Override
    public String catalogue() {
        return "hold-reason";
    }
}
