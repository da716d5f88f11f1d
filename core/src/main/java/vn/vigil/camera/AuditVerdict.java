package vn.vigil.camera;

import java.util.Locale;
import vn.vigil.base.Severity;

/**
 * What an audit thinks of one point, from best to worst; of several the worst counts. Unknown is never a pass, but what was
 * found weak outweighs it. The words of the machine form; never translated.
 */
public enum AuditVerdict {
    OK(Severity.OK),
    /** Nobody could say. */
    UNKNOWN(Severity.UNKNOWN),
    /** Should be better, or may be affected. */
    WEAK(Severity.WARNING),
    /** An open door. */
    BAD(Severity.CRITICAL);

    private final Severity severity;

    AuditVerdict(Severity severity) {
        this.severity = severity;
    }

    /** {@code "weak"}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How a check verb tells it. */
    public Severity severity() {
        return severity;
    }

    AuditVerdict worst(AuditVerdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
