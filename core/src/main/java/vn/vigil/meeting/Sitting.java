package vn.vigil.meeting;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.config.Setting;
import vn.vigil.people.Actor;
import vn.vigil.people.Member;
import vn.vigil.store.Tx;

/** What happens while a meeting goes on: opening, who is there, opinions, decisions, closing. */
final class Sitting {
    private final Journal journal;
    private final Meetings meetings;

    Sitting(Journal journal, Meetings meetings) {
        this.journal = journal;
        this.meetings = meetings;
    }

    /** @throws VigilException REFUSED unless it was opened and not closed */
    static void mustGo(Meeting meeting) {
        if (!meeting.going()) {
            boolean early = meeting.state().compareTo(MeetingState.OPEN) < 0;
            VigilException e = Journal.refused(
                    "VG-MEETING-NOT-OPEN",
                    (early ? MeetingText.NOT_OPEN_YET : MeetingText.NOT_OPEN)
                            .with(meeting.id(), meeting.state().with()));
            throw early
                    ? e.next(MeetingText.NEXT_OPEN.with(meeting.id()))
                    : meeting.state().sealed()
                            ? e.next(MeetingText.NEXT_ERRATUM.with(meeting.id()))
                            : e.next(MeetingText.NEXT_DRAFT.with(meeting.id()));
        }
    }

    /** @throws VigilException REFUSED before it was opened, and once its minutes are approved */
    static void mustBeInHand(Meeting meeting) {
        boolean written = meeting.state() == MeetingState.HELD || meeting.state() == MeetingState.DRAFTED;
        if (!written) {
            mustGo(meeting);
        }
    }

    /** @throws VigilException NOT_FOUND */
    static void needItem(Meeting meeting, int item) {
        if (item < 0 || item > meeting.agenda().size()) {
            throw new VigilException(
                    ErrorKind.NOT_FOUND,
                    "VG-MEETING-NO-ITEM",
                    MeetingText.NO_ITEM.with(
                            meeting.id(), item, meeting.agenda().size()));
        }
    }

    /** @param chair id or name; null: as planned; @param secretary likewise; @param at null: now */
    Saved<Meeting> open(Actor actor, CaseId id, String chair, String secretary, String place, Instant at) {
        return meetings.change(actor, id, (tx, meeting) -> {
            if (meeting.state() == MeetingState.OPEN) {
                return List.of();
            }
            Calling.before(meeting);
            Instant now = journal.now();
            Instant when = at == null ? now : at;
            if (when.isAfter(now)) {
                throw Journal.usage("VG-MEETING-FUTURE", MeetingText.IN_FUTURE.with());
            }
            return opening(tx, meeting, chair, secretary, place, when);
        });
    }

    List<Telling> opening(Tx tx, Meeting meeting, String chair, String secretary, String place, Instant when)
            throws SQLException {
        LocalDate day = journal.day(when);
        Chairs chairs = new Chairs(journal.people());
        Member head;
        if (chair != null) {
            head = journal.member(chair);
        } else if (meeting.chair() != null) {
            head = journal.people().byId(meeting.chair());
        } else {
            Chairs.Right right = chairs.first(meeting.kind().body(), when, day);
            if (right == null) {
                VigilException e = Journal.refused("VG-MEETING-CHAIR", MeetingText.NO_CHAIR.with(meeting.id()));
                throw chairs.nobody(e, meeting.kind().body(), day);
            }
            head = right.member();
        }
        Chairs.Right right = chairs.need(meeting.kind().body(), head, when, day);
        String named = secretary != null
                ? secretary
                : meeting.secretary() != null
                        ? meeting.secretary().value()
                        : journal.config().text(Setting.MEETING_SECRETARY);
        if (named == null) {
            throw Journal.usage("VG-MEETING-NO-SECRETARY", MeetingText.NO_SECRETARY.with());
        }
        Member clerk = journal.member(named);
        chairs.secretary(head.id(), clerk);
        List<Telling> all = new ArrayList<>();
        all.add(new Telling(Act.OPENED, when)
                .with("chair", head.id())
                .with("secretary", clerk.id())
                .with("place", Journal.words("--place", place))
                .with("capacity", right.capacity().word())
                .with("record", right.record())
                .with("basis", right.basis()));
        Telling agenda = Telling.of(Act.AGENDA);
        for (Meeting.AgendaItem item : meetings.agenda(tx, meeting, vn.vigil.text.Lang.VI)) {
            agenda.with("title", item.title()).with("standing", item.standing());
            item.lines().forEach(line -> agenda.with("line", item.number() + ": " + line));
        }
        all.add(agenda);
        return all;
    }

    Saved<Meeting> item(Actor actor, CaseId id, String title) {
        String text = Journal.needed("--title", title);
        return meetings.change(actor, id, (tx, meeting) -> {
            mustGo(meeting);
            for (Meeting.AgendaItem item : meeting.agenda()) {
                if (item.title().equals(text)) {
                    return List.of();
                }
            }
            return List.of(Telling.of(Act.ITEM).with("title", text));
        });
    }

    Saved<Meeting> attend(Actor actor, CaseId id, Attend asked) {
        return meetings.change(actor, id, (tx, meeting) -> {
            mustGo(meeting);
            return attending(meeting, asked);
        });
    }

    List<Telling> attending(Meeting meeting, Attend asked) {
        if (asked.people().isEmpty() && asked.guests().isEmpty()) {
            throw Journal.usage("VG-MEETING-NOBODY", MeetingText.NOBODY_NAMED.with());
        }
        String reason = Journal.words("--reason", asked.reason());
        if (asked.how() == Presence.EXCUSED && reason.isEmpty()) {
            throw Journal.usage("VG-MEETING-EXCUSE", MeetingText.EXCUSE_NEEDS_REASON.with());
        }
        boolean timed = asked.from() != null || asked.to() != null;
        boolean backwards =
                asked.from() != null && asked.to() != null && !asked.from().isBefore(asked.to());
        if (backwards || timed && !asked.how().there()) {
            throw Journal.usage("VG-MEETING-SPAN", MeetingText.BAD_SPAN.with());
        }
        List<Telling> all = new ArrayList<>();
        for (String person : asked.people()) {
            put(all, meeting, asked, "who", journal.member(person).id().value(), reason);
        }
        for (String guest : asked.guests()) {
            put(all, meeting, asked, "name", Journal.needed("--guest", guest), reason);
        }
        return all;
    }

    private void put(List<Telling> all, Meeting meeting, Attend asked, String field, String who, String reason) {
        Instant from = moment(meeting, asked.from());
        Instant to = moment(meeting, asked.to());
        for (Meeting.Attendee there : meeting.attendees()) {
            boolean same = there.who().equals(who)
                    && there.how() == asked.how()
                    && there.reason().equals(reason)
                    && (from == null && to == null
                            ? there.spans().isEmpty()
                            : there.spans().contains(new Meeting.Attended(from, to)));
            if (same) {
                return;
            }
        }
        all.add(Telling.of(Act.ATTENDED)
                .with(field, who)
                .with("how", asked.how().id())
                .with("from", from)
                .with("to", to)
                .with("reason", reason));
    }

    /** A time of the meeting's own day; null for null. */
    private Instant moment(Meeting meeting, LocalTime time) {
        if (time == null) {
            return null;
        }
        Instant opened =
                meeting.opening() == null ? meeting.start() : meeting.opening().at();
        return journal.day(opened).atTime(time).atZone(journal.config().zone()).toInstant();
    }

    Saved<Meeting> note(Actor actor, CaseId id, int item, String who, String words) {
        return meetings.change(actor, id, (tx, meeting) -> {
            mustGo(meeting);
            return noting(meeting, item, who, words);
        });
    }

    List<Telling> noting(Meeting meeting, int item, String who, String words) {
        needItem(meeting, item);
        String speaker = speaker(meeting, who);
        String text = Journal.needed("TEXT", words);
        for (Meeting.Opinion there : meeting.opinions()) {
            if (there.item() == item
                    && there.who().equals(speaker)
                    && there.words().equals(text)) {
                return List.of();
            }
        }
        return List.of(Telling.of(Act.NOTED)
                .with("item", item == 0 ? null : item)
                .with("who", speaker)
                .with("words", text));
    }

    /** A member, or a guest of this meeting by name; empty for nobody. */
    private String speaker(Meeting meeting, String who) {
        if (who == null || who.isBlank()) {
            return "";
        }
        for (Meeting.Attendee there : meeting.attendees()) {
            if (there.guest() && there.who().equals(Journal.words("--by", who))) {
                return there.who();
            }
        }
        return journal.member(who).id().value();
    }

    Saved<Meeting> decide(Actor actor, CaseId id, NewDecision asked) {
        return meetings.change(actor, id, (tx, meeting) -> {
            mustGo(meeting);
            return deciding(meeting, asked);
        });
    }

    List<Telling> deciding(Meeting meeting, NewDecision asked) {
        needItem(meeting, asked.item());
        String words = Journal.needed("TEXT", asked.words());
        if (asked.voted() && (asked.against() < 0 || asked.abstained() < 0 || asked.inFavour() > 10_000)) {
            throw Journal.usage("VG-MEETING-VOTES", MeetingText.BAD_VOTES.with());
        }
        for (Meeting.Decision there : meeting.decisions()) {
            if (there.item() == asked.item() && there.words().equals(words)) {
                boolean same = there.voted() == asked.voted()
                        && (!asked.voted()
                                || there.inFavour() == asked.inFavour()
                                        && there.against() == asked.against()
                                        && there.abstained() == asked.abstained());
                if (same) {
                    return List.of();
                }
                throw new VigilException(
                                ErrorKind.CONFLICT,
                                "VG-MEETING-DECIDED",
                                MeetingText.DECIDED_OTHERWISE.with(meeting.id(), there.number()))
                        .next(MeetingText.NEXT_DRAFT.with(meeting.id()));
            }
        }
        Telling telling = Telling.of(Act.DECIDED)
                .with("item", asked.item() == 0 ? null : asked.item())
                .with("words", words);
        if (asked.voted()) {
            telling.with("for", asked.inFavour())
                    .with("against", asked.against())
                    .with("abstained", asked.abstained());
        }
        return List.of(telling);
    }

    /**
     * @param at null: now
     * @param noAction whether a review sets nothing to be done, and says so (clause 5.3b)
     * @param notes what the reader should know is added
     */
    Saved<Meeting> close(Actor actor, CaseId id, Instant at, LocalDate next, boolean noAction, List<Message> notes) {
        return meetings.change(actor, id, (tx, meeting) -> {
            if (meeting.state().held() && (at == null || at.equals(meeting.closed()))) {
                return List.of();
            }
            mustGo(meeting);
            return closing(tx, actor, meeting, at, next, noAction, notes);
        });
    }

    List<Telling> closing(
            Tx tx, Actor actor, Meeting meeting, Instant at, LocalDate next, boolean noAction, List<Message> notes)
            throws SQLException {
        Instant when = at == null ? journal.now() : at;
        if (!when.isAfter(meeting.opening().at())) {
            throw Journal.usage("VG-MEETING-CLOSED-BEFORE", MeetingText.CLOSED_BEFORE.with());
        }
        if (when.isAfter(journal.now())) {
            throw Journal.usage("VG-MEETING-FUTURE", MeetingText.IN_FUTURE.with());
        }
        boolean tasks = false;
        for (Action action : meetings.actions().all(tx)) {
            tasks |= meeting.id().equals(action.meeting());
        }
        if (meeting.kind() == MeetingKind.STEERING && !tasks && !noAction) {
            throw Journal.refused("VG-MEETING-NO-ACTION", MeetingText.REVIEW_WITHOUT_ACTION.with(meeting.id()))
                    .next(MeetingText.NEXT_ACTION.with(meeting.id()));
        }
        Quorum quorum = Quorum.of(meeting, meetings.expected(meeting));
        int share = Integer.parseInt(journal.config().text(Setting.MEETING_QUORUM));
        if (quorum.there() * 100 < quorum.expected() * share) {
            notes.add(MeetingText.FEW_CAME.with(quorum.there(), quorum.expected(), share));
        }
        for (MemberId missing : quorum.unsaid()) {
            notes.add(MeetingText.NOT_SAID.with(missing));
        }
        // Every answer that was given meanwhile is told back at the team's next meeting (clause 5.3c).
        if (meeting.kind() == MeetingKind.CORE) {
            for (Proposal proposal : meetings.proposals().list()) {
                if (!proposal.open() && proposal.told() == null) {
                    meetings.proposals().told(tx, actor, proposal.id(), meeting.id(), "");
                }
            }
        }
        LocalDate later = next != null ? next : meetings.nextDay(tx, meeting);
        return List.of(new Telling(Act.CLOSED, when).with("next", later));
    }
}
