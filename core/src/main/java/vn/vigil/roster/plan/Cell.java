package vn.vigil.roster.plan;

import vn.vigil.base.MemberId;
import vn.vigil.roster.book.SlotKey;

/**
 * A seat and who has it.
 *
 * @param member null: nobody
 * @param locked whether generating leaves it alone
 */
public record Cell(SlotKey slot, MemberId member, Source source, boolean locked) {}
