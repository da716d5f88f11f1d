package vn.vigil.meeting;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.people.Actor;
import vn.vigil.store.Tx;
import vn.vigil.text.Lang;

/** Drafts of minutes: written out for editing, and read back into entries. */
final class DraftDesk {
    private final Journal journal;
    private final Meetings meetings;
    private final Sitting sitting;

    DraftDesk(Journal journal, Meetings meetings, Sitting sitting) {
        this.journal = journal;
        this.meetings = meetings;
        this.sitting = sitting;
    }

    String draft(Meeting meeting) {
        return new DraftText(
                        meeting,
                        meetings.agenda(meeting.id(), Lang.VI),
                        meetings.actions().list(),
                        journal.config().zone())
                .write();
    }

    ReadBack readBack(Actor actor, String name, String text, List<Message> notes) {
        Draft draft = DraftReader.read(name, text);
        return journal.store().write(tx -> {
            List<Action> set = new ArrayList<>();
            List<JournalEntry> all = new ArrayList<>();
            Meeting meeting = meetings.get(tx, draft.meeting());
            meetings.mayWrite(actor, meeting);
            if (meeting.state().compareTo(MeetingState.APPROVED) >= 0) {
                throw fixed(meeting);
            }
            if (meeting.entries() != draft.entries()) {
                if (read(tx, meeting, draft)) {
                    return new ReadBack(meeting, List.of(), List.of());
                }
                throw newer(tx, meeting, draft);
            }
            if (meeting.opening() == null) {
                all.addAll(put(tx, actor, draft, meeting, (t, m) -> opening(t, m, draft)));
            }
            all.addAll(put(tx, actor, draft, null, (t, m) -> course(m, draft)));
            Meeting now = meetings.get(tx, draft.meeting());
            for (Draft.Item item : draft.items()) {
                for (Draft.Said said : item.said) {
                    if (said.kind() == Draft.Kind.ACTION) {
                        action(tx, actor, now, item, said, set);
                    }
                }
            }
            all.addAll(put(tx, actor, draft, null, (t, m) -> closing(t, actor, m, draft, notes)));
            if ((!all.isEmpty() || !set.isEmpty())
                    && meetings.get(tx, draft.meeting()).closed() != null) {
                all.addAll(put(tx, actor, draft, null, (t, m) -> List.of(Telling.of(Act.DRAFTED))));
            }
            return new ReadBack(meetings.get(tx, draft.meeting()), all, set);
        });
    }

    /** Whether everything that the draft says is on record: it was read before. */
    private boolean read(Tx tx, Meeting meeting, Draft draft) throws SQLException {
        if (meeting.opening() == null || draft.closed() != null && meeting.closed() == null) {
            return false;
        }
        for (Draft.Item item : draft.items()) {
            for (Draft.Said said : item.said) {
                boolean there = said.kind() != Draft.Kind.ACTION || said.action() != null;
                for (Action action : meetings.actions().all(tx)) {
                    there |= meeting.id().equals(action.meeting())
                            && action.item() == item.number
                            && DraftText.flat(action.words()).equals(said.words());
                }
                if (!there) {
                    return false;
                }
            }
        }
        try {
            return course(meeting, draft).isEmpty();
        } catch (VigilException e) {
            return false; // what it names is not there any more
        }
    }

    private List<JournalEntry> put(Tx tx, Actor actor, Draft draft, Meeting known, Meetings.Change change)
            throws SQLException {
        return journal.add(
                tx,
                actor,
                draft.meeting(),
                Meetings.SERIES,
                (t, there) -> change.of(
                        t,
                        known != null
                                ? known
                                : MeetingStanding.of(
                                        draft.meeting(), there, journal.config().zone())));
    }

    /** Something was entered since the draft was made: by another secretary, perhaps. */
    private VigilException newer(Tx tx, Meeting meeting, Draft draft) throws SQLException {
        VigilException e = new VigilException(
                ErrorKind.CONFLICT,
                "VG-MEETING-DRAFT-OLD",
                MeetingText.DRAFT_OLD.with(meeting.id(), draft.entries(), meeting.entries()));
        for (JournalEntry entry : journal.entries(tx, meeting.id(), Meetings.SERIES)) {
            if (entry.number() > draft.entries()) {
                e.why(MeetingText.ENTERED_SINCE.with(
                        entry.number(), entry.act().with(), meetings.name(entry.by()), entry.text("words")));
            }
        }
        return e.next(MeetingText.NEXT_NEW_DRAFT.with(meeting.id()));
    }

    private List<Telling> opening(Tx tx, Meeting meeting, Draft draft) throws SQLException {
        Calling.before(meeting);
        if (draft.opened() == null) {
            throw Journal.usage("VG-MEETING-DRAFT", MeetingText.DRAFT_NOT_OPENED.with());
        }
        Instant at = moment(draft.opened());
        if (at.isAfter(journal.now())) {
            throw Journal.usage("VG-MEETING-FUTURE", MeetingText.IN_FUTURE.with());
        }
        return sitting.opening(tx, meeting, empty(draft.chair()), empty(draft.secretary()), draft.place(), at);
    }

    private static String empty(String text) {
        return text.isEmpty() ? null : text;
    }

    private Instant moment(LocalDateTime at) {
        return at.atZone(journal.config().zone()).toInstant();
    }

    /** Who was there, and what was said and decided, as far as it is not on record. */
    private List<Telling> course(Meeting meeting, Draft draft) {
        List<Telling> all = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (Draft.Person p : draft.people()) {
            Attend attend = new Attend(
                    p.guest() ? List.of() : List.of(p.who()),
                    p.guest() ? List.of(p.who()) : List.of(),
                    p.how(),
                    p.from(),
                    p.to(),
                    p.reason());
            all.addAll(atLine(p.line(), () -> sitting.attending(meeting, attend)));
            named.add(p.guest() ? p.who() : journal.member(p.who()).id().value());
        }
        for (Meeting.Attendee a : meeting.attendees()) {
            if (!named.contains(a.who()) && a.entry() > 0) {
                all.add(withdrawn(a.entry()));
            }
        }
        int items = meeting.agenda().size();
        for (Draft.Item item : draft.items()) {
            if (item.number == items + 1) {
                all.add(Telling.of(Act.ITEM).with("title", Journal.needed("##", item.title)));
                items++;
            } else if (item.number > items) {
                throw at(item.line, MeetingText.NO_ITEM.with(meeting.id(), item.number, items));
            }
        }
        Set<Integer> kept = new HashSet<>();
        for (Draft.Item item : draft.items()) {
            for (Draft.Said said : item.said) {
                if (said.entry() > 0) {
                    kept.add(said.entry());
                    all.addAll(changed(meeting, item.number, said));
                } else if (said.kind() != Draft.Kind.ACTION) {
                    List<Telling> made = atLine(said.line(), () -> fresh(meeting, item.number, said));
                    all.addAll(made);
                    if (made.isEmpty()) {
                        kept.add(entry(meeting, item.number, said));
                    }
                }
            }
        }
        for (Meeting.Opinion o : meeting.opinions()) {
            if (!kept.contains(o.entry())) {
                all.add(withdrawn(o.entry()));
            }
        }
        for (Meeting.Decision d : meeting.decisions()) {
            if (!kept.contains(d.entry())) {
                all.add(withdrawn(d.entry()));
            }
        }
        return all;
    }

    /** A new line; its item may be one that the same draft adds. */
    private List<Telling> fresh(Meeting meeting, int item, Draft.Said said) {
        int known = item > meeting.agenda().size() ? 0 : item;
        List<Telling> made = said.kind() == Draft.Kind.OPINION
                ? sitting.noting(meeting, known, said.who(), said.words())
                : sitting.deciding(
                        meeting,
                        said.votes() == null
                                ? new NewDecision(known, said.words(), -1, 0, 0)
                                : new NewDecision(
                                        known, said.words(), said.votes()[0], said.votes()[1], said.votes()[2]));
        if (known != item) {
            made.forEach(t -> t.with("item", item));
        }
        return made;
    }

    /** The entry that says the same; 0 when none does. */
    private static int entry(Meeting meeting, int item, Draft.Said said) {
        for (Meeting.Opinion o : meeting.opinions()) {
            if (o.item() == item && o.words().equals(said.words())) {
                return o.entry();
            }
        }
        for (Meeting.Decision d : meeting.decisions()) {
            if (d.item() == item && d.words().equals(said.words())) {
                return d.entry();
            }
        }
        return 0;
    }

    private static Telling withdrawn(int entry) {
        return Telling.of(Act.WITHDRAWN).with("entry", entry);
    }

    /** Other words change an entry; another speaker, item or count of votes makes it another one. */
    private List<Telling> changed(Meeting meeting, int item, Draft.Said said) {
        for (Meeting.Opinion o : meeting.opinions()) {
            if (o.entry() == said.entry()) {
                boolean same = o.item() == item
                        && said.kind() == Draft.Kind.OPINION
                        && (o.who().equals(said.who())
                                || o.who().isEmpty() && said.who().isEmpty());
                return same ? change(o.entry(), o.words(), said.words()) : replaced(meeting, item, said);
            }
        }
        for (Meeting.Decision d : meeting.decisions()) {
            if (d.entry() == said.entry()) {
                int[] votes = d.voted() ? new int[] {d.inFavour(), d.against(), d.abstained()} : null;
                boolean same =
                        d.item() == item && said.kind() == Draft.Kind.DECISION && Arrays.equals(votes, said.votes());
                return same ? change(d.entry(), d.words(), said.words()) : replaced(meeting, item, said);
            }
        }
        throw at(said.line(), MeetingText.NO_ENTRY.with(meeting.id(), said.entry()));
    }

    private List<Telling> replaced(Meeting meeting, int item, Draft.Said said) {
        List<Telling> all = new ArrayList<>();
        all.add(withdrawn(said.entry()));
        all.addAll(atLine(said.line(), () -> fresh(without(meeting, said.entry()), item, said)));
        return all;
    }

    /** The same meeting as if that entry had not been made. */
    private Meeting without(Meeting meeting, int entry) {
        List<JournalEntry> others = new ArrayList<>(meetings.history(meeting.id()));
        others.removeIf(e -> e.number() == entry);
        return MeetingStanding.of(meeting.id(), others, journal.config().zone());
    }

    private static List<Telling> change(int entry, String was, String is) {
        return DraftText.flat(was).equals(is)
                ? List.of()
                : List.of(Telling.of(Act.CHANGED).with("entry", entry).with("words", is));
    }

    private void action(Tx tx, Actor actor, Meeting meeting, Draft.Item item, Draft.Said said, List<Action> set)
            throws SQLException {
        if (said.action() != null) {
            for (Action there : meetings.actions().all(tx)) {
                if (there.id().equals(said.action())) {
                    if (!DraftText.flat(there.words()).equals(said.words())) {
                        throw at(said.line(), MeetingText.ACTION_FIXED.with(there.id()));
                    }
                    return;
                }
            }
            throw at(said.line(), MeetingText.NOT_FOUND.with(said.action()));
        }
        List<String> with = new ArrayList<>();
        for (String one : said.fields().getOrDefault("with", "").split(",")) {
            if (!one.isBlank()) {
                with.add(one.strip());
            }
        }
        NewAction asked = new NewAction(
                said.words(),
                said.fields().get("owner"),
                with,
                LocalDate.parse(said.fields().get("due")),
                meeting.id(),
                item.number,
                null,
                said.fields().get("division"));
        try {
            Saved<Action> saved = meetings.actions().add(tx, actor, asked);
            if (!saved.unchanged()) {
                set.add(saved.what());
            }
        } catch (VigilException e) {
            throw at(said.line(), e.what());
        }
    }

    private List<Telling> closing(Tx tx, Actor actor, Meeting meeting, Draft draft, List<Message> notes)
            throws SQLException {
        if (draft.closed() == null || meeting.closed() != null) {
            return List.of();
        }
        return sitting.closing(tx, actor, meeting, moment(draft.closed()), draft.next(), draft.noAction(), notes);
    }

    private interface Reading {
        List<Telling> get();
    }

    private static List<Telling> atLine(int line, Reading reading) {
        try {
            return reading.get();
        } catch (VigilException e) {
            throw at(line, e.what());
        }
    }

    private static VigilException at(int line, Message what) {
        return Journal.usage("VG-MEETING-DRAFT", MeetingText.AT_LINE.with(line, what))
                .next(MeetingText.DRAFT_KEPT.with());
    }

    private static VigilException fixed(Meeting meeting) {
        return Journal.refused(
                        "VG-MEETING-SEALED",
                        MeetingText.SEALED.with(meeting.id(), meeting.state().with()))
                .next(MeetingText.NEXT_ERRATUM.with(meeting.id()));
    }
}
