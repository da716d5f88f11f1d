package vn.vigil.roster.plan;

import java.time.Instant;
import java.util.List;
import vn.vigil.base.Message;
import vn.vigil.people.Member;
import vn.vigil.roster.book.Slot;

/**
 * Why a seat is as it is.
 *
 * @param holder who has it; null: nobody
 * @param source where the holder comes from, or null
 * @param reason why it was changed by hand, or null
 * @param at when the holder was entered, or null
 * @param others everybody else, the lawful and cheapest first
 * @param rules for a hole: the smallest set found of rules that cannot hold together
 * @param helps for a hole: single changes that would help
 * @param moves for a hole: the fewest changes of other seats of that month that fill it; empty when there are none
 */
public record Explained(
        Slot slot,
        Member holder,
        Source source,
        boolean locked,
        String reason,
        Instant at,
        List<Other> others,
        List<Message> rules,
        List<Message> helps,
        List<CellChange> moves) {
    /**
     * Somebody else for the seat.
     *
     * @param more what they would cost more than the holder, in the weights of the rules; negative: less
     */
    public record Other(StandIn standIn, long more) {}
}
