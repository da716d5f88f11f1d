package vn.vigil.roster.plan;

import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;
import vn.vigil.roster.book.Slot;

/**
 * Who is to stand a seat for a span: the roster with its overrides laid over it. A seat whose time is shared has several.
 *
 * @param member null when the seat is empty or an outside body stands it unnamed
 * @param body the outside body that stands it, or null
 * @param span the time meant, within the slot's own
 * @param source where the holder comes from; null for an empty seat or a body
 */
public record Duty(Slot slot, MemberId member, String body, TimeSpan span, Source source) {
    /** Whether nobody stands it. */
    public boolean open() {
        return member == null && body == null;
    }
}
