package vn.vigil.incident;

import java.time.Instant;
import vn.vigil.base.CaseId;

/**
 * An incident on record.
 *
 * @param id its number
 * @param told what was told of it
 * @param openedAt when it was put on record, UTC
 * @param openedBy member id of who did
 */
public record Incident(CaseId id, OpenIncident told, Instant openedAt, String openedBy) {}
