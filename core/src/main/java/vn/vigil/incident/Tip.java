package vn.vigil.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.vigil.base.CaseId;

/**
 * A tip on record.
 *
 * @param id {@code TIP-2026-0007}
 * @param words what was told; empty while masked
 * @param place empty while masked
 * @param more what whoever told it added later, in order; empty while masked
 * @param anonymous whether nobody is on record as having told it
 * @param incident what became of it; null: none
 * @param receivedOn the day only: an hour could tell who was there
 * @param enteredBy member id of who took it down
 */
public record Tip(
        CaseId id,
        String words,
        String place,
        Instant about,
        List<String> more,
        boolean anonymous,
        State state,
        CaseId incident,
        String outcome,
        LocalDate receivedOn,
        String enteredBy,
        boolean masked) {
    /** What became of a tip. */
    public enum State implements vn.vigil.base.MessageKey {
        OPEN,
        /** An incident was opened. */
        RAISED,
        CLOSED;

        @Override
        public String catalogue() {
            return "tip-state";
        }
    }

    public Tip {
        more = List.copyOf(more);
    }

    Tip hidden() {
        return new Tip(id, "", "", null, List.of(), anonymous, state, incident, "", receivedOn, enteredBy, true);
    }
}
