package vn.vigil.onvif;

import vn.vigil.net.NetException;

/**
 * What went wrong in a conversation with an ONVIF device, in which step. The detail is technical English for the log file; it
 * may hold words of the device, cut to a sane length, but never a password and never the user info of an address.
 */
public final class OnvifException extends Exception {
    private static final long serialVersionUID = 1L;

    /** The steps of a conversation, in their usual order. */
    public enum Step {
        CLOCK,
        SERVICES,
        DEVICE,
        NTP,
        USERS,
        PROFILES,
        STREAM_URI,
        SNAPSHOT_URI,
        RECORDINGS,
        COVERAGE,
        REPLAY_URI
    }

    /** Why a step failed. */
    public enum Cause {
        /** No connection: refused, no route, unknown name, a TLS key that is not trusted, or an address that the rules forbid. */
        UNREACHABLE,
        /** The step's deadline passed. */
        TIMEOUT,
        /**
         * The device wants a login: none was given, none of its ways is allowed, or the given one was refused. It was tried
         * once and is not tried again.
         */
        LOGIN_REFUSED,
        /** As {@link #LOGIN_REFUSED}, but the device's clock is unknown or implausible, which makes it refuse right logins too. */
        CLOCK_SKEW_SUSPECTED,
        /** As {@link #LOGIN_REFUSED}, and the device says that it locks callers out. */
        LOCKED,
        /** Something answers, but not in SOAP: a login page, a redirect, another service. */
        NOT_ONVIF,
        /** SOAP or HTTP that cannot be understood, or is forbidden (a DTD, too deep, too many elements). */
        PROTOCOL,
        /** The answer is longer than allowed. */
        TOO_LARGE,
        /** The device does not have this service or call. */
        UNSUPPORTED,
        /** The device answered with a SOAP fault of another kind: see {@link OnvifException#faultCode()}. */
        FAULT
    }

    private final Step step;
    private final Cause reason;
    private final String faultCode;
    private final String faultText;
    private final boolean loginSpent;

    private OnvifException(
            Step step, Cause reason, String detail, String faultCode, String faultText, boolean loginSpent) {
        super(step + " " + reason + ": " + detail);
        this.step = step;
        this.reason = reason;
        this.faultCode = faultCode;
        this.faultText = faultText;
        this.loginSpent = loginSpent;
    }

    static OnvifException of(Step step, Cause reason, String detail) {
        return new OnvifException(step, reason, detail, "", "", false);
    }

    static OnvifException fault(Step step, Soap.Fault fault) {
        Cause reason = fault.unsupported() ? Cause.UNSUPPORTED : Cause.FAULT;
        return new OnvifException(
                step, reason, "fault " + fault.code() + " " + fault.text(), fault.code(), fault.text(), false);
    }

    static OnvifException refused(Step step, Cause reason, String detail) {
        return new OnvifException(step, reason, detail, "", "", true);
    }

    static OnvifException network(Step step, NetException e) {
        Cause reason =
                switch (e.cause()) {
                    case TIMEOUT -> Cause.TIMEOUT;
                    case TOO_LARGE -> Cause.TOO_LARGE;
                    case PROTOCOL -> step == Step.CLOCK ? Cause.NOT_ONVIF : Cause.PROTOCOL;
                    case BAD_URL -> Cause.PROTOCOL;
                    default -> Cause.UNREACHABLE;
                };
        OnvifException made = of(step, reason, e.getMessage());
        made.initCause(e);
        return made;
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

    /** The innermost fault code without prefix ({@code NotAuthorized}, {@code ActionNotSupported}), or empty without a fault. */
    public String faultCode() {
        return faultCode;
    }

    /** The device's own words about its fault, at most 256 characters, not neutralised; or empty. */
    public String faultText() {
        return faultText;
    }

    /**
     * True when a login was offered and refused. Whoever asks must stop using this credential until a person changes it:
     * devices count refused logins and lock callers out.
     */
    public boolean loginRefused() {
        return loginSpent;
    }
}
