package vn.vigil.roster.paper;

import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;
import vn.vigil.roster.plan.Duty;

/**
 * A part of a seat's time with one holder.
 *
 * @param member null when nobody has it or an outside body stands it
 * @param body the outside body, or null
 */
record Piece(TimeSpan span, MemberId member, String body) {
    boolean open() {
        return member == null && body == null;
    }

    /** A seat's duties, in order; neighbours with one holder are one. */
    static List<Piece> of(List<Duty> duties) {
        List<Piece> pieces = new ArrayList<>();
        for (Duty duty : duties) {
            add(pieces, new Piece(duty.span(), duty.member(), duty.body()));
        }
        return pieces;
    }

    static void add(List<Piece> pieces, Piece piece) {
        Piece last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
        if (last != null && last.span().to().equals(piece.span().from()) && last.sameHolder(piece)) {
            pieces.set(
                    pieces.size() - 1,
                    new Piece(new TimeSpan(last.span().from(), piece.span().to()), piece.member(), piece.body()));
        } else {
            pieces.add(piece);
        }
    }

    private boolean sameHolder(Piece other) {
        return java.util.Objects.equals(member, other.member) && java.util.Objects.equals(body, other.body);
    }
}
