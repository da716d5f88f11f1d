package vn.vigil.net;

import java.io.IOException;

/** A connection that could not be made or kept. The message names hosts and ports, never a password, key or user info. */
public final class NetException extends IOException {
    private static final long serialVersionUID = 1L;

    /** What went wrong, for callers to judge by. */
    public enum Cause {
        /** The host's name has no address. */
        UNRESOLVED,
        /** No way to the address. */
        UNREACHABLE,
        /** The host answered that nothing listens on the port. */
        CONNECTION_REFUSED,
        /** The deadline passed. */
        TIMEOUT,
        /** The address rules forbid this host or address. */
        FORBIDDEN_ADDRESS,
        /** The other side sent more than was allowed. */
        TOO_LARGE,
        /** The other side does not speak the protocol. */
        PROTOCOL,
        /** TLS could not be agreed on, or the certificate was not trusted. */
        TLS,
        /** The TLS key is another than the pinned one; nothing was sent. */
        PIN_CHANGED,
        /** The other side closed the connection, or it was reset. */
        CLOSED,
        /** An address that is malformed, or of a scheme that is not allowed here. */
        BAD_URL
    }

    private final Cause cause;

    public NetException(Cause cause, String message) {
        super(message);
        this.cause = cause;
    }

    public NetException(Cause cause, String message, Throwable origin) {
        super(message, origin);
        this.cause = cause;
    }

    public Cause cause() {
        return cause;
    }
}
