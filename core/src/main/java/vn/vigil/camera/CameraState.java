package vn.vigil.camera;

import java.util.Locale;
import vn.vigil.base.Severity;

/** What a check saw of a camera as a whole. */
public enum CameraState {
    UP(Severity.OK),
    /** A picture arrives, but something is wrong with it, its clock or its transport. */
    DEGRADED(Severity.WARNING),
    DOWN(Severity.CRITICAL),
    /** Nothing can be said: busy, or the run ended before its turn. Never counted as up. */
    NOT_CHECKED(Severity.UNKNOWN);

    private final Severity severity;

    CameraState(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }

    /** {@code "not-checked"}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
