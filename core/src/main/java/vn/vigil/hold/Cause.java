package vn.vigil.hold;

import java.time.Instant;
import vn.vigil.base.CaseId;

/**
 * Why footage is held; the same footage may be held for several cases.
 *
 * @param id the case; null for none
 * @param reason as typed
 * @param by member id
 */
public record Cause(CaseId id, String reason, String by, Instant at) {}
