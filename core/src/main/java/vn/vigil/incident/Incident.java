package vn.vigil.incident;

import java.time.Instant;
import vn.vigil.base.CaseId;
import vn.vigil.base.MemberId;

/**
 * An incident as it stands: what was told first, with its corrections.
 *
 * @param id its number
 * @param kind never null
 * @param told title, place and cameras are empty while it is masked
 * @param openedAt when it was put on record, UTC
 * @param openedBy member id of who did, or {@code os:<account>}
 * @param owner who has charge of it; null: nobody yet
 * @param closedAt null while it is open
 * @param restricted by its kind or by decision
 * @param masked whether words are left out, because the reader has not shown that they may read them
 */
public record Incident(
        CaseId id,
        IncidentKind kind,
        OpenIncident told,
        Instant openedAt,
        String openedBy,
        MemberId owner,
        Instant closedAt,
        boolean restricted,
        boolean masked) {
    public boolean open() {
        return closedAt == null;
    }
}
