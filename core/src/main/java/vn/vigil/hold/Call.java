package vn.vigil.hold;

import java.time.Instant;
import vn.vigil.base.CaseId;

/**
 * Somebody called for footage, before any paper.
 *
 * @param id {@code CALL-2026-0001}
 * @param caller the body or officer, as told
 * @param phone as told; null when not told
 * @param takenBy member id of who took the call
 */
public record Call(CaseId id, String caller, String phone, Instant at, String takenBy) {}
