package vn.vigil.vendor.hikvision;

import vn.vigil.net.NetException;
import vn.vigil.xml.Xml;

/**
 * What went wrong in a conversation by ISAPI. The message is technical English for the log file; it may hold words of the
 * device, cut to a sane length, but never a password and never the user info of an address.
 */
public final class HikvisionException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why a question failed. */
    public enum Cause {
        /** No connection: refused, no route, unknown name, a TLS key that is not trusted, or an address that the rules forbid. */
        UNREACHABLE,
        /** The deadline passed. */
        TIMEOUT,
        /** A login is asked for; none was given, or none of the ways offered is known and allowed. Nothing was offered. */
        LOGIN_NEEDED,
        /** The login was offered once and refused. It is not offered again. */
        LOGIN_REFUSED,
        /** The login is good, but its account may not do this. */
        DENIED,
        /** Something answers, but not in ISAPI: a login page, a redirect, another service. */
        NOT_ISAPI,
        /** The device does not know this question. */
        UNSUPPORTED,
        /** The device is busy, or has a download or playback running already; a later try may do. */
        BUSY,
        /** The device answered with a fault of another kind: see {@link HikvisionException#faultText()}. */
        FAULT,
        /** An answer that cannot be understood, is forbidden (a DTD, too deep), or contradicts itself. */
        PROTOCOL,
        /** The answer is longer than allowed. */
        TOO_LARGE,
        /** What the device means by its times is not known yet: {@link HikvisionDevice#findTimeFamily} comes first. */
        TIMES_UNKNOWN
    }

    private static final int MOST_TEXT = 256;

    private final Cause reason;
    private final String faultText;

    private HikvisionException(Cause reason, String detail, String faultText) {
        super(reason + ": " + detail);
        this.reason = reason;
        this.faultText = faultText;
    }

    static HikvisionException of(Cause reason, String detail) {
        return new HikvisionException(reason, detail, "");
    }

    /** @param words the device's own */
    static HikvisionException fault(Cause reason, int status, String words) {
        String text = Xml.cut(words, MOST_TEXT);
        return new HikvisionException(reason, "HTTP " + status + ", " + text, text);
    }

    /** @param known whether the device has spoken ISAPI before */
    static HikvisionException network(NetException e, boolean known) {
        Cause reason =
                switch (e.cause()) {
                    case TIMEOUT -> Cause.TIMEOUT;
                    case TOO_LARGE -> Cause.TOO_LARGE;
                    case PROTOCOL -> known ? Cause.PROTOCOL : Cause.NOT_ISAPI;
                    case BAD_URL -> Cause.PROTOCOL;
                    default -> Cause.UNREACHABLE;
                };
        HikvisionException made = of(reason, e.getMessage());
        made.initCause(e);
        return made;
    }

    public Cause reason() {
        return reason;
    }

    /** What the connection failed of (a changed TLS key, say), or null when it did not fail. */
    public NetException.Cause network() {
        return getCause() instanceof NetException e ? e.cause() : null;
    }

    /** The device's own words about its fault, at most 256 characters, not neutralised; or empty. */
    public String faultText() {
        return faultText;
    }

    /**
     * True when a login was offered and refused. Whoever asks must stop using this credential until a person changes it: devices
     * count refused logins and lock callers out.
     */
    public boolean loginRefused() {
        return reason == Cause.LOGIN_REFUSED;
    }
}
