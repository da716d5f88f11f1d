package vn.vigil.meeting;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import vn.vigil.base.CaseId;
import vn.vigil.base.MemberId;
import vn.vigil.base.Message;
import vn.vigil.calendar.ICalendar;
import vn.vigil.config.Setting;
import vn.vigil.document.Papers;
import vn.vigil.notify.Attachment;
import vn.vigil.notify.Outbox;
import vn.vigil.people.Actor;
import vn.vigil.people.Member;
import vn.vigil.roster.watch.Letterbox;
import vn.vigil.store.Tx;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;

/**
 * Invites by message: a letter with the member's own open actions, the calendar entry and the invitation as PDF. Put off, the calendar entry
 * comes again with a higher SEQUENCE; called off, as CANCEL (RFC 5546). Nothing of incidents stands in any of them.
 */
final class Invitations {
    private static final int REMIND = 60;

    private final Journal journal;
    private final Meetings meetings;
    private final MeetingPapers papers;
    private final Letterbox letters;

    Invitations(Journal journal, Meetings meetings, MeetingPapers papers, Supplier<Outbox> outbox) {
        this.journal = journal;
        this.meetings = meetings;
        this.papers = papers;
        this.letters = new Letterbox(journal.world(), journal.config(), outbox, "vigil.meeting.message/1");
    }

    Invited send(Actor actor, CaseId id) {
        Meeting before = meetings.get(id);
        boolean off = before.state() == MeetingState.CANCELLED;
        if (!off) {
            Calling.before(before);
        } else if (before.sequence() < 0) {
            throw Journal.refused("VG-MEETING-NOBODY-INVITED", MeetingText.NOBODY_INVITED.with(id));
        }
        // Made before the transaction: a PDF takes a second.
        byte[] pdf = off ? null : Papers.pdf(papers.invitation(before, Lang.VI));
        return journal.store().write(tx -> {
            List<JournalEntry> entries = journal.entries(tx, id, Meetings.SERIES);
            Meeting meeting = meetings.get(tx, id);
            if (toldSince(entries)) {
                return new Invited(meeting, meeting.sequence(), meeting.invited(), List.of(), true);
            }
            int sequence = meeting.sequence() + 1;
            List<MemberId> sent = new ArrayList<>();
            List<MemberId> without = new ArrayList<>();
            List<MemberId> whom = off ? meeting.invited() : meetings.expected(meeting);
            for (MemberId member : whom) {
                Member to = journal.people().byId(member);
                boolean reached = !letters.put(tx, letter(tx, meeting, to, sequence, pdf), to)
                        .isEmpty();
                (reached ? sent : without).add(member);
            }
            journal.add(
                    tx,
                    actor,
                    id,
                    Meetings.SERIES,
                    (t, there) -> List.of(Telling.of(off ? Act.TOLD : Act.INVITED)
                            .with("sequence", sequence)
                            .withAll("member", whom)
                            .withAll("without", without)));
            return new Invited(meetings.get(tx, id), sequence, sent, without, false);
        });
    }

    /** Whether everybody was told of the meeting as it is now. */
    private static boolean toldSince(List<JournalEntry> entries) {
        boolean told = false;
        for (JournalEntry e : entries) {
            told = switch (e.act()) {
                case INVITED, TOLD -> true;
                case POSTPONED, CANCELLED -> false;
                default -> told;
            };
        }
        return told;
    }

    private Letterbox.Letter letter(Tx tx, Meeting meeting, Member to, int sequence, byte[] pdf) throws SQLException {
        Lang lang = to.lang() == null ? journal.config().lang() : to.lang();
        MinutesWords words = new MinutesWords(lang, journal.config().zone());
        boolean off = meeting.state() == MeetingState.CANCELLED;
        Message what = meeting.kind().with();
        String when = words.moment(meeting.start());
        MeetingText subject =
                off ? MeetingText.LETTER_OFF : sequence > 0 ? MeetingText.LETTER_MOVED : MeetingText.LETTER_INVITES;
        List<Message> body = new ArrayList<>();
        body.add(subject.with(what, when));
        if (!meeting.place().isEmpty()) {
            body.add(MeetingText.LETTER_PLACE.with(meeting.place()));
        }
        if (!meeting.reason().isEmpty()) {
            body.add(MeetingText.REASON.with(meeting.reason()));
        }
        List<String> own = new ArrayList<>();
        for (Action action : off ? List.<Action>of() : meetings.actions().all(tx)) {
            if (action.state().open() && action.owner().equals(to.id())) {
                own.add(action.id().toString());
                body.add(MeetingText.LETTER_ACTION.with(
                        action.id(),
                        action.words(),
                        MinutesWords.day(action.due()),
                        action.state().with()));
            }
        }
        if (!own.isEmpty()) {
            body.add(MeetingText.LETTER_ASKS.with());
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("meeting", meeting.id().toString());
        facts.put("kind", meeting.kind().id());
        facts.put("start", meeting.start().toString());
        facts.put("place", meeting.place());
        facts.put("sequence", sequence);
        facts.put("cancelled", off);
        facts.put("actions", own);
        String key = "meeting/" + meeting.id() + "/" + sequence;
        return new Letterbox.Letter(key, "meeting", subject.with(what, when), body, facts)
                .with(attachments(meeting, to, sequence, pdf, lang));
    }

    private List<Attachment> attachments(Meeting meeting, Member to, int sequence, byte[] pdf, Lang lang) {
        List<Attachment> all = new ArrayList<>();
        boolean off = meeting.state() == MeetingState.CANCELLED;
        String method = off ? "CANCEL" : "REQUEST";
        ICalendar.Address attendee = to.email() == null ? null : new ICalendar.Address(to.name(), to.email());
        String name = meeting.id().toString().toLowerCase(Locale.ROOT);
        all.add(new Attachment(
                name + ".ics",
                "text/calendar; method=" + method + "; charset=UTF-8",
                calendar(meeting, sequence, lang, attendee == null ? List.of() : List.of(attendee))
                        .getBytes(StandardCharsets.UTF_8)));
        if (pdf != null) {
            all.add(new Attachment(name + "-giay-moi.pdf", "application/pdf", pdf));
        }
        return all;
    }

    /** The calendar as a file: for all who belong there. */
    String calendar(Meeting meeting, Lang lang) {
        List<ICalendar.Address> all = new ArrayList<>();
        for (MemberId member : meetings.expected(meeting)) {
            Member one = journal.people().byId(member);
            if (one.email() != null) {
                all.add(new ICalendar.Address(one.name(), one.email()));
            }
        }
        return calendar(meeting, Math.max(0, meeting.sequence()), lang, all);
    }

    private String calendar(Meeting meeting, int sequence, Lang lang, List<ICalendar.Address> attendees) {
        boolean off = meeting.state() == MeetingState.CANCELLED;
        Message what = meeting.kind().with();
        String from = journal.config().text(Setting.MAIL_FROM);
        Instant stamp = Instant.EPOCH;
        for (JournalEntry e : meetings.history(meeting.id())) {
            stamp = e.enteredAt();
        }
        String about = Texts.render(MeetingText.CALENDAR_ABOUT.with(meeting.id()), lang);
        ICalendar.Event event = new ICalendar.Event(
                meeting.id().toString().toLowerCase(Locale.ROOT) + "@vigil",
                sequence,
                stamp,
                meeting.start(),
                meeting.start().plus(meeting.length()),
                Texts.render(what, lang),
                about,
                meeting.place().isEmpty() ? null : meeting.place(),
                off ? ICalendar.Status.CANCELLED : ICalendar.Status.CONFIRMED,
                from == null ? null : new ICalendar.Address(null, from),
                attendees,
                REMIND);
        return ICalendar.write(
                "-//vigil//vigil//" + lang.tag().toUpperCase(Locale.ROOT),
                off ? ICalendar.Method.CANCEL : ICalendar.Method.REQUEST,
                null,
                journal.config().zone(),
                List.of(event));
    }
}
