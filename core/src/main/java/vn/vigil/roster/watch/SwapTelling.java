package vn.vigil.roster.watch;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.Message;
import vn.vigil.people.Member;
import vn.vigil.store.Tx;

/** Tells people of swaps. */
final class SwapTelling {
    private final Room room;
    private final Letterbox letters;

    SwapTelling(Room room, Letterbox letters) {
        this.room = room;
        this.letters = letters;
    }

    void tell(Tx tx, Swap swap, WatchText what, WatchText next, List<Member> to) throws SQLException {
        List<Message> body = new ArrayList<>();
        Object back = swap.back() == null
                ? WatchText.MAIL_SWAP_NOTHING.with()
                : swap.back().toString();
        body.add(WatchText.MAIL_SWAP.with(
                room.named(tx, swap.member()), swap.slot(), room.named(tx, swap.with()), back));
        if (next != null) {
            body.add(next.with(swap.id()));
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("swap", swap.id().toString());
        facts.put("slot", swap.slot().toString());
        Letterbox.Letter letter = new Letterbox.Letter(
                "roster-swap/" + swap.id() + "/" + what.id(), what.id(), what.with(swap.id()), body, facts);
        for (Member member : to) {
            if (member != null) {
                letters.put(tx, letter, member);
            }
        }
    }
}
