package vn.vigil.camera;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a run of audits came to.
 *
 * @param auditedAt when it began
 * @param cameras in the order asked, else by id
 * @param tableDate up to when the table of advisories knows
 * @param tableImportedAt when a table of the site's own was laid over the shipped one; null when none was
 * @param tableRows how many advisories it holds
 * @param tableStale whether it is older than 180 days
 * @param passwordsTried whether default passwords were asked for
 */
public record AuditResult(
        Instant auditedAt,
        List<AuditReport> cameras,
        LocalDate tableDate,
        Instant tableImportedAt,
        int tableRows,
        boolean tableStale,
        boolean passwordsTried) {
    public AuditResult {
        cameras = List.copyOf(cameras);
    }

    /** The worst of all cameras; OK when there is none. */
    public AuditVerdict verdict() {
        AuditVerdict worst = AuditVerdict.OK;
        for (AuditReport report : cameras) {
            worst = worst.worst(report.verdict());
        }
        return worst;
    }
}
