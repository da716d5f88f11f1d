package vn.vigil.roster.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.vigil.base.CaseId;
import vn.vigil.base.MemberId;
import vn.vigil.base.MessageKey;
import vn.vigil.ledger.Proof;
import vn.vigil.roster.book.SlotKey;

/**
 * The handing over of a seat at the end of a duty. Until it is accepted, who hands over answers for the watch.
 *
 * @param id {@code HO-2026-0001}
 * @param slot the seat that is handed over
 * @param from who hands over; null: an outside body, unnamed
 * @param began when that duty began
 * @param due when it ends
 * @param overlapMinutes so long the outgoing person stays in any case; taken over within is not late
 * @param accepted null while nobody has taken over
 * @param closed null unless a leader closed it instead
 * @param facts what vigil found when it was opened
 * @param notes what was written on that duty, and the open matters carried over
 */
public record Handover(
        CaseId id,
        String post,
        SlotKey slot,
        MemberId from,
        Instant began,
        Instant due,
        int overlapMinutes,
        Instant openedAt,
        String openedBy,
        Accepted accepted,
        Closed closed,
        List<Matter> facts,
        List<Note> notes) {
    public Handover {
        facts = List.copyOf(facts);
        notes = List.copyOf(notes);
    }

    /**
     * Somebody took over.
     *
     * @param by who; null: an outside body, unnamed
     * @param enteredBy member id of who entered it: the same, but for paper
     * @param sheet where the paper stands, or null
     * @param scanSha256 of the scanned sheet, hexadecimal, or null
     */
    public record Accepted(Instant at, MemberId by, String enteredBy, Proof proof, String sheet, String scanSha256) {}

    /** A leader closed it. */
    public record Closed(Instant at, String by, String why) {}

    /** Where it stands. */
    public enum State implements MessageKey {
        OPEN,
        /** In time. */
        ACCEPTED,
        /** Taken over late (giao ca muộn). */
        LATE,
        CLOSED;

        @Override
        public String catalogue() {
            return "handover-state";
        }
    }

    public State state() {
        if (closed != null) {
            return State.CLOSED;
        }
        return accepted == null ? State.OPEN : lateMinutes() > 0 ? State.LATE : State.ACCEPTED;
    }

    /** Whole minutes by which it was taken over late; 0 while it is not. */
    public long lateMinutes() {
        Instant last = due.plus(Duration.ofMinutes(overlapMinutes));
        return accepted == null || accepted.at().isBefore(last)
                ? 0
                : Duration.between(last, accepted.at()).toMinutes();
    }
}
