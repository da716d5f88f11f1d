package vn.vigil.meeting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.document.Paper;
import vn.vigil.document.Papers;
import vn.vigil.document.PdfSignatures;
import vn.vigil.ledger.LedgerChain;
import vn.vigil.ledger.Proof;
import vn.vigil.people.Actor;
import vn.vigil.people.Body;
import vn.vigil.people.KeySource;
import vn.vigil.people.Power;
import vn.vigil.register.NewEntry;
import vn.vigil.register.Register;
import vn.vigil.register.SavedScan;
import vn.vigil.register.Scan;
import vn.vigil.register.Series;
import vn.vigil.seal.Cades;
import vn.vigil.seal.SignatureReport;
import vn.vigil.seal.SigningKey;
import vn.vigil.store.Tx;
import vn.vigil.text.Lang;

/** The minutes of one meeting on their way: edited, approved, signed, numbered and issued, put right. */
final class Minutes {
    private static final String KEY = "key";

    private final Journal journal;
    private final Meetings meetings;
    private final Sitting sitting;
    private final MeetingPapers papers;
    private final Supplier<Register> register;
    private final MinutesReports reports;

    Minutes(
            Journal journal,
            Meetings meetings,
            Sitting sitting,
            MeetingPapers papers,
            Supplier<Register> register,
            MinutesReports reports) {
        this.journal = journal;
        this.meetings = meetings;
        this.sitting = sitting;
        this.papers = papers;
        this.register = register;
        this.reports = reports;
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
        for (JournalEntry entry : journal.entries(tx, meeting.id())) {
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

    Saved<Meeting> approve(Actor actor, CaseId id) {
        String checkpoint = journal.store().isRehearsal() ? "" : reports.checkpoint();
        return meetings.change(actor, id, (tx, meeting) -> {
            if (meeting.state().compareTo(MeetingState.APPROVED) >= 0 && meeting.state() != MeetingState.CANCELLED) {
                return List.of();
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
                throw new VigilException(ErrorKind.DENIED, "VG-MEETING-PROOF", MeetingText.PROOF_DEMANDED.with(id));
            }
            String text =
                    papers.minutes(meeting, Lang.VI, foot(meeting, checkpoint)).source();
            return List.of(Telling.of(Act.APPROVED)
                    .with("text", text)
                    .with("sha256", Journal.sha256(text.getBytes(StandardCharsets.UTF_8))));
        });
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

    /**
     * Signs the approved text as a PDF, by the key of the chair or the secretary; whoever signs second signs the file of the first.
     */
    Saved<Meeting> signKey(Actor actor, CaseId id, KeySource key) {
        Meeting before = meetings.get(id);
        if (!before.writes(actor.memberId())) {
            throw Journal.refused("VG-MEETING-SIGNER", MeetingText.WHO_SIGNS.with(id));
        }
        if (before.state().compareTo(MeetingState.APPROVED) < 0 || before.state() == MeetingState.CANCELLED) {
            throw Journal.refused("VG-MEETING-NOT-APPROVED", MeetingText.NOT_APPROVED.with(id))
                    .next(MeetingText.NEXT_APPROVE.with(id));
        }
        String name = actor.member().name();
        for (Meeting.Signed there : before.signatures()) {
            if (there.how().equals(KEY) && there.who().equals(name)) {
                return new Saved<>(before, true);
            }
            if (!there.how().equals(KEY)) {
                throw new VigilException(
                        ErrorKind.CONFLICT, "VG-MEETING-SIGNED", MeetingText.SIGNED_OTHERWISE.with(id, there.sha256()));
            }
        }
        boolean chairs = before.chair().equals(actor.memberId());
        MinutesWords words = new MinutesWords(Lang.VI, journal.config().zone());
        String role = words.say((chairs ? MinutesText.CHAIR_SIGNS : MinutesText.SECRETARY_SIGNS).with());
        Instant now = journal.now();
        SigningKey signer = journal.people().signer(actor.member(), key);
        byte[] unsigned = signedPdf(before);
        byte[] pdf = PdfSignatures.sign(
                unsigned == null ? Papers.pdf(paper(before, Lang.VI)) : unsigned,
                name,
                role,
                now,
                bytes -> Cades.signPdf(bytes, signer, now));
        SavedScan saved = keep(actor, before, pdf, name);
        return meetings.change(actor, id, (tx, meeting) -> {
            if (meeting.signatures().size() != before.signatures().size()) {
                throw new VigilException(
                        ErrorKind.CONFLICT, "VG-MEETING-SIGNED", MeetingText.SIGNED_MEANWHILE.with(id));
            }
            return List.of(Telling.of(Act.SIGNED)
                    .with("how", KEY)
                    .with("who", name)
                    .with("sha256", saved.scan().sha256())
                    .with("day", journal.today()));
        });
    }

    private SavedScan keep(Actor actor, Meeting meeting, byte[] pdf, String name) {
        try {
            Path file = Files.createTempFile("vigil-", ".pdf");
            try {
                Files.write(file, pdf);
                return register.get().scan(actor, meeting.id().toString(), file, name, journal.today(), null);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new VigilException(ErrorKind.FAILED, "VG-MEETING-KEEP", MeetingText.CANNOT_KEEP.with()).causedBy(e);
        }
    }

    /** The PDF with the signatures so far; null where nobody signed by key. */
    byte[] signedPdf(Meeting meeting) {
        Meeting.Signed last = meeting.signatures().isEmpty()
                ? null
                : meeting.signatures().get(meeting.signatures().size() - 1);
        if (last == null || !last.how().equals(KEY)) {
            return null;
        }
        for (Scan scan : register.get().scans(meeting.id().toString())) {
            if (scan.sha256().equals(last.sha256())) {
                try {
                    return Files.readAllBytes(register.get().file(scan));
                } catch (IOException e) {
                    throw new VigilException(ErrorKind.FAILED, "VG-MEETING-KEEP", MeetingText.CANNOT_KEEP.with())
                            .causedBy(e);
                }
            }
        }
        throw new VigilException(ErrorKind.NOT_GENUINE, "VG-MEETING-PDF", MeetingText.PDF_GONE.with(meeting.id()));
    }

    /** What is wrong with the signatures in the PDF. */
    private void judge(Meeting meeting, List<Message> faults) {
        byte[] pdf = signedPdf(meeting);
        List<PdfSignatures.Found> found = pdf == null ? List.of() : PdfSignatures.signatures(pdf);
        if (pdf != null && found.size() != meeting.signatures().size()) {
            faults.add(MeetingText.PDF_OTHER_SIGNATURES.with());
        }
        for (PdfSignatures.Found one : found) {
            SignatureReport report = Cades.verifyPdf(
                    one.cms(),
                    one.signed(),
                    one.at(),
                    journal.people().trustAnchors(),
                    journal.world().now());
            if (!one.covers()) {
                faults.add(MeetingText.PDF_NOT_COVERED.with(one.name()));
            } else if (!report.valid()) {
                faults.add(MeetingText.PDF_SIGNATURE.with(one.name(), report.reason()));
            }
        }
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

    List<TextDiff.Line> diff(Meeting meeting, String edited) {
        return edited != null
                ? TextDiff.of(draft(meeting), edited.replace("\r\n", "\n"))
                : TextDiff.of(meeting.text(), corrected(meeting));
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
        if (id.series().equals(Meetings.SERIES)) {
            judge(meetings.get(id), faults);
        }
        return faults;
    }
}
