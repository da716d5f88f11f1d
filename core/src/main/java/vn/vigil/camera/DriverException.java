package vn.vigil.camera;

import vn.vigil.base.Message;

/** A question that a driver asked and that was not answered as it should be. The detail is technical English for the log file. */
final class DriverException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why. */
    enum Reason {
        /** No connection, or no answer in time. */
        UNREACHABLE,
        /** The login was refused, or one is needed and none could be offered. It is not tried again. */
        REFUSED,
        /** As {@link #REFUSED}, but the device's clock is such that it refuses right logins too. */
        CLOCK_SUSPECTED,
        /** As {@link #REFUSED}, and it says that it has locked callers out. */
        LOCKED,
        /** Its TLS key is another than the pinned one; nothing was sent. */
        KEY_CHANGED,
        /** Something answers, but no device of this kind. */
        STRANGER,
        /** The device, or this driver, does not know the question. */
        UNSUPPORTED,
        /** It works for somebody else now. */
        BUSY,
        /** It answered with a fault of its own. */
        FAULT
    }

    private final Reason reason;
    private final String told;
    private final boolean loginSpent;
    private final transient Message why;

    /**
     * @param told the device's own words, cut to a sane length; empty when it used none
     * @param loginSpent whether a login was really offered
     */
    DriverException(Reason reason, String told, boolean loginSpent, Throwable cause) {
        this(reason, told, loginSpent, null, cause);
    }

    /** @param why the sentence for people where the reason's usual one says too little; or null */
    DriverException(Reason reason, String told, boolean loginSpent, Message why, Throwable cause) {
        super(reason + (told.isEmpty() ? "" : ": " + told), cause);
        this.reason = reason;
        this.told = told;
        this.loginSpent = loginSpent;
        this.why = why;
    }

    DriverException(Reason reason, String told) {
        this(reason, told, false, null);
    }

    Reason reason() {
        return reason;
    }

    String told() {
        return told;
    }

    /** A sentence that says more than the reason's usual one, or null. */
    Message why() {
        return why;
    }

    /** Whether a login was offered and refused: it must not be offered again until a person changes something. */
    boolean loginRefused() {
        return loginSpent && (reason == Reason.REFUSED || reason == Reason.CLOCK_SUSPECTED || reason == Reason.LOCKED);
    }
}
