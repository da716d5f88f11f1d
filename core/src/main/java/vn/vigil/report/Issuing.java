package vn.vigil.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.document.Paper;
import vn.vigil.document.Papers;
import vn.vigil.document.PdfSignatures;
import vn.vigil.ledger.StrictJson;
import vn.vigil.people.Actor;
import vn.vigil.people.Body;
import vn.vigil.people.KeySource;
import vn.vigil.people.Power;
import vn.vigil.people.SignatureBlock;
import vn.vigil.register.NewEntry;
import vn.vigil.register.SavedScan;
import vn.vigil.register.Scan;
import vn.vigil.register.Series;
import vn.vigil.seal.Cades;
import vn.vigil.seal.SigningKey;
import vn.vigil.store.Tx;
import vn.vigil.text.Lang;

/**
 * Reports on their way: fixed and signed, numbered and issued, verified. A fixed one never changes: late data make another revision.
 */
final class Issuing {
    static final String SERIES = "RPT";

    /** So many letters of the data's fingerprint are printed beside the signature, and asked for with a scan. */
    static final int PRINTED = 12;

    private final Journal journal;
    private final Rooms rooms;
    private final ReportMaker maker;
    private final ReportPapers papers;

    Issuing(Journal journal, Rooms rooms, ReportMaker maker, ReportPapers papers) {
        this.journal = journal;
        this.rooms = rooms;
        this.maker = maker;
        this.papers = papers;
    }

    /** The revisions of a period, oldest first. */
    List<Fixed> revisions(String period) {
        List<Fixed> all = new ArrayList<>();
        journal.series(SERIES).values().forEach(entries -> all.add(Fixed.of(entries)));
        all.removeIf(f -> !f.period().equals(period));
        return all;
    }

    /** @param revision null: the last. @throws VigilException NOT_FOUND */
    Fixed revision(String period, Integer revision) {
        List<Fixed> all = revisions(period);
        for (Fixed f : all) {
            if (revision == null ? f == all.get(all.size() - 1) : f.revision() == revision) {
                return f;
            }
        }
        VigilException e =
                new VigilException(ErrorKind.NOT_FOUND, "VG-REPORT-NOT-SIGNED", ReportText.NOT_SIGNED.with(period));
        throw e.next(ReportText.NEXT_SIGN.with(period));
    }

    /** What a draft of these data bears: the revision it is, and what it changes. */
    Stamp draft(Report report) {
        List<Fixed> all = revisions(report.period().key());
        return all.isEmpty()
                ? Stamp.draft(1, List.of())
                : Stamp.draft(all.size() + 1, changes(all.get(all.size() - 1), report));
    }

    /** Figures that read otherwise than in a fixed report. */
    private static List<Stamp.Change> changes(Fixed before, Report report) {
        Map<?, ?> then;
        try {
            then = (Map<?, ?>) StrictJson.read(before.data()).get("figures");
        } catch (IOException e) {
            throw new IllegalStateException("a fixed report holds no JSON", e);
        }
        List<Stamp.Change> changes = new ArrayList<>();
        for (Compared c : report.figures().values()) {
            Object was = then.get(c.rule().id()) instanceof Map<?, ?> one ? one.get("now") : null;
            Measure old = was instanceof List<?> parts
                    ? new Measure(
                            c.rule().unit(), ((Number) parts.get(0)).longValue(), ((Number) parts.get(1)).longValue())
                    : new Measure(c.rule().unit(), null, 1);
            Measure now = Measure.of(c.now());
            if (!old.equals(now)) {
                changes.add(new Stamp.Change(c.rule(), old, now));
            }
        }
        return changes;
    }

    /** The paper of a fixed report: by its number and day once it has them. */
    Paper paper(Fixed f) {
        String text = f.text();
        if (f.number() != null) {
            // Written in after signing, as on paper (Decree 30/2020, article 15).
            text = text.replaceFirst("(?m)^number: .*$", "number: " + Matcher.quoteReplacement(f.number()))
                    .replaceFirst("(?m)^date:.*$", "date: " + f.issued());
        }
        return Paper.of(f.id().toString(), text, Lang.VI);
    }

    /**
     * Enters that the report was signed on paper.
     *
     * @param data the first letters of the data's fingerprint as the signed sheet prints it
     */
    Saved<Fixed> signPaper(Actor actor, Report report, Path scan, LocalDate day, String data) {
        journal.people().require(actor, Power.REPORT);
        String printed =
                data == null ? "" : data.strip().toLowerCase(Locale.ROOT).replace(" ", "");
        if (printed.length() < PRINTED) {
            throw Journal.usage("VG-REPORT-WHICH", ReportText.WHICH_DATA.with(PRINTED));
        }
        journal.past(day);
        if (!report.dataSha256().startsWith(printed)) {
            throw Journal.refused(
                            "VG-REPORT-OTHER-DATA",
                            ReportText.OTHER_DATA.with(
                                    report.period().key(),
                                    printed,
                                    report.dataSha256().substring(0, PRINTED)))
                    .next(ReportText.NEXT_PRINT.with(report.period().key()));
        }
        complete(report);
        // Who could sign for the team on the day of the signature, not today.
        SignatureBlock block = journal.people()
                .signature(
                        Body.CORE_TEAM,
                        day.atTime(12, 0).atZone(journal.config().zone()).toInstant());
        Fixed there = same(report);
        String own = fingerprint(scan);
        for (Fixed.Signed signed : there == null ? List.<Fixed.Signed>of() : there.signatures()) {
            if (signed.sha256().equals(own)) {
                return new Saved<>(there, true);
            }
            throw new VigilException(
                    ErrorKind.CONFLICT,
                    "VG-REPORT-SIGNED",
                    ReportText.SIGNED_OTHERWISE.with(report.period().key(), signed.sha256()));
        }
        String key = there == null ? key(report) : there.registerKey();
        SavedScan saved = rooms.register().get().scan(actor, key, scan, block.name(), day, null);
        Fix fix = fix(report);
        return journal.store().write(tx -> {
            CaseId id = there == null ? begin(tx, actor, fix) : there.id();
            String sha256 = saved.scan().sha256();
            journal.add(tx, actor, id, Act.SIGNED, signature(Fixed.PAPER, block.name(), sha256, day));
            return new Saved<>(Fixed.of(Journal.entries(tx, id, SERIES)), false);
        });
    }

    /** @throws VigilException NOT_FOUND */
    private static String fingerprint(Path scan) {
        try {
            return Journal.sha256(Files.readAllBytes(scan));
        } catch (IOException e) {
            throw new VigilException(ErrorKind.NOT_FOUND, "VG-REPORT-NO-FILE", ReportText.NO_FILE.with(scan.toString()))
                    .causedBy(e);
        }
    }

    /** Signs the report as a PDF by the key of whoever may sign for the team today. */
    Saved<Fixed> signKey(Actor actor, Report report, KeySource key) {
        journal.people().require(actor, Power.REPORT);
        complete(report);
        SignatureBlock block =
                journal.people().signature(Body.CORE_TEAM, journal.world().now(), actor.memberId());
        Fixed there = same(report);
        for (Fixed.Signed signed : there == null ? List.<Fixed.Signed>of() : there.signatures()) {
            if (signed.how().equals(Fixed.KEY) && signed.who().equals(block.name())) {
                return new Saved<>(there, true);
            }
            throw new VigilException(
                    ErrorKind.CONFLICT,
                    "VG-REPORT-SIGNED",
                    ReportText.SIGNED_OTHERWISE.with(report.period().key(), signed.sha256()));
        }
        SigningKey signer = journal.people().signer(actor.member(), key);
        Fix fix = fix(report);
        Instant now = journal.world().now().truncatedTo(ChronoUnit.SECONDS);
        Paper paper = there == null ? Paper.of(report.period().key(), fix.text(), Lang.VI) : paper(there);
        String role = String.join(" ", block.lines());
        byte[] pdf = PdfSignatures.sign(
                Papers.pdf(paper), block.name(), role, now, bytes -> Cades.signPdf(bytes, signer, now));
        String scanKey = there == null ? key(report) : there.registerKey();
        SavedScan saved = rooms.register().get().keep(actor, scanKey, pdf, block.name());
        return journal.store().write(tx -> {
            CaseId id = there == null ? begin(tx, actor, fix) : there.id();
            journal.add(
                    tx,
                    actor,
                    id,
                    Act.SIGNED,
                    signature(Fixed.KEY, block.name(), saved.scan().sha256(), journal.today()));
            return new Saved<>(Fixed.of(Journal.entries(tx, id, SERIES)), false);
        });
    }

    private String key(Report report) {
        int revision = revisions(report.period().key()).size() + 1;
        return "report/" + report.period().key() + (revision == 1 ? "" : "/r" + revision);
    }

    /** The last revision, when it was made from the same data. */
    Fixed same(Report report) {
        List<Fixed> all = revisions(report.period().key());
        Fixed last = all.isEmpty() ? null : all.get(all.size() - 1);
        return last != null && last.dataSha256().equals(report.dataSha256()) ? last : null;
    }

    /** What must stand in a report before it may be signed (clause 8.4f), and that its time is over. */
    static void complete(Report report) {
        // The year is summed up before it is over (clause 8.4f, A18).
        boolean december = report.period().kind() == Period.Kind.YEAR
                && report.through().plusDays(31).isAfter(report.period().last());
        if (report.partial() && !december) {
            throw Journal.refused(
                    "VG-REPORT-PARTIAL",
                    ReportText.NOT_OVER.with(
                            report.period().key(), report.period().last()));
        }
        if (report.period().kind() == Period.Kind.YEAR) {
            whole(report);
        }
    }

    /** @throws VigilException REFUSED for a year without what was not done and what comes next */
    static void whole(Report report) {
        VigilException e = Journal.refused(
                "VG-REPORT-YEAR",
                ReportText.YEAR_INCOMPLETE.with(report.period().key()));
        boolean lacks = false;
        for (Remark.Section section : List.of(Remark.Section.NOT_DONE, Remark.Section.NEXT)) {
            if (report.remarks(section).isEmpty()) {
                lacks = true;
                e.why(ReportText.YEAR_LACKS.with(section.with()));
                e.next(ReportText.NEXT_REMARK.with(report.period().key(), section.id()));
            }
        }
        if (lacks) {
            throw e;
        }
    }

    private record Fix(Report report, int revision, String text, String data, String checkpoint) {}

    private Fix fix(Report report) {
        Stamp draft = draft(report);
        // The checkpoint is signed and remembered: only when it is really wanted.
        String checkpoint = journal.store().isRehearsal()
                ? ""
                : rooms.witness().get().checkpoint(null, List.of()).head().printed();
        Stamp stamp = new Stamp(draft.revision(), null, null, checkpoint, draft.changes());
        String text = papers.report(report, stamp, Lang.VI, false).source();
        return new Fix(report, draft.revision(), text, maker.data(report), checkpoint);
    }

    private CaseId begin(Tx tx, Actor actor, Fix fix) throws SQLException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("period", fix.report().period().key());
        body.put("revision", fix.revision());
        body.put("text", fix.text());
        body.put("textSha256", Journal.sha256(fix.text()));
        body.put("data", fix.data());
        body.put("dataSha256", fix.report().dataSha256());
        body.put("checkpoint", fix.checkpoint());
        for (List<ReportEntry> there : SqlReportStore.series(tx, SERIES).values()) {
            Fixed one = Fixed.of(there);
            if (one.period().equals(fix.report().period().key()) && one.revision() == fix.revision()) {
                throw new VigilException(
                        ErrorKind.CONFLICT, "VG-REPORT-MEANWHILE", ReportText.SIGNED_MEANWHILE.with(one.period()));
            }
        }
        return journal.begin(tx, actor, SERIES, Act.FIXED, body);
    }

    private static Map<String, Object> signature(String how, String who, String sha256, LocalDate day) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("how", how);
        body.put("who", who);
        body.put("sha256", sha256);
        body.put("day", day.toString());
        return body;
    }

    /** The PDF that was signed by key; null where it was signed on paper. */
    byte[] signedPdf(Fixed f) {
        for (Fixed.Signed signed : f.signatures()) {
            for (Scan scan :
                    signed.how().equals(Fixed.KEY) ? rooms.register().get().scans(f.registerKey()) : List.<Scan>of()) {
                if (scan.sha256().equals(signed.sha256())) {
                    try {
                        return Files.readAllBytes(rooms.register().get().file(scan));
                    } catch (IOException e) {
                        throw new VigilException(ErrorKind.FAILED, "VG-REPORT-KEEP", ReportText.CANNOT_KEEP.with())
                                .causedBy(e);
                    }
                }
            }
        }
        return null;
    }

    Saved<Fixed> issue(Actor actor, String period, String number, LocalDate day) {
        journal.people().require(actor, Power.REPORT);
        if (number != null) {
            journal.people().require(actor, Power.KEEP_REGISTER);
        }
        Fixed fixed = revision(period, null);
        if (fixed.number() != null) {
            boolean same = (number == null || number.strip().equals(fixed.number()))
                    && (day == null || day.equals(fixed.issued()));
            if (same) {
                return new Saved<>(fixed, true);
            }
            throw new VigilException(
                    ErrorKind.CONFLICT,
                    "VG-REPORT-ISSUED",
                    ReportText.ISSUED_ALREADY.with(period, fixed.number(), fixed.issued()));
        }
        LocalDate when = day == null ? journal.today() : day;
        journal.past(when);
        LocalDate signedOn = fixed.signatures().get(0).day();
        if (when.isBefore(signedOn)) {
            throw Journal.usage("VG-REPORT-BEFORE", ReportText.ISSUED_BEFORE.with(when, signedOn));
        }
        ReportWords words = papers.words(Lang.VI, true);
        String title = words.say(PaperText.REGISTER_TITLE.with(words.say(
                ReportPapers.about(Period.parse(period, false)).with(words.period(Period.parse(period, false))))));
        NewEntry entry = new NewEntry(
                fixed.registerKey(),
                when,
                title,
                fixed.signatures().get(0).who(),
                List.of(words.say(PaperText.THE_BOARD.with()), words.say(PaperText.THE_COMMITTEE.with())));
        return journal.store().write(tx -> {
            String taken = number == null
                    ? rooms.register()
                            .get()
                            .take(tx, actor, new Series("BC", Series.CORE_TEAM), entry)
                            .entry()
                            .number()
                    : rooms.register()
                            .get()
                            .outside(tx, actor, number, entry)
                            .entry()
                            .number();
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("number", taken);
            body.put("day", when.toString());
            journal.add(tx, actor, fixed.id(), Act.ISSUED, body);
            return new Saved<>(Fixed.of(Journal.entries(tx, fixed.id(), SERIES)), false);
        });
    }
}
