package vn.vigil.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.vigil.base.CaseId;
import vn.vigil.base.VigilException;
import vn.vigil.people.Actor;
import vn.vigil.people.Power;

/**
 * What the committee sees to and says, and which divisions helped (clauses 3b, 3c, 4a, 5.2, 6.3b, 8.2c). Not safe for several threads.
 */
public final class Supervision {
    static final String SERIES = "SUP";

    private final Journal journal;
    private final Actions actions;

    Supervision(Journal journal, Actions actions) {
        this.journal = journal;
        this.actions = actions;
    }

    /**
     * One record.
     *
     * @param id {@code SUP-2026-0001}
     * @param division that helped; may be empty
     * @param document by which an instruction came; may be empty
     * @param action that an instruction became, or null
     */
    public record Note(
            CaseId id,
            Supervised kind,
            LocalDate day,
            String words,
            String division,
            String document,
            CaseId action,
            String by) {}

    /**
     * Something to record.
     *
     * @param day at the latest today
     * @param owner of the action that an instruction becomes
     * @param due its last day
     */
    public record NewNote(
            Supervised kind,
            LocalDate day,
            String words,
            String division,
            String document,
            String owner,
            LocalDate due) {}

    /**
     * Records it; an instruction becomes an action in the same transaction. The same again is unchanged.
     *
     * @throws VigilException USAGE: no words, a day to come, an instruction without owner and day, support without a division; NOT_FOUND; DENIED
     */
    public Saved<Note> add(Actor actor, NewNote asked) {
        journal.people().require(actor, Power.SUPERVISE);
        String words = Journal.needed("TEXT", asked.words());
        if (asked.day().isAfter(journal.today())) {
            throw Journal.usage("VG-MEETING-DAY", MeetingText.DAY_TO_COME.with(asked.day()));
        }
        boolean instruction = asked.kind() == Supervised.INSTRUCTION;
        if (instruction == (asked.owner() == null || asked.due() == null)) {
            throw Journal.usage("VG-MEETING-INSTRUCTION", MeetingText.INSTRUCTION_NEEDS.with());
        }
        String division = asked.kind() == Supervised.SUPPORT
                ? Journal.needed("--division", asked.division())
                : Journal.words("--division", asked.division());
        String document = Journal.words("--document", asked.document());
        return journal.store().write(tx -> {
            CaseId action = null;
            if (instruction) {
                String source = document.isEmpty() ? Supervised.INSTRUCTION.id() + " " + asked.day() : document;
                NewAction task = new NewAction(words, asked.owner(), List.of(), asked.due(), null, 0, source, null);
                action = actions.add(tx, actor, task).what().id();
            }
            Telling telling = Telling.of(Act.SUPERVISED)
                    .with("kind", asked.kind().id())
                    .with("day", asked.day())
                    .with("words", words)
                    .with("division", division)
                    .with("document", document)
                    .with("action", action);
            for (Map.Entry<CaseId, List<JournalEntry>> there :
                    SqlMeetingStore.series(tx, SERIES).entrySet()) {
                if (telling.same(there.getValue().get(0))) {
                    return new Saved<>(standing(there.getKey(), there.getValue()), true);
                }
            }
            CaseId id = journal.begin(tx, actor, SERIES, telling);
            return new Saved<>(standing(id, journal.entries(tx, id, SERIES)), false);
        });
    }

    /** By number. */
    public List<Note> list() {
        List<Note> all = new ArrayList<>();
        journal.series(SERIES).forEach((id, entries) -> all.add(standing(id, entries)));
        return all;
    }

    private static Note standing(CaseId id, List<JournalEntry> entries) {
        JournalEntry e = entries.get(0);
        return new Note(
                id,
                Supervised.of(e.text("kind")),
                e.day("day"),
                e.text("words"),
                e.text("division"),
                e.text("document"),
                CaseId.parse(e.text("action")),
                e.by());
    }
}
