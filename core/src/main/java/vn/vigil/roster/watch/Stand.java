package vn.vigil.roster.watch;

import java.time.Instant;
import vn.vigil.base.MemberId;
import vn.vigil.roster.book.DutyKind;
import vn.vigil.roster.book.SeatRole;
import vn.vigil.roster.book.SlotKey;

/**
 * One seat of one post at a moment, and who is to be on it.
 *
 * @param post the post's id
 * @param postName what papers call it
 * @param slot null when no shift covers the moment
 * @param shift what papers call the shift; null without one
 * @param kind null without a shift
 * @param who null when nobody stands it, or an outside body does, unnamed
 * @param body the outside body that stands it, or null
 * @param away whether that member is on leave at the moment: then nobody is there
 * @param from when the duty begins; null without a shift
 * @param until when it ends; null without a shift
 * @param checkedIn when they came; null when nobody said so
 * @param expected whether they are expected to say that they came
 * @param next who comes after them on this seat, or null when nothing is planned for the next three days
 */
public record Stand(
        String post,
        String postName,
        SlotKey slot,
        String shift,
        DutyKind kind,
        SeatRole role,
        int seat,
        Person who,
        String body,
        boolean away,
        Instant from,
        Instant until,
        Instant checkedIn,
        boolean expected,
        Next next) {
    /**
     * A member as they are called up.
     *
     * @param phone or null
     */
    public record Person(MemberId id, String name, String phone) {}

    /**
     * What follows on the seat.
     *
     * @param who null when nobody is planned, or an outside body
     * @param body the outside body, or null
     */
    public record Next(SlotKey slot, String shift, Person who, String body, Instant from) {
        public boolean gap() {
            return who == null && body == null;
        }
    }

    /** Whether nobody is to be there. */
    public boolean gap() {
        return body == null && (who == null || away);
    }
}
