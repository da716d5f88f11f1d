package vn.vigil.meeting;

import java.time.LocalDate;
import java.util.List;
import vn.vigil.base.CaseId;
import vn.vigil.base.MemberId;
import vn.vigil.base.MessageKey;

/**
 * Something to be done, as its entries left it.
 *
 * @param id {@code ACT-2026-0003}
 * @param owner who alone answers for it
 * @param with who help; ids of members
 * @param due last day, in the site's zone
 * @param dues the days it was due before, oldest first
 * @param meeting that set it; null for what came otherwise
 * @param item of that meeting's agenda; 0: none
 * @param source document, or what else it comes from; may be empty
 * @param division whose coordination is asked for (clause 3c: never an order); empty for the team's own
 * @param ended null while it is open
 * @param outcome what came of it, or why it was dropped; empty while it is open
 * @param carried how many regular meetings of its body closed while it was open, the one that set it apart
 * @param history every entry
 */
public record Action(
        CaseId id,
        String words,
        MemberId owner,
        List<String> with,
        LocalDate due,
        List<LocalDate> dues,
        CaseId meeting,
        int item,
        String source,
        String division,
        LocalDate set,
        LocalDate ended,
        State state,
        String outcome,
        int carried,
        List<JournalEntry> history) {
    /** How it stands. */
    public enum State implements MessageKey {
        OPEN,
        /** Open, and its day is over. */
        LATE,
        DONE,
        DROPPED;

        public boolean open() {
            return this == OPEN || this == LATE;
        }

        @Override
        public String catalogue() {
            return "meeting-action";
        }
    }
}
