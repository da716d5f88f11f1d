package vn.vigil.report;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.calendar.PublicHolidays;
import vn.vigil.calendar.Quarter;
import vn.vigil.config.Config;
import vn.vigil.config.Setting;
import vn.vigil.document.Paper;
import vn.vigil.document.PaperForm;
import vn.vigil.document.Papers;
import vn.vigil.document.SheetColumn;
import vn.vigil.document.SheetPlan;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Ledger;
import vn.vigil.notify.Attachment;
import vn.vigil.people.Actor;
import vn.vigil.people.KeySource;
import vn.vigil.people.Member;
import vn.vigil.people.Office;
import vn.vigil.people.People;
import vn.vigil.people.Power;
import vn.vigil.register.SavedEntry;
import vn.vigil.roster.watch.Letterbox;
import vn.vigil.store.Store;
import vn.vigil.text.Lang;

/**
 * What the site reports: figures, reports and the papers around them, what falls due (clauses 2a, 6, 7, 8). Not safe for several threads.
 */
public final class Reports {
    private final Journal journal;
    private final Rooms rooms;
    private final Activities activities;
    private final Pledges pledges;
    private final Criteria criteria;
    private final Remarks remarks;
    private final ReportMaker maker;
    private final ReportPapers papers;
    private final OtherPapers others;
    private final Issuing issuing;

    /** @param ownTemplates the folder of the site's own templates; need not exist */
    public Reports(
            World world, Config config, Store store, Ledger ledger, People people, Rooms rooms, Path ownTemplates) {
        this.journal = new Journal(world, config, store, ledger, people);
        this.rooms = rooms;
        this.activities = new Activities(journal);
        this.pledges = new Pledges(journal);
        this.criteria = new Criteria(journal);
        this.remarks = new Remarks(journal);
        Gatherer gatherer = new Gatherer(journal, rooms, activities, pledges);
        this.maker = new ReportMaker(journal, gatherer, remarks);
        this.papers = new ReportPapers(journal, rooms.register().get(), ownTemplates);
        this.others = new OtherPapers(journal, papers, criteria, pledges);
        this.issuing = new Issuing(journal, rooms, maker, papers);
    }

    public Activities activities() {
        return activities;
    }

    public Pledges pledges() {
        return pledges;
    }

    public Criteria criteria() {
        return criteria;
    }

    public Remarks remarks() {
        return remarks;
    }

    /**
     * Reads a period as the site cuts them: {@code 2026-Q3}, {@code 2026-H1}, {@code 2026}, {@code FIRST..LAST}; {@code last} is the
     * quarter before the present one, {@code this} the present one.
     *
     * @throws VigilException USAGE
     */
    public Period period(String text) {
        return read(Period.Kind.QUARTER, text);
    }

    /**
     * Reads a period of one kind, where {@code last} and {@code this} are of that kind too.
     *
     * @throws VigilException USAGE, also for a period of another kind
     */
    public Period period(Period.Kind kind, String text) {
        Period period = read(kind, text);
        if (period.kind() != kind) {
            throw new VigilException(
                    ErrorKind.USAGE,
                    "VG-REPORT-KIND",
                    ReportText.BAD_KIND.with(period.key(), period.kind().with()));
        }
        return period;
    }

    private Period read(Period.Kind kind, String text) {
        boolean state = journal.config().yes(Setting.REPORT_STATE_PERIODS);
        Period present = Period.at(kind, journal.today(), state);
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "this" -> present;
            case "last" -> present.previous();
            default -> Period.parse(text, state);
        };
    }

    /**
     * The report of a period by what is on record now.
     *
     * @throws VigilException REFUSED for a period that has not begun
     */
    public Report report(Period period) {
        return maker.make(period);
    }

    /** What a report's data were when it was kept: JSON (RFC 8785), whose SHA-256 is {@link Report#dataSha256()}. */
    public String data(Report report) {
        return maker.data(report);
    }

    /**
     * The report as a paper: the fixed one where the data are the same, else a draft of the next revision with what changed.
     *
     * @param named whether names stand in full, see {@link #unmask}
     * @throws VigilException REFUSED for a year without what was not done and what comes next (clause 8.4f)
     */
    public Paper paper(Report report, Lang lang, boolean named) {
        if (report.period().kind() == Period.Kind.YEAR && !report.partial()) {
            Issuing.whole(report);
        }
        Fixed same = issuing.same(report);
        return same != null && lang == Lang.VI && !named
                ? issuing.paper(same)
                : papers.report(report, issuing.draft(report), lang, named);
    }

    /** The paper of a revision as it was fixed. @throws VigilException NOT_FOUND */
    public Paper revision(Period period, int revision) {
        return issuing.paper(issuing.revision(period.key(), revision));
    }

    /** The data of a revision as they were fixed: JSON (RFC 8785). @throws VigilException NOT_FOUND */
    public String data(Period period, int revision) {
        return issuing.revision(period.key(), revision).data();
    }

    /** The revisions that were fixed, oldest first. */
    public List<Fixed> revisions(Period period) {
        return issuing.revisions(period.key());
    }

    /**
     * Lets names stand in full in a report: for somebody who may read what is restricted, with a reason, and in the ledger.
     *
     * @throws VigilException DENIED; USAGE without a reason
     */
    public void unmask(Actor actor, Period period, String reason) {
        journal.people().require(actor, Power.READ_RESTRICTED);
        String why = Journal.needed("--reason", reason);
        journal.store().write(tx -> {
            journal.ledger()
                    .append(
                            tx,
                            new Entry(actor.who(), "report.unmask", "report/" + period.key(), Map.of("reason", why)));
            return null;
        });
    }

    /** One page for the director: what to decide, how it stands, what is missing. Nothing to sign. */
    public Paper brief(Report report, Lang lang) {
        return others.brief(report, lang);
    }

    /**
     * The announcement of situation and results (clause 8.1c), or of breaches (8.1d): offices and kinds, never names.
     *
     * @param violations breaches instead of results
     */
    public Paper notice(Report report, boolean violations, Lang lang) {
        return others.notice(report, violations, lang);
    }

    /** A reminder to all staff (clause 7.4a), ready to be put up. */
    public Paper reminder(Theme theme, Lang lang) {
        return others.reminder(theme, lang);
    }

    /** What the ward police get (clause 7.2a): figures and kinds, no names, no pictures. */
    public Paper police(Report report, Lang lang) {
        return others.police(report, lang);
    }

    /** The programme of a year or quarter (clause 8.1b): what falls due, and what is still to be done. */
    public Paper plan(Period period, Lang lang) {
        List<Duty> duties = new ArrayList<>();
        for (int year = period.from().getYear(); year <= period.last().getYear(); year++) {
            for (Duty duty : due(year, 0)) {
                boolean inside =
                        !duty.due().isBefore(period.from()) && duty.due().isBefore(period.to());
                if (inside && duty.kind() != DutyKind.MAINTENANCE) {
                    duties.add(duty);
                }
            }
        }
        return others.plan(period, duties, remarks.list(period), lang);
    }

    /** The pledge to be signed by one of the staff (clause 8.3c). */
    public Paper pledge(int year, Lang lang) {
        return others.pledge(year, lang);
    }

    /** The criteria of a year with their scores (clauses 7.4c, 8.3e). */
    public Paper scores(int year, Lang lang) {
        return others.scores(year, lang);
    }

    /**
     * Numbers a paper that stands by itself.
     *
     * @param kind {@code notice}, {@code violations}, {@code police}, {@code plan} or {@code criteria}
     * @param number as the Văn thư gave it; null: the next own one
     * @param day null: today
     * @throws VigilException DENIED; REFUSED when nobody may sign that day; CONFLICT; USAGE
     */
    public SavedEntry number(Actor actor, String kind, Period period, String number, LocalDate day) {
        return others.number(actor, rooms.register().get(), kind, period, number, day);
    }

    /** Every table of a report as sheets: the figures, those that are drawn, the annexes. */
    public List<SheetPlan> sheets(Report report, Lang lang, boolean named) {
        ReportWords words = papers.words(lang, named);
        List<Grid> grids = new ArrayList<>(report.annexes());
        grids.addAll(report.charts());
        List<SheetPlan> plans = new ArrayList<>();
        for (Grid grid : grids) {
            List<SheetColumn> columns = new ArrayList<>();
            for (Grid.Column column : grid.columns()) {
                columns.add(SheetColumn.of(words.say(column.title()), Math.max(12, column.width() / 2 + 6)));
            }
            List<List<String>> rows = new ArrayList<>();
            for (List<Object> row : grid.rows()) {
                List<String> cells = new ArrayList<>();
                row.forEach(cell -> cells.add(words.cell(cell)));
                rows.add(cells);
            }
            plans.add(new SheetPlan(grid.id(), columns, rows));
        }
        return plans;
    }

    /** A cell or a sentence in a language, for those who show them. */
    public ReportWords words(Lang lang, boolean named) {
        return papers.words(lang, named);
    }

    /**
     * Fixes the report and enters that it was signed on paper.
     *
     * @param data the first twelve letters, at least, of the data's fingerprint as the signed sheet prints it
     * @throws VigilException DENIED; USAGE; REFUSED: other data, or the period is not over, or a year is incomplete; CONFLICT
     */
    public Saved<Fixed> signPaper(Actor actor, Period period, Path scan, LocalDate day, String data) {
        return issuing.signPaper(actor, report(period), scan, day, data);
    }

    /** Fixes the report and signs it within its PDF by a key. Throws as {@link #signPaper}. */
    public Saved<Fixed> signKey(Actor actor, Period period, KeySource key) {
        return issuing.signKey(actor, report(period), key);
    }

    /** The PDF that was signed by key; null where there is none. */
    public byte[] signedPdf(Fixed fixed) {
        return issuing.signedPdf(fixed);
    }

    /**
     * Numbers the last signed revision and issues it.
     *
     * @param number as the Văn thư gave it; null: the next own one
     * @param day null: today
     * @throws VigilException NOT_FOUND when none is signed; DENIED; CONFLICT
     */
    public Saved<Fixed> issue(Actor actor, Period period, String number, LocalDate day) {
        return issuing.issue(actor, period.key(), number, day);
    }

    /**
     * Holds a fixed report, and files made of it, against what is on record.
     *
     * @param revision null: the last
     * @throws VigilException NOT_FOUND
     */
    public Verified verify(Period period, Integer revision, List<Path> files) {
        Fixed fixed = issuing.revision(period.key(), revision);
        return new Verifying(journal, rooms, issuing).verify(fixed, revision == null ? report(period) : null, files);
    }

    /**
     * What a year asks for.
     *
     * @param within so many days ahead is soon
     */
    public List<Duty> due(int year, int within) {
        return new Duties(journal, rooms, pledges, criteria, issuing, within).of(year);
    }

    /** The day on which the draft of a quarter's report is wanted. */
    public LocalDate draftDay(Quarter quarter) {
        return Duties.draftDay(journal, rooms, quarter);
    }

    /** What is still to be decided about a year's public holidays, and its duties. */
    public YearOpened open(int year) {
        PublicHolidays holidays = rooms.holidays().get().calendar();
        List<Message> missing = new ArrayList<>();
        if (!holidays.tetDecided(year)) {
            missing.add(ReportText.TET_UNDECIDED.with(Integer.toString(year)));
        }
        if (!holidays.nationalDayDecided(year)) {
            missing.add(ReportText.NATIONAL_DAY_UNDECIDED.with(Integer.toString(year)));
        }
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (vn.vigil.register.Entry entry : rooms.register().get().entries(year)) {
            if (entry.own()) {
                numbers.merge(entry.number().substring(entry.number().indexOf('/') + 1), 1, Integer::sum);
            }
        }
        return new YearOpened(year, missing, numbers, due(year, 0));
    }

    /**
     * Mails a draft to who compiles, and to those who sign for the team. The same data are mailed once.
     *
     * @return members whose mail waits in the outbox; empty when all have it already or nobody has an address
     */
    public Set<String> mail(Report report, Lang lang) {
        Paper paper = paper(report, lang, false);
        String name = "report-" + report.period().key().toLowerCase(Locale.ROOT);
        List<Attachment> files = List.of(
                new Attachment(
                        name + ".docx",
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                        Papers.bytes(paper, PaperForm.DOCX)),
                new Attachment(name + ".pdf", "application/pdf", Papers.bytes(paper, PaperForm.PDF)));
        Letterbox letters = new Letterbox(journal.world(), journal.config(), rooms.outbox(), "vigil.report.message/1");
        ReportWords words = papers.words(lang, false);
        List<Message> body = new ArrayList<>();
        body.add(ReportText.MAIL_DRAFT.with(words.period(report.period()), words.day(report.through())));
        body.add(ReportText.MAIL_ASKS.with(report.asks().size()));
        body.addAll(
                report.missing().isEmpty()
                        ? List.of()
                        : List.of(ReportText.MAIL_MISSING.with(report.missing().size())));
        body.add(ReportText.MAIL_NEXT.with(
                report.period().key(), report.dataSha256().substring(0, Issuing.PRINTED)));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("period", report.period().key());
        facts.put("dataSha256", report.dataSha256());
        Letterbox.Letter letter = new Letterbox.Letter(
                        "report/" + report.period().key() + "/"
                                + report.dataSha256().substring(0, Issuing.PRINTED),
                        "report-draft",
                        ReportText.MAIL_SUBJECT.with(words.period(report.period())),
                        body,
                        facts)
                .with(files);
        Set<String> sent = new LinkedHashSet<>();
        return journal.store().write(tx -> {
            for (Member member : readers()) {
                if (!letters.put(tx, letter, member).isEmpty()) {
                    sent.add(member.id().value());
                }
            }
            return sent;
        });
    }

    private List<Member> readers() {
        LocalDate today = journal.today();
        String compiler = journal.config().text(Setting.REPORT_COMPILER);
        List<Member> readers = new ArrayList<>();
        for (Member member : journal.people().list(false)) {
            Set<Office> offices = member.offices(today);
            boolean reads = offices.contains(Office.TEAM_LEADER)
                    || offices.contains(Office.TEAM_DEPUTY)
                    || offices.contains(Office.STEERING_DEPUTY)
                    || member.id().value().equals(compiler);
            if (reads) {
                readers.add(member);
            }
        }
        return readers;
    }

    /** The register of outgoing documents of a year as a sheet (Decree 30/2020, appendix IV). */
    public SheetPlan register(int year) {
        List<SheetColumn> columns = new ArrayList<>();
        for (String heading : vn.vigil.register.Entry.HEADINGS) {
            columns.add(SheetColumn.of(heading, 22));
        }
        List<List<String>> rows = new ArrayList<>();
        rooms.register().get().entries(year).forEach(e -> rows.add(e.cells()));
        return new SheetPlan(Integer.toString(year), columns, rows);
    }
}
