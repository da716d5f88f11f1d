package vn.vigil.seal;

import vn.vigil.base.Message;

/** A timestamp was not had. The caller decides whether to go on without one. */
public final class TimestampException extends Exception {
    private static final long serialVersionUID = 1L;

    private final TimestampFault fault;
    private final transient Message reason;

    TimestampException(TimestampFault fault, Message reason, Throwable cause) {
        super(fault.name(), cause);
        this.fault = fault;
        this.reason = reason;
    }

    public TimestampFault fault() {
        return fault;
    }

    /** The fault as a sentence. */
    public Message reason() {
        return reason;
    }
}
