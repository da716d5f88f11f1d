package vn.vigil.incident;

import java.time.Instant;

/**
 * One entry of a case file, as it stands after corrections.
 *
 * @param number from 1, in the order of entering
 * @param at when it happened
 * @param by who did it: member id, or {@code os:<account>}
 * @param words may be empty; empty while masked
 * @param ref what it is about, as {@link EventKind} says; may be empty
 * @param whom who was told or sent; may be empty
 * @param reason of a correction, or of what departs from a rule; may be empty
 * @param enteredAt when it was entered; later than {@code at} for what was first on paper
 * @param corrected whether a later entry changed it
 * @param withdrawn whether a later entry took it back
 */
public record CaseEvent(
        int number,
        EventKind kind,
        Instant at,
        String by,
        String words,
        String ref,
        String whom,
        String reason,
        Instant enteredAt,
        String enteredBy,
        boolean corrected,
        boolean withdrawn) {
    /** How somebody was told; null for other entries. */
    public Way way() {
        for (Way way : Way.values()) {
            if (kind == EventKind.TOLD && words.matches("(?s)" + way.id() + "( \\(.*|:.*|)")) {
                return way;
            }
        }
        return null;
    }
}
