package vn.vigil.camera;

import java.util.List;
import java.util.Locale;

/**
 * What an audit found of one camera.
 *
 * @param findings one a point or more, in the order of the points
 * @param pinning what became of its TLS key; null when nobody asked for pinning
 */
public record AuditReport(Camera camera, List<AuditFinding> findings, Pinning pinning) {
    public AuditReport {
        findings = List.copyOf(findings);
    }

    /** What became of a key that was to be pinned. The words of the machine form; never translated. */
    public enum Pinning {
        PINNED,
        REPLACED,
        UNCHANGED,
        /** Another one is pinned, and nobody said that it may be replaced. */
        CONFLICT,
        /** It showed none. */
        NO_KEY;

        /** {@code "no-key"}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The worst of its findings. */
    public AuditVerdict verdict() {
        AuditVerdict worst = AuditVerdict.OK;
        for (AuditFinding finding : findings) {
            worst = worst.worst(finding.verdict());
        }
        return worst;
    }
}
