package vn.vigil.roster.book;

import vn.vigil.base.CaseId;
import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;

/**
 * Time in which a member cannot stand watch.
 *
 * @param id {@code LV-2026-0007}
 * @param span true time; whole days from midnight to midnight of the site's zone
 * @param note or null
 * @param approvedBy member who approved it, or null
 */
public record Leave(CaseId id, MemberId member, TimeSpan span, LeaveKind kind, String note, MemberId approvedBy) {}
