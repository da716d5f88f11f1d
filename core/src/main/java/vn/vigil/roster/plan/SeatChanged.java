package vn.vigil.roster.plan;

import java.util.List;
import vn.vigil.base.MemberId;
import vn.vigil.roster.book.SlotKey;

/**
 * What became of a seat that somebody changed by hand.
 *
 * @param unchanged whether it was so already
 * @param before who had it; null: nobody
 * @param after who has it; null: nobody
 * @param locked whether generating leaves it alone
 * @param objections soft rules that are broken by it
 * @param publication id of the published roster that it changes, or null
 */
public record SeatChanged(
        boolean unchanged,
        SlotKey slot,
        MemberId before,
        MemberId after,
        boolean locked,
        List<Objection> objections,
        String publication) {
    public SeatChanged {
        objections = List.copyOf(objections);
    }
}
