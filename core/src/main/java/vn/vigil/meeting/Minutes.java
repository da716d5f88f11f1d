package vn.vigil.meeting;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.document.Paper;
import vn.vigil.ledger.LedgerChain;
import vn.vigil.ledger.Proof;
import vn.vigil.people.Actor;
import vn.vigil.people.Body;
import vn.vigil.people.Power;
import vn.vigil.register.NewEntry;
import vn.vigil.register.Register;
import vn.vigil.register.SavedScan;
import vn.vigil.register.Series;
import vn.vigil.text.Lang;

/** The minutes of one meeting on their way: approved, signed on paper, numbered and issued, put right. */
final class Minutes {
    private final Journal journal;
    private final Meetings meetings;
    private final MeetingPapers papers;
    private final Supplier<Register> register;
    private final MinutesReports reports;

    Minutes(
            Journal journal,
            Meetings meetings,
            MeetingPapers papers,
            Supplier<Register> register,
            MinutesReports reports) {
        this.journal = journal;
        this.meetings = meetings;
        this.papers = papers;
        this.register = register;
        this.reports = reports;
    }

    Saved<Meeting> approve(Actor actor, CaseId id) {
        // The checkpoint is signed and remembered: only once it is clear that it is wanted.
        boolean wanted = approves(actor, meetings.get(id)) && !journal.store().isRehearsal();
        String checkpoint = wanted ? reports.checkpoint() : "";
        return meetings.change(actor, id, (tx, meeting) -> {
            if (!approves(actor, meeting)) {
                return List.of();
            }
            String text =
                    papers.minutes(meeting, Lang.VI, foot(meeting, checkpoint)).source();
            return List.of(Telling.of(Act.APPROVED)
                    .with("text", text)
                    .with("sha256", Journal.sha256(text.getBytes(StandardCharsets.UTF_8))));
        });
    }

    /**
     * Whether there is something to approve.
     *
     * @throws VigilException REFUSED before it was held, or for somebody else than the chair; DENIED without proof
     */
    private boolean approves(Actor actor, Meeting meeting) {
        if (meeting.state().compareTo(MeetingState.APPROVED) >= 0 && meeting.state() != MeetingState.CANCELLED) {
            return false;
        }
        if (!meeting.state().held()) {
            throw Journal.refused("VG-MEETING-NOT-HELD", MeetingText.NOT_HELD.with(meeting.id()))
                    .next(MeetingText.NEXT_CLOSE.with(meeting.id()));
        }
        if (!meeting.chair().equals(actor.memberId())) {
            throw Journal.refused(
                    "VG-MEETING-APPROVE",
                    MeetingText.CHAIR_APPROVES.with(
                            meetings.name(meeting.chair().value())));
        }
        boolean proved = actor.proof() == Proof.PIN || actor.proof() == Proof.KEY;
        if (!proved && !journal.store().isRehearsal() && journal.people().hasPin(actor.memberId())) {
            throw new VigilException(
                    ErrorKind.DENIED, "VG-MEETING-PROOF", MeetingText.PROOF_DEMANDED.with(meeting.id()));
        }
        return true;
    }

    /** What ties the minutes to the ledger and to the quarter's reports. */
    private List<String> foot(Meeting meeting, String checkpoint) {
        MinutesWords words = new MinutesWords(Lang.VI, journal.config().zone());
        List<String> foot = new ArrayList<>();
        foot.add(words.say(MinutesText.CHECKPOINT.with(checkpoint)));
        List<String> issued = meeting.quarter() == null
                ? List.of()
                : reports.issued(meeting.quarter().previous());
        foot.add(
                issued.isEmpty()
                        ? words.say(MinutesText.NO_REPORTS.with())
                        : words.say(MinutesText.REPORTS.with(String.join("; ", issued))));
        return foot;
    }

    Paper paper(Meeting meeting, Lang lang) {
        if (meeting.text().isEmpty()) {
            return papers.minutes(meeting, lang, List.of());
        }
        String text = meeting.text();
        if (meeting.number() != null) {
            // The number is written in after signing, as on paper.
            text = text.replaceFirst("(?m)^number: .*$", "number: " + Matcher.quoteReplacement(meeting.number()))
                    .replaceFirst("(?m)^date:.*$", "date: " + meeting.issued());
        }
        return Paper.of(meeting.id().toString(), text, Lang.VI);
    }

    Saved<Meeting> signPaper(Actor actor, CaseId id, Path scan, LocalDate day) {
        Meeting before = meetings.get(id);
        meetings.mayWrite(actor, before);
        if (before.state().compareTo(MeetingState.APPROVED) < 0 || before.state() == MeetingState.CANCELLED) {
            throw Journal.refused("VG-MEETING-NOT-APPROVED", MeetingText.NOT_APPROVED.with(id))
                    .next(MeetingText.NEXT_APPROVE.with(id));
        }
        if (day.isBefore(before.day())) {
            throw Journal.usage("VG-MEETING-SIGNED-BEFORE", MeetingText.SIGNED_BEFORE.with());
        }
        String signers = meetings.name(before.chair().value()) + ", "
                + meetings.name(before.secretary().value());
        SavedScan saved = register.get().scan(actor, id.toString(), scan, signers, day, null);
        return meetings.change(actor, id, (tx, meeting) -> {
            String sha256 = saved.scan().sha256();
            for (Meeting.Signed there : meeting.signatures()) {
                if (there.sha256().equals(sha256)) {
                    return List.of();
                }
                throw new VigilException(
                        ErrorKind.CONFLICT, "VG-MEETING-SIGNED", MeetingText.SIGNED_OTHERWISE.with(id, there.sha256()));
            }
            return List.of(Telling.of(Act.SIGNED)
                    .with("how", "paper")
                    .with("who", signers)
                    .with("sha256", sha256)
                    .with("day", day));
        });
    }

    Saved<Meeting> issue(Actor actor, CaseId id, String number, LocalDate day) {
        if (number != null) {
            journal.people().require(actor, Power.KEEP_REGISTER);
        }
        LocalDate when = day == null ? journal.today() : day;
        return meetings.change(actor, id, (tx, meeting) -> {
            if (meeting.state() == MeetingState.ISSUED) {
                boolean same = (number == null || number.strip().equals(meeting.number()))
                        && (day == null || day.equals(meeting.issued()));
                if (same) {
                    return List.of();
                }
                throw new VigilException(
                        ErrorKind.CONFLICT,
                        "VG-MEETING-ISSUED",
                        MeetingText.ISSUED_ALREADY.with(id, meeting.number(), MinutesWords.day(meeting.issued())));
            }
            if (meeting.state() != MeetingState.SIGNED) {
                throw Journal.refused("VG-MEETING-NOT-SIGNED", MeetingText.NOT_SIGNED.with(id))
                        .next(MeetingText.NEXT_SIGN.with(id));
            }
            MinutesWords words = new MinutesWords(Lang.VI, journal.config().zone());
            NewEntry entry = new NewEntry(
                    id.toString(),
                    when,
                    words.say(MinutesText.REGISTER_TITLE.with(MeetingPapers.within(papers.about(meeting, words)))),
                    meetings.name(meeting.chair().value()),
                    List.of(words.say(MinutesText.TO_MEMBERS.with()), words.say(MinutesText.KEPT.with())));
            String body = meeting.kind().body() == Body.CORE_TEAM ? Series.CORE_TEAM : Series.STEERING_COMMITTEE;
            String taken = number == null
                    ? register.get()
                            .take(tx, actor, new Series("BB", body), entry)
                            .entry()
                            .number()
                    : register.get().outside(tx, actor, number, entry).entry().number();
            return List.of(Telling.of(Act.ISSUED).with("number", taken).with("day", when));
        });
    }

    Saved<Meeting> erratum(Actor actor, CaseId id, String was, String is, String reason) {
        String from = Journal.needed("--was", was);
        String to = Journal.needed("--is", is);
        String why = Journal.needed("--reason", reason);
        return meetings.change(actor, id, (tx, meeting) -> {
            for (Meeting.Erratum there : meeting.errata()) {
                if (there.was().equals(from) && there.is().equals(to)) {
                    return List.of();
                }
            }
            if (!meeting.state().sealed()) {
                throw Journal.refused("VG-MEETING-NOT-SIGNED", MeetingText.NO_ERRATUM_YET.with(id))
                        .next(MeetingText.NEXT_DRAFT.with(id));
            }
            if (!corrected(meeting).contains(from)) {
                throw Journal.usage("VG-MEETING-ERRATUM", MeetingText.NOT_IN_TEXT.with(id, from));
            }
            return List.of(
                    Telling.of(Act.ERRATUM).with("was", from).with("is", to).with("reason", why));
        });
    }

    /** The signed text as its errata read it. */
    static String corrected(Meeting meeting) {
        String text = meeting.text();
        for (Meeting.Erratum erratum : meeting.errata()) {
            text = text.replace(erratum.was(), erratum.is());
        }
        return text;
    }

    /** What errata changed. */
    static List<TextDiff.Line> diff(Meeting meeting) {
        return TextDiff.of(meeting.text(), corrected(meeting));
    }

    List<Message> verify(CaseId id) {
        Map<Integer, String> ledger = new LinkedHashMap<>();
        for (String line : journal.ledger().linesOf(id.toString())) {
            LedgerChain.Parsed entry = LedgerChain.parse(LedgerChain.bodyOf(line));
            if (entry != null
                    && entry.content().get("details") instanceof Map<?, ?> details
                    && details.get("entry") instanceof Number number) {
                ledger.put(number.intValue(), String.valueOf(details.get("sha256")));
            }
        }
        List<Message> faults = new ArrayList<>();
        List<SqlMeetingStore.Sealed> entries = journal.store().read(tx -> {
            journal.entries(tx, id);
            return SqlMeetingStore.entries(tx, id);
        });
        for (SqlMeetingStore.Sealed row : entries) {
            int number = row.entry().number();
            String own = Journal.sha256(id, row.entry(), row.salt());
            String there = ledger.remove(number);
            if (there == null) {
                faults.add(MeetingText.ENTRY_UNKNOWN.with(number));
            } else if (!own.equals(there) || !own.equals(row.sha256())) {
                faults.add(MeetingText.ENTRY_CHANGED.with(number));
            }
        }
        ledger.keySet().forEach(number -> faults.add(MeetingText.ENTRY_MISSING.with(number)));
        return faults;
    }
}
