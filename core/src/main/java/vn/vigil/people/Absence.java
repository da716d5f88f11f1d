package vn.vigil.people;

import java.time.Instant;
import vn.vigil.base.CaseId;
import vn.vigil.base.MemberId;

/**
 * A time during which a member is away from everything.
 *
 * @param id {@code ABS-2026-0001}
 * @param from first moment
 * @param to first moment back again; null: not known yet
 * @param reason or null
 * @param enteredBy member id, or {@code os:<account>}
 */
public record Absence(
        CaseId id,
        MemberId member,
        Instant from,
        Instant to,
        AbsenceKind kind,
        String reason,
        Instant enteredAt,
        String enteredBy) {
    public boolean on(Instant at) {
        return !at.isBefore(from) && (to == null || at.isBefore(to));
    }
}
