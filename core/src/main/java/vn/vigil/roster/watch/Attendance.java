package vn.vigil.roster.watch;

import java.time.Duration;
import java.time.Instant;
import vn.vigil.base.CaseId;
import vn.vigil.base.MemberId;
import vn.vigil.base.MessageKey;
import vn.vigil.roster.book.SlotKey;

/**
 * Somebody was there.
 *
 * @param id {@code ATT-2026-0007}
 * @param post id of the post
 * @param in when they came
 * @param out when they left; null: not said
 * @param due when their duty began, as the roster said when this was entered
 * @param end when it was to end
 * @param sheet where it stands in the paper book, or null
 * @param follows the entry that this one puts right, or null
 * @param corrected how it was put right; null while it holds
 */
public record Attendance(
        CaseId id,
        SlotKey slot,
        String post,
        MemberId member,
        Instant in,
        Instant out,
        Instant due,
        Instant end,
        How how,
        String sheet,
        Instant enteredAt,
        String enteredBy,
        CaseId follows,
        Corrected corrected) {
    /** How it was entered. */
    public enum How implements MessageKey {
        /** By the one who came. */
        SELF,
        /** By somebody else for them. */
        BY_OTHER,
        /** They took the watch over at once, in an emergency. */
        TAKE,
        /** By taking over. */
        HANDOVER,
        /** From the paper book, afterwards. */
        PAPER;

        static How of(String word) {
            for (How how : values()) {
                if (how.id().equals(word)) {
                    return how;
                }
            }
            throw new IllegalArgumentException(word);
        }

        @Override
        public String catalogue() {
            return "attendance-how";
        }
    }

    /** An erratum. */
    public record Corrected(Instant at, String by, String why) {}

    public boolean holds() {
        return corrected == null;
    }

    /** Whole minutes by which they came late; 0 for who took somebody's place. */
    public long lateMinutes() {
        return how == How.TAKE || in.isBefore(due)
                ? 0
                : Duration.between(due, in).toMinutes();
    }
}
