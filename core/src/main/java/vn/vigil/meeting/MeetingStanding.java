package vn.vigil.meeting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.vigil.base.CaseId;
import vn.vigil.base.MemberId;
import vn.vigil.calendar.Quarter;
import vn.vigil.people.Capacity;

/** How a meeting stands by its entries. Pure. */
final class MeetingStanding {
    private final Map<String, Meeting.Attendee> attendees = new LinkedHashMap<>();
    private final List<Meeting.AgendaItem> agenda = new ArrayList<>();
    private final List<Meeting.Opinion> opinions = new ArrayList<>();
    private final List<Meeting.Decision> decisions = new ArrayList<>();
    private final List<Meeting.Signed> signatures = new ArrayList<>();
    private final List<Meeting.Erratum> errata = new ArrayList<>();
    private final Set<Integer> withdrawn = new HashSet<>();
    private final Map<Integer, String> changed = new HashMap<>();
    private final List<MemberId> invited = new ArrayList<>();
    private final List<String> guests = new ArrayList<>();
    private MeetingState state = MeetingState.PLANNED;
    private MeetingKind kind;
    private Quarter quarter;
    private Instant start;
    private Duration length;
    private String place = "";
    private MemberId chair;
    private MemberId secretary;
    private String reason = "";
    private CaseId incident;
    private boolean postponed;
    private int sequence = -1;
    private Meeting.Opening opening;
    private Instant closed;
    private LocalDate next;
    private String text = "";
    private String number;
    private LocalDate issued;

    private MeetingStanding() {}

    static Meeting of(CaseId id, List<JournalEntry> entries, ZoneId zone) {
        MeetingStanding s = new MeetingStanding();
        for (JournalEntry e : entries) {
            if (e.act() == Act.WITHDRAWN) {
                s.withdrawn.add(e.count("entry"));
            } else if (e.act() == Act.CHANGED) {
                s.changed.put(e.count("entry"), e.text("words"));
            }
        }
        for (JournalEntry e : entries) {
            if (!s.withdrawn.contains(e.number())) {
                s.take(e);
            }
        }
        return new Meeting(
                id,
                s.kind,
                s.quarter,
                s.start,
                LocalDate.ofInstant(s.start, zone),
                s.length,
                s.place,
                s.chair,
                s.secretary,
                s.state,
                s.reason,
                s.incident,
                s.postponed,
                s.sequence,
                List.copyOf(s.invited),
                List.copyOf(s.guests),
                s.opening,
                s.closed,
                s.next,
                List.copyOf(s.agenda),
                List.copyOf(s.attendees.values()),
                List.copyOf(s.opinions),
                List.copyOf(s.decisions),
                List.copyOf(s.signatures),
                s.text,
                s.number,
                s.issued,
                List.copyOf(s.errata),
                entries.size());
    }

    private void take(JournalEntry e) {
        switch (e.act()) {
            case PLANNED -> {
                kind = MeetingKind.of(e.text("kind"));
                quarter = e.text("quarter").isEmpty() ? null : Quarter.parse(e.text("quarter"));
                incident = e.text("incident").isEmpty() ? null : CaseId.parse(e.text("incident"));
                guests.addAll(e.all("guest"));
                when(e);
                people(e);
            }
            case INVITED -> {
                state = MeetingState.INVITED;
                sequence = e.count("sequence");
                invited.clear();
                e.all("member").forEach(m -> invited.add(new MemberId(m)));
            }
            case POSTPONED -> {
                postponed = true;
                state = MeetingState.PLANNED;
                when(e);
            }
            case CANCELLED -> {
                state = MeetingState.CANCELLED;
                reason = e.text("reason");
            }
            case OPENED -> {
                state = MeetingState.OPEN;
                people(e);
                place = e.text("place").isEmpty() ? place : e.text("place");
                opening = new Meeting.Opening(
                        e.at(), capacity(e.text("capacity")), CaseId.parse(e.text("record")), e.text("basis"));
                leads(chair);
                leads(secretary);
            }
            case AGENDA -> agenda(e);
            case ITEM -> agenda.add(new Meeting.AgendaItem(agenda.size() + 1, "", words(e, "title"), List.of()));
            case ATTENDED -> attended(e);
            case NOTED ->
                opinions.add(new Meeting.Opinion(e.number(), e.count("item"), e.text("who"), words(e, "words")));
            case DECIDED ->
                decisions.add(new Meeting.Decision(
                        e.number(),
                        decisions.size() + 1,
                        e.count("item"),
                        words(e, "words"),
                        !e.text("for").isEmpty(),
                        e.count("for"),
                        e.count("against"),
                        e.count("abstained")));
            case CLOSED -> {
                state = MeetingState.HELD;
                closed = e.at();
                next = e.day("next");
            }
            case DRAFTED -> state = MeetingState.DRAFTED;
            case APPROVED -> {
                state = MeetingState.APPROVED;
                text = e.text("text");
            }
            case SIGNED -> {
                signatures.add(new Meeting.Signed(e.text("how"), e.text("who"), e.text("sha256"), e.day("day")));
                // One sheet bears both; by keys each signs alone.
                if (e.text("how").equals("paper") || signatures.size() == 2) {
                    state = MeetingState.SIGNED;
                }
            }
            case ISSUED -> {
                state = MeetingState.ISSUED;
                number = e.text("number");
                issued = e.day("day");
            }
            case ERRATUM ->
                errata.add(new Meeting.Erratum(
                        errata.size() + 1, e.text("was"), e.text("is"), e.text("reason"), e.at(), e.by()));
            default -> {}
        }
    }

    private void when(JournalEntry e) {
        start = e.moment("start");
        length = Duration.ofMinutes(e.count("minutes"));
        place = e.text("place").isEmpty() ? place : e.text("place");
        reason = e.text("reason");
    }

    private void people(JournalEntry e) {
        chair = e.text("chair").isEmpty() ? chair : new MemberId(e.text("chair"));
        secretary = e.text("secretary").isEmpty() ? secretary : new MemberId(e.text("secretary"));
    }

    /** Whoever chairs or writes is there. */
    private void leads(MemberId member) {
        String who = member.value();
        attendees.put(who, new Meeting.Attendee(who, false, Presence.PRESENT, List.of(), "", 0));
    }

    private static Capacity capacity(String word) {
        for (Capacity capacity : Capacity.values()) {
            if (capacity.word().equals(word)) {
                return capacity;
            }
        }
        return null;
    }

    private void agenda(JournalEntry e) {
        List<String> titles = e.all("title");
        List<String> standing = e.all("standing");
        for (int i = 0; i < titles.size(); i++) {
            String mark = (i + 1) + ": ";
            List<String> lines = new ArrayList<>();
            for (String line : e.all("line")) {
                if (line.startsWith(mark)) {
                    lines.add(line.substring(mark.length()));
                }
            }
            agenda.add(new Meeting.AgendaItem(i + 1, standing.get(i), titles.get(i), lines));
        }
    }

    private void attended(JournalEntry e) {
        boolean guest = e.text("who").isEmpty();
        String who = guest ? e.text("name") : e.text("who");
        Presence how = Presence.of(e.text("how"));
        List<Meeting.Attended> spans = new ArrayList<>();
        Meeting.Attendee before = attendees.get(who);
        Meeting.Attended span = new Meeting.Attended(e.moment("from"), e.moment("to"));
        boolean timed = span.from() != null || span.to() != null;
        // Who comes back has another time there; who is said to be away has none.
        if (how.there() && timed) {
            if (before != null && before.how().there()) {
                spans.addAll(before.spans());
            }
            spans.add(span);
        }
        attendees.put(who, new Meeting.Attendee(who, guest, how, spans, e.text("reason"), e.number()));
    }

    private String words(JournalEntry e, String field) {
        return changed.getOrDefault(e.number(), e.text(field));
    }
}
