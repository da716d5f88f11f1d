package vn.vigil.roster.watch;

import java.time.Instant;
import vn.vigil.base.CaseId;
import vn.vigil.base.MemberId;
import vn.vigil.base.MessageKey;
import vn.vigil.roster.book.SlotKey;

/**
 * Two members change duties, or one gives a duty away. It is bound to seats and not to times: a shift that moves takes it along.
 *
 * @param id {@code SWP-2026-0001}
 * @param slot the seat that is given away
 * @param member who gives it away
 * @param with who takes it
 * @param back the seat that is taken in exchange; null: none
 * @param acceptedAt null while it is only offered
 * @param approvedAt approving applies it at once; null before
 * @param ended how it came to nothing, or was undone; null else
 */
public record Swap(
        CaseId id,
        SlotKey slot,
        MemberId member,
        MemberId with,
        SlotKey back,
        State state,
        Instant askedAt,
        String askedBy,
        Instant acceptedAt,
        String acceptedBy,
        Instant approvedAt,
        String approvedBy,
        Ended ended) {
    /** How far it has come. */
    public enum State implements MessageKey {
        OFFERED,
        ACCEPTED,
        /** Approved, and the seats have changed hands. */
        APPLIED,
        CANCELLED,
        /** A duty began before it was approved. */
        EXPIRED,
        /** A seat went to somebody else meanwhile. */
        VOID;

        /** Whether it may still come to something. */
        public boolean open() {
            return this == OFFERED || this == ACCEPTED;
        }

        static State of(String word) {
            for (State state : values()) {
                if (state.id().equals(word)) {
                    return state;
                }
            }
            throw new IllegalArgumentException(word);
        }

        @Override
        public String catalogue() {
            return "swap-state";
        }
    }

    /** @param why in somebody's words, or what was found; may be null */
    public record Ended(Instant at, String by, String why) {}
}
