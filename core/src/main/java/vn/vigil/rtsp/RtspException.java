package vn.vigil.rtsp;

import java.io.IOException;
import vn.vigil.net.NetException;

/** A conversation with a camera that could not go on. The message never holds a password, key or user info. */
public final class RtspException extends IOException {
    private static final long serialVersionUID = 1L;

    /** How far the conversation came. */
    public enum Step {
        TCP,
        OPTIONS,
        DESCRIBE,
        SETUP,
        PLAY,
        STREAM
    }

    /** What went wrong, for callers to judge by. */
    public enum Cause {
        UNRESOLVED,
        UNREACHABLE,
        CONNECTION_REFUSED,
        TIMEOUT,
        FORBIDDEN_ADDRESS,
        TLS,
        PIN_CHANGED,
        /** The connection was closed or lost. */
        CLOSED,
        /** What came is not RTSP, or beyond its limits. */
        PROTOCOL,
        /** A login is asked for; none was given, or none of the ways offered is understood and allowed. */
        LOGIN_NEEDED,
        /** The login was offered once and refused; it must not be offered again. */
        LOGIN_REFUSED,
        /** 404: no such stream. */
        NOT_FOUND,
        /** 453, 503 and the like: the device's sessions or bandwidth are taken. */
        BUSY,
        /** 454: the device has forgotten the session. */
        SESSION_GONE,
        /** 551: the device does not speak ONVIF replay. */
        REPLAY_UNSUPPORTED,
        /** 461, or no transport that both sides know. */
        TRANSPORT,
        /** 3xx: redirects are refused. */
        REDIRECT,
        /** 457: nothing is recorded in the range asked for. */
        RANGE,
        /** The description names no track that vigil can receive. */
        NO_TRACK,
        /** Any other status of 400 and more. */
        REJECTED
    }

    private final Cause cause;
    private final Step step;
    private final int status;

    public RtspException(Cause cause, Step step, String message) {
        this(cause, step, 0, message);
    }

    /** @param status the reply's status code, 0 when there was none */
    public RtspException(Cause cause, Step step, int status, String message) {
        super(step + ": " + message);
        this.cause = cause;
        this.step = step;
        this.status = status;
    }

    /** A connection's failure, seen from this step. */
    RtspException(Step step, NetException e) {
        super(step + ": " + e.getMessage(), e);
        this.step = step;
        this.status = 0;
        this.cause = switch (e.cause()) {
            case UNRESOLVED -> Cause.UNRESOLVED;
            case UNREACHABLE -> Cause.UNREACHABLE;
            case CONNECTION_REFUSED -> Cause.CONNECTION_REFUSED;
            case TIMEOUT -> Cause.TIMEOUT;
            case FORBIDDEN_ADDRESS -> Cause.FORBIDDEN_ADDRESS;
            case TLS -> Cause.TLS;
            case PIN_CHANGED -> Cause.PIN_CHANGED;
            case CLOSED -> Cause.CLOSED;
            case TOO_LARGE, PROTOCOL, BAD_URL -> Cause.PROTOCOL;
        };
    }

    public Cause cause() {
        return cause;
    }

    public Step step() {
        return step;
    }

    /** The reply's status code, 0 when there was none. */
    public int status() {
        return status;
    }
}
