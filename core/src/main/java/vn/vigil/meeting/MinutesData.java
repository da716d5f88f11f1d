package vn.vigil.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.vigil.base.CaseId;
import vn.vigil.base.MemberId;
import vn.vigil.base.VigilException;
import vn.vigil.people.Body;
import vn.vigil.people.Capacity;
import vn.vigil.people.Member;
import vn.vigil.people.Office;
import vn.vigil.people.SignatureBlock;

/** What papers say of one meeting: who was there, what was said and decided, who is to do what, on what the chair rests. */
record MinutesData(Journal journal, Meetings meetings) {
    /** What somebody is in that body. */
    String office(Member member, Meeting meeting, MinutesWords words) {
        Office found = null;
        for (Office office : member.offices(meeting.day())) {
            String id = office.id();
            boolean own = id.startsWith(meeting.kind().body() == Body.CORE_TEAM ? "team-" : "steering-");
            found = own || found == null ? office : found;
        }
        return found == null ? "" : words.say(found.with());
    }

    String person(MemberId id, Meeting meeting, MinutesWords words) {
        Member member = journal.people().byId(id);
        return words.say(MinutesText.PERSON.with(member.name(), office(member, meeting, words)));
    }

    /** On what the chair rests, where it is not the head's own (A11). */
    static String basis(Meeting meeting, MinutesWords words) {
        if (meeting.opening() == null || meeting.opening().record() == null) {
            return "";
        }
        CaseId record = meeting.opening().record();
        return meeting.opening().capacity() == Capacity.IN_ABSENCE
                ? words.say(MinutesText.IN_ABSENCE.with(record))
                : words.say(MinutesText.DELEGATED.with(record, meeting.opening().basis()));
    }

    /** Above the chair's name: who chairs for an absent or a delegating head says so. */
    String chairTitle(Meeting meeting, MinutesWords words) {
        String chairs = words.say(MinutesText.CHAIR_SIGNS.with());
        if (meeting.opening() == null || meeting.opening().record() == null) {
            return chairs;
        }
        List<String> lines = new ArrayList<>();
        lines.add(chairs);
        try {
            SignatureBlock block = journal.people()
                    .signature(meeting.kind().body(), meeting.opening().at(), meeting.chair());
            lines.addAll(block.lines().subList(1, block.lines().size()));
        } catch (VigilException e) {
            // A delegation may lend the chair and not the signature: on what the chair rests stands at the top.
        }
        return String.join("\n", lines);
    }

    void attendance(Meeting meeting, MinutesWords words, Map<String, Object> data) {
        List<String> present = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        List<String> guests = new ArrayList<>();
        for (Meeting.Attendee a : meeting.attendees()) {
            String name = a.guest() ? a.who() : person(new MemberId(a.who()), meeting, words);
            List<String> spans = new ArrayList<>();
            for (Meeting.Attended span : a.spans()) {
                spans.add(words.say(MinutesText.SPAN.with(
                        span.from() == null ? "…" : words.time(span.from()),
                        span.to() == null ? "…" : words.time(span.to()))));
            }
            String more =
                    (a.how() == Presence.ONLINE ? " – " + words.say(a.how().with()) : "")
                            + (spans.isEmpty() ? "" : " (" + String.join(", ", spans) + ")");
            if (a.guest()) {
                guests.add(name + more);
            } else if (a.how().there()) {
                present.add(name + more);
            } else {
                String why = a.how() == Presence.EXCUSED
                        ? words.say(MinutesText.EXCUSED.with(a.reason()))
                        : words.say(MinutesText.UNEXCUSED.with());
                absent.add(name + ": " + why);
            }
        }
        Quorum quorum = Quorum.of(meeting, meetings.expected(meeting));
        for (MemberId member : quorum.unsaid()) {
            absent.add(person(member, meeting, words) + ": " + words.say(MinutesText.NOTHING_TOLD.with()));
        }
        data.put("present", present);
        data.put("absent", absent);
        data.put("guests", guests);
        data.put("count", words.say(MinutesText.COUNT.with(quorum.there(), quorum.expected())));
    }

    List<Map<String, Object>> items(Meeting meeting, MinutesWords words) {
        List<Map<String, Object>> items = new ArrayList<>();
        List<Meeting.AgendaItem> all = new ArrayList<>(meeting.agenda());
        all.add(new Meeting.AgendaItem(0, "", words.say(MinutesText.OTHER_MATTERS.with()), List.of()));
        for (Meeting.AgendaItem item : all) {
            List<String> opinions = new ArrayList<>();
            for (Meeting.Opinion o : meeting.opinions()) {
                if (o.item() == item.number()) {
                    opinions.add(
                            o.who().isEmpty()
                                    ? o.words()
                                    : words.say(MinutesText.SAID.with(meetings.name(o.who()), o.words())));
                }
            }
            List<String> decided = new ArrayList<>();
            for (Meeting.Decision d : meeting.decisions()) {
                if (d.item() == item.number()) {
                    decided.add(decision(d, words));
                }
            }
            boolean empty = opinions.isEmpty() && decided.isEmpty();
            if (item.number() > 0 || !empty) {
                items.add(Map.of(
                        "number",
                        items.size() + 1,
                        "title",
                        item.title(),
                        "lines",
                        item.lines(),
                        "opinions",
                        opinions,
                        "decisions",
                        decided,
                        "nothing",
                        empty));
            }
        }
        return items;
    }

    static String decision(Meeting.Decision d, MinutesWords words) {
        return d.voted()
                ? words.say(MinutesText.VOTED.with(d.number(), d.words(), d.inFavour(), d.against(), d.abstained()))
                : words.say(MinutesText.AGREED.with(d.number(), d.words()));
    }

    List<String> decided(Meeting meeting, MinutesWords words) {
        List<String> all = new ArrayList<>();
        for (Meeting.Decision d : meeting.decisions()) {
            all.add(decision(d, words));
        }
        return all;
    }

    List<Map<String, Object>> actions(Meeting meeting, MinutesWords words) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Action a : meetings.actions().list()) {
            if (meeting.id().equals(a.meeting())) {
                List<String> with = new ArrayList<>();
                a.with().forEach(one -> with.add(meetings.name(one)));
                String text = a.division().isEmpty()
                        ? a.words()
                        : words.say(MinutesText.ASKED_TO_COORDINATE.with(a.division(), a.words()));
                rows.add(Map.of(
                        "id",
                        a.id().toString(),
                        "text",
                        text,
                        "owner",
                        meetings.name(a.owner().value()),
                        "with",
                        String.join(", ", with),
                        "due",
                        MinutesWords.day(a.due())));
            }
        }
        return rows;
    }
}
