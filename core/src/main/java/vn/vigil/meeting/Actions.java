package vn.vigil.meeting;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.VigilException;
import vn.vigil.people.Actor;
import vn.vigil.people.Member;
import vn.vigil.people.Power;
import vn.vigil.store.Tx;

/**
 * What meetings, the committee and documents from above set to be done (clauses 5.3b, 6.3a, 8.1e, 8.3a). One member answers for each. Not
 * safe for several threads.
 */
public final class Actions {
    static final String SERIES = "ACT";

    private final Journal journal;

    Actions(Journal journal) {
        this.journal = journal;
    }

    /**
     * Sets something to be done. The same again is unchanged.
     *
     * @throws VigilException USAGE without words, or due in the past; NOT_FOUND; REFUSED when the meeting is not going on; DENIED
     */
    public Saved<Action> add(Actor actor, NewAction asked) {
        return journal.store().write(tx -> {
            Meeting meeting = asked.meeting() == null
                    ? null
                    : MeetingStanding.of(
                            asked.meeting(),
                            journal.entries(tx, asked.meeting(), Meetings.SERIES),
                            journal.config().zone());
            if (meeting == null || !meeting.writes(actor.memberId())) {
                journal.people().require(actor, Power.HOLD_MEETING);
            }
            return add(tx, actor, asked);
        });
    }

    Saved<Action> add(Tx tx, Actor actor, NewAction asked) throws SQLException {
        Telling telling = told(asked);
        for (Map.Entry<CaseId, List<JournalEntry>> there :
                SqlMeetingStore.series(tx, SERIES).entrySet()) {
            if (telling.same(there.getValue().get(0))) {
                return new Saved<>(standing(tx, there.getKey(), there.getValue()), true);
            }
        }
        LocalDate today = journal.today();
        if (asked.due().isBefore(today)) {
            throw Journal.usage("VG-MEETING-DUE", MeetingText.DUE_OVER.with(asked.due(), today));
        }
        if (asked.meeting() != null) {
            Meeting meeting = MeetingStanding.of(
                    asked.meeting(),
                    journal.entries(tx, asked.meeting(), Meetings.SERIES),
                    journal.config().zone());
            Sitting.mustBeInHand(meeting);
            Sitting.needItem(meeting, asked.item());
        }
        CaseId id = journal.begin(tx, actor, SERIES, telling);
        return new Saved<>(standing(tx, id, journal.entries(tx, id, SERIES)), false);
    }

    private Telling told(NewAction asked) {
        Member owner = journal.member(asked.owner());
        List<String> with = new ArrayList<>();
        for (String one : asked.with()) {
            with.add(journal.member(one).id().value());
        }
        return Telling.of(Act.SET)
                .with("words", Journal.needed("TEXT", asked.words()))
                .with("owner", owner.id())
                .withAll("with", with)
                .with("due", asked.due())
                .with("meeting", asked.meeting())
                .with("item", asked.item() == 0 ? null : asked.item())
                .with("source", Journal.words("--source", asked.source()))
                .with("division", Journal.words("--to-division", asked.division()));
    }

    /**
     * Enters how far it is.
     *
     * @throws VigilException NOT_FOUND; DENIED unless the actor owns it or holds meetings; REFUSED when it has ended; USAGE
     */
    public Saved<Action> progress(Actor actor, CaseId id, String words) {
        Telling telling = Telling.of(Act.PROGRESS).with("words", Journal.needed("TEXT", words));
        return change(actor, id, telling);
    }

    /** Gives it another last day; the former ones stay on record. Throws as {@link #progress}. */
    public Saved<Action> move(Actor actor, CaseId id, LocalDate due, String reason) {
        if (due.isBefore(journal.today())) {
            throw Journal.usage("VG-MEETING-DUE", MeetingText.DUE_OVER.with(due, journal.today()));
        }
        return change(
                actor, id, Telling.of(Act.MOVED).with("due", due).with("reason", Journal.needed("--reason", reason)));
    }

    /** Gives it to another member. Throws as {@link #progress}. */
    public Saved<Action> reassign(Actor actor, CaseId id, String owner, String reason) {
        journal.people().require(actor, Power.HOLD_MEETING);
        return change(
                actor,
                id,
                Telling.of(Act.REASSIGNED)
                        .with("owner", journal.member(owner).id())
                        .with("reason", Journal.needed("--reason", reason)));
    }

    /** Says that it is done, and what came of it. Throws as {@link #progress}. */
    public Saved<Action> done(Actor actor, CaseId id, String outcome) {
        return change(actor, id, Telling.of(Act.DONE).with("words", Journal.needed("--note", outcome)));
    }

    /** Says that it will not be done, and why. Throws as {@link #progress}. */
    public Saved<Action> drop(Actor actor, CaseId id, String reason) {
        journal.people().require(actor, Power.HOLD_MEETING);
        return change(actor, id, Telling.of(Act.DROPPED).with("reason", Journal.needed("--reason", reason)));
    }

    private Saved<Action> change(Actor actor, CaseId id, Telling telling) {
        return journal.store().write(tx -> {
            List<JournalEntry> added = journal.add(tx, actor, id, SERIES, (tx2, there) -> {
                Action action = standing(tx, id, there);
                if (!action.owner().equals(actor.memberId())) {
                    journal.people().require(actor, Power.HOLD_MEETING);
                }
                if (telling.same(there.get(there.size() - 1))) {
                    return List.of();
                }
                if (!action.state().open()) {
                    throw new VigilException(
                            ErrorKind.REFUSED, "VG-MEETING-ACTION-ENDED", MeetingText.ACTION_ENDED.with(id));
                }
                boolean same = telling.act == Act.MOVED
                                && telling.fields
                                        .get("due")
                                        .contains(action.due().toString())
                        || telling.act == Act.REASSIGNED
                                && telling.fields
                                        .get("owner")
                                        .contains(action.owner().value());
                return same ? List.of() : List.of(telling);
            });
            return new Saved<>(standing(tx, id, journal.entries(tx, id, SERIES)), added.isEmpty());
        });
    }

    /** @throws VigilException NOT_FOUND */
    public Action get(CaseId id) {
        return journal.store().read(tx -> standing(tx, id, journal.entries(tx, id, SERIES)));
    }

    /** By number. */
    public List<Action> list() {
        return journal.store().read(this::all);
    }

    /** Those that are open, the most urgent first. */
    public List<Action> open() {
        List<Action> open = new ArrayList<>(list());
        open.removeIf(action -> !action.state().open());
        open.sort(Comparator.comparing(Action::due));
        return open;
    }

    List<Action> all(Tx tx) throws SQLException {
        List<Meeting> meetings = meetings(tx);
        List<Action> all = new ArrayList<>();
        for (Map.Entry<CaseId, List<JournalEntry>> one :
                SqlMeetingStore.series(tx, SERIES).entrySet()) {
            all.add(standing(
                    one.getKey(),
                    one.getValue(),
                    meetings,
                    journal.today(),
                    journal.config().zone()));
        }
        return all;
    }

    private List<Meeting> meetings(Tx tx) throws SQLException {
        List<Meeting> meetings = new ArrayList<>();
        for (Map.Entry<CaseId, List<JournalEntry>> one :
                SqlMeetingStore.series(tx, Meetings.SERIES).entrySet()) {
            meetings.add(MeetingStanding.of(
                    one.getKey(), one.getValue(), journal.config().zone()));
        }
        return meetings;
    }

    private Action standing(Tx tx, CaseId id, List<JournalEntry> entries) throws SQLException {
        return standing(
                id, entries, meetings(tx), journal.today(), journal.config().zone());
    }

    /** Pure. */
    static Action standing(
            CaseId id, List<JournalEntry> entries, List<Meeting> meetings, LocalDate today, ZoneId zone) {
        JournalEntry set = entries.get(0);
        String owner = set.text("owner");
        LocalDate due = set.day("due");
        List<LocalDate> dues = new ArrayList<>();
        JournalEntry end = null;
        for (JournalEntry e : entries) {
            switch (e.act()) {
                case MOVED -> {
                    dues.add(due);
                    due = e.day("due");
                }
                case REASSIGNED -> owner = e.text("owner");
                case DONE, DROPPED -> end = e;
                default -> {}
            }
        }
        CaseId from = CaseId.parse(set.text("meeting"));
        MeetingKind kind = MeetingKind.CORE;
        for (Meeting meeting : meetings) {
            if (meeting.id().equals(from)) {
                kind = meeting.kind();
            }
        }
        int carried = 0;
        for (Meeting meeting : meetings) {
            boolean later = meeting.closed() != null
                    && meeting.closed().isAfter(set.enteredAt())
                    && (end == null || meeting.closed().isBefore(end.enteredAt()));
            if (later
                    && !meeting.id().equals(from)
                    && meeting.kind().regular()
                    && meeting.kind().body() == kind.body()) {
                carried++;
            }
        }
        Action.State state = end == null
                ? today.isAfter(due) ? Action.State.LATE : Action.State.OPEN
                : end.act() == Act.DONE ? Action.State.DONE : Action.State.DROPPED;
        return new Action(
                id,
                set.text("words"),
                new MemberId(owner),
                set.all("with"),
                due,
                List.copyOf(dues),
                from,
                set.count("item"),
                set.text("source"),
                set.text("division"),
                LocalDate.ofInstant(set.at(), zone),
                end == null ? null : LocalDate.ofInstant(end.at(), zone),
                state,
                end == null ? "" : end.text(end.act() == Act.DONE ? "words" : "reason"),
                carried,
                List.copyOf(entries));
    }
}
