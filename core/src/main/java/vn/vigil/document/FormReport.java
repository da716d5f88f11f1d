package vn.vigil.document;

import java.nio.file.Path;
import java.util.List;
import vn.vigil.base.Severity;

/**
 * What the form lint found.
 *
 * @param kind {@code docx}, {@code pdf} or {@code md}
 * @param judged what could be looked at; the other points were not, and nothing is said about them
 * @param findings in the order of the points
 */
public record FormReport(Path file, String kind, List<FormPoint> judged, List<FormFinding> findings) {
    /** Keeps copies of the lists. */
    public FormReport {
        judged = List.copyOf(judged);
        findings = List.copyOf(findings);
    }

    /** The worst finding; OK when there is none. */
    public Severity worst() {
        Severity worst = Severity.OK;
        for (FormFinding finding : findings) {
            worst = worst.worst(finding.severity());
        }
        return worst;
    }
}
