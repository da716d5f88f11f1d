package vn.vigil.roster.book;

import java.time.LocalDate;
import vn.vigil.base.CaseId;
import vn.vigil.base.MemberId;

/**
 * A wish about one day.
 *
 * @param id {@code RQ-2026-0003}
 * @param shift the shift it is about; null: any that day
 * @param wanted true: would like to stand it; false: would rather not
 * @param weight 1 (a little) to 10 (very much)
 */
public record Request(CaseId id, MemberId member, LocalDate day, String shift, boolean wanted, int weight) {}
