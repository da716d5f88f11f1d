package vn.vigil.roster.plan;

import vn.vigil.base.TimeSpan;
import vn.vigil.roster.book.Slot;

/**
 * What one member stands of a slot.
 *
 * @param span within the slot's own
 */
record Turn(Slot slot, TimeSpan span) {
    /** Whether it is working time. */
    boolean counts() {
        return slot.shift().counts();
    }
}
