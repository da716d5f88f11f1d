package vn.vigil.vendor.dahua;

import vn.vigil.net.NetException;

/**
 * What went wrong in a conversation with a Dahua device, in which step. The detail is technical English for the log file; it
 * may hold words of the device, cut to a sane length, but never a password.
 */
public final class DahuaException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int MAX_TEXT = 256;

    /** What was being asked. */
    public enum Step {
        DEVICE,
        ZONE,
        CLOCK,
        NTP,
        STORAGE,
        USERS,
        CHANNELS,
        EVENTS,
        SEARCH,
        DOWNLOAD
    }

    /** Why a step failed. */
    public enum Cause {
        /** No connection: refused, no route, unknown name, a TLS key that is not trusted, or an address that the rules forbid. */
        UNREACHABLE,
        /** The deadline passed. */
        TIMEOUT,
        /**
         * The login was offered once and refused, and is not offered again; or it was accepted and may not do this (HTTP 403:
         * {@link DahuaException#loginRefused()} is false then).
         */
        LOGIN_REFUSED,
        /** A login is asked for: none was given, or none of the device's ways is allowed. */
        LOGIN_NEEDED,
        /** Something answers, but not as a Dahua device does: another page, a redirect, no CGI. */
        NOT_DAHUA,
        /** The device does not have this call, or tells a thing in a way that is not known. */
        UNSUPPORTED,
        /** All its sessions are taken. */
        BUSY,
        /** The device answered {@code Error}, with HTTP 400 or without: see {@link DahuaException#faultText()}. */
        FAULT,
        /** An answer that cannot be understood. */
        PROTOCOL,
        /** An answer, a list or a file is longer than allowed. */
        TOO_LARGE
    }

    private final Step step;
    private final Cause reason;
    private final String faultText;
    private final boolean loginSpent;

    private DahuaException(Step step, Cause reason, String detail, String faultText, boolean loginSpent) {
        super(step + " " + reason + ": " + detail);
        this.step = step;
        this.reason = reason;
        this.faultText = faultText;
        this.loginSpent = loginSpent;
    }

    static DahuaException of(Step step, Cause reason, String detail) {
        return new DahuaException(step, reason, detail, "", false);
    }

    /** @param words the device's own, cut here */
    static DahuaException said(Step step, Cause reason, int status, String words) {
        String text = cut(words);
        return new DahuaException(step, reason, "HTTP " + status + " " + text, text, false);
    }

    static DahuaException refused(Step step, String words) {
        String text = cut(words);
        return new DahuaException(step, Cause.LOGIN_REFUSED, "the login was refused " + text, text, true);
    }

    static DahuaException network(Step step, NetException e) {
        Cause reason =
                switch (e.cause()) {
                    case TIMEOUT -> Cause.TIMEOUT;
                    case TOO_LARGE -> Cause.TOO_LARGE;
                    case PROTOCOL, BAD_URL -> Cause.PROTOCOL;
                    default -> Cause.UNREACHABLE;
                };
        DahuaException made = of(step, reason, e.getMessage());
        made.initCause(e);
        return made;
    }

    private static String cut(String words) {
        String line = words.strip().replaceAll("\\s+", " ");
        return line.length() > MAX_TEXT ? line.substring(0, MAX_TEXT) : line;
    }

    /** What the connection failed of (a changed TLS key, say), or null when it did not fail. */
    public NetException.Cause network() {
        return getCause() instanceof NetException e ? e.cause() : null;
    }

    public Step step() {
        return step;
    }

    public Cause reason() {
        return reason;
    }

    /** The device's own words about its fault, at most 256 characters, not neutralised; or empty. */
    public String faultText() {
        return faultText;
    }

    /**
     * True when a login was offered and refused. Whoever asks must stop using this credential until a person changes it:
     * these devices count down and lock callers out (home-assistant/core#147404).
     */
    public boolean loginRefused() {
        return loginSpent;
    }
}
