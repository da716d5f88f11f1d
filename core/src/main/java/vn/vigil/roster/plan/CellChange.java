package vn.vigil.roster.plan;

import vn.vigil.base.MemberId;
import vn.vigil.roster.book.SlotKey;

/**
 * A seat that changes hands.
 *
 * @param before null: nobody
 * @param after null: nobody
 * @param published whether it changes a published roster
 */
public record CellChange(SlotKey slot, MemberId before, MemberId after, boolean published) {}
