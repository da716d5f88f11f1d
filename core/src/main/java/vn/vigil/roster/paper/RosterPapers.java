package vn.vigil.roster.paper;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.config.Config;
import vn.vigil.document.Paper;
import vn.vigil.document.PaperForm;
import vn.vigil.document.Papers;
import vn.vigil.document.Templates;
import vn.vigil.people.Actor;
import vn.vigil.people.Body;
import vn.vigil.people.OutsideBody;
import vn.vigil.people.People;
import vn.vigil.people.Power;
import vn.vigil.people.SignatureBlock;
import vn.vigil.people.SiteProfile;
import vn.vigil.register.Entry;
import vn.vigil.register.NewEntry;
import vn.vigil.register.Register;
import vn.vigil.register.SavedEntry;
import vn.vigil.register.SavedScan;
import vn.vigil.register.Series;
import vn.vigil.roster.book.Books;
import vn.vigil.roster.book.Post;
import vn.vigil.roster.plan.Duty;
import vn.vigil.roster.plan.Plans;
import vn.vigil.store.Store;
import vn.vigil.text.Lang;
import vn.vigil.text.Nearest;

/**
 * Rosters as files: the duty table that is annexed to a notice, the sheet for the wall, calendars, and a table that is read back.
 * The same roster is the same bytes. Safe for several threads.
 */
public final class RosterPapers {
    private static final int MOST_DAYS = 366;

    private final World world;
    private final Config config;
    private final Store store;
    private final People people;
    private final Register register;
    private final Books books;
    private final Plans plans;
    private final Templates templates;

    /** @param own the folder of the site's own templates; need not exist */
    public RosterPapers(
            World world,
            Config config,
            Store store,
            People people,
            Register register,
            Books books,
            Plans plans,
            Path own) {
        this.world = world;
        this.config = config;
        this.store = store;
        this.people = people;
        this.register = register;
        this.books = books;
        this.plans = plans;
        this.templates = new Templates(own);
    }

    /**
     * Makes a roster into a file's bytes.
     *
     * @throws VigilException USAGE for days in the wrong order, or too many; NOT_FOUND for a post that is none, or when no seat
     *     is to be filled in that time; REFUSED when nobody may sign a published roster and {@code draft} is not said
     */
    public MadePaper make(ExportRequest request) {
        RosterFacts facts = facts(request.first(), request.last(), request.post());
        ExportRequest asked = request.format().paper() ? numbered(facts, request) : request;
        List<Message> warnings = warnings(facts, asked);
        String name = name(asked.first(), asked.last(), asked.person(), asked.post(), asked.format());
        if (asked.format() == RosterFormat.ICS) {
            DutyCalendar.Made made = DutyCalendar.make(facts, asked);
            if (made.duties() == 0 && made.cancelled() == 0) {
                warnings.add(PaperText.WARN_NO_DUTY.with());
            }
            return made(asked.format(), name, made.text(), made.duties(), facts, warnings);
        }
        if (asked.format() == RosterFormat.CSV) {
            DutyCsv.Made made = DutyCsv.make(facts, asked);
            return made(asked.format(), name, made.text(), made.rows(), facts, warnings);
        }
        List<ShiftRow> rows = ShiftRow.of(facts, asked.person(), asked.post());
        if (rows.isEmpty()) {
            warnings.add(PaperText.WARN_NO_DUTY.with());
        }
        SiteProfile site = site(asked.date(), warnings);
        DutyTable table = new DutyTable(facts, asked, site, signature(facts, asked, warnings));
        withoutPhone(facts, rows, warnings);
        Paper paper = templates.fill("duty-table", asked.lang(), table.data(rows));
        return new MadePaper(
                asked.format(), name, Papers.bytes(paper, form(asked.format())), count(rows), ids(facts), warnings);
    }

    /**
     * Makes the calendar of each member who has a duty in that time, or had one that is called off; by id.
     *
     * @param asked for {@link RosterFormat#ICS}; its person counts for nothing
     * @throws VigilException as {@link #make}
     */
    public List<MadePaper> each(ExportRequest asked) {
        RosterFacts facts = facts(asked.first(), asked.last(), asked.post());
        List<Message> warnings = new ArrayList<>();
        state(facts, warnings);
        List<MadePaper> all = new ArrayList<>();
        for (MemberId person : new TreeMap<>(byName(facts)).values()) {
            DutyCalendar.Made made = DutyCalendar.make(facts, asked.of(person));
            if (made.duties() > 0 || made.cancelled() > 0) {
                String name = name(asked.first(), asked.last(), person, asked.post(), RosterFormat.ICS);
                all.add(made(RosterFormat.ICS, name, made.text(), made.duties(), facts, warnings));
            }
        }
        return all;
    }

    private static Map<String, MemberId> byName(RosterFacts facts) {
        Map<String, MemberId> ids = new HashMap<>();
        for (MemberId id : facts.members().keySet()) {
            ids.put(id.value(), id);
        }
        return ids;
    }

    /**
     * Makes the sheet of a month for the wall: one A4 page.
     *
     * @param format {@link RosterFormat#PDF}, {@link RosterFormat#DOCX} or {@link RosterFormat#HTML}
     * @param post only this post's shifts; null: all
     * @throws VigilException as {@link #make}; USAGE when the shifts of all posts do not go on one sheet
     */
    public MadePaper print(YearMonth month, RosterFormat format, String post, Lang lang) {
        LocalDate first = month.atDay(1);
        LocalDate last = month.atEndOfMonth();
        RosterFacts facts = facts(first, last, post);
        List<Message> warnings = new ArrayList<>();
        state(facts, warnings);
        List<ShiftRow> rows = ShiftRow.of(facts, null, post);
        SiteProfile site = site(null, warnings);
        MonthSheet sheet = new MonthSheet(facts, month, post, site, lang, false);
        int columns = sheet.columns(rows).size();
        if (columns > MonthSheet.MOST_COLUMNS) {
            VigilException e = new VigilException(
                            ErrorKind.USAGE, "VG-ROSTER-SHEET-WIDE", PaperText.TOO_MANY_COLUMNS.with(month))
                    .why(PaperText.TOO_MANY_COLUMNS_WHY.with(columns, MonthSheet.MOST_COLUMNS));
            for (Post one : facts.book().posts()) {
                e.next(PaperText.TOO_MANY_COLUMNS_NEXT.with(month, one.id()));
            }
            throw e;
        }
        withoutPhone(facts, rows, warnings);
        byte[] bytes;
        try {
            bytes = Papers.bytes(templates.fill("duty-month", lang, sheet.data(rows)), form(format));
        } catch (VigilException e) {
            if (!e.id().equals("VG-DOCUMENT-TOO-LONG")) {
                throw e;
            }
            // Two people a shift, say: the numbers go below.
            MonthSheet below = new MonthSheet(facts, month, post, site, lang, true);
            bytes = Papers.bytes(templates.fill("duty-month", lang, below.data(rows)), form(format));
        }
        return new MadePaper(format, name(first, last, null, post, format), bytes, count(rows), ids(facts), warnings);
    }

    /**
     * Writes what was made, whole or not at all, readable by its owner only, for papers name people.
     *
     * @param force whether a file with other content is replaced
     * @param rehearse whether to stop before writing
     * @throws VigilException CONFLICT when a file with other content is there and {@code force} is not given; FAILED when it
     *     cannot be written
     */
    public SavedPaper save(MadePaper made, Path file, boolean force, boolean rehearse) {
        return PaperFile.save(made, file, force, rehearse);
    }

    /**
     * Takes over a plan that was made elsewhere: a row a seat, {@code date,shift,role,seat,person}. Everything or nothing.
     *
     * @param reason why; needed where the roster is published
     * @throws VigilException USAGE with every fault of the file by line and column; REFUSED when a published roster would change
     *     and no reason is given; DENIED; NOT_FOUND
     */
    public PlanImported importCsv(Actor actor, Path file, String reason) {
        people.require(actor, Power.MANAGE_ROSTER);
        PlanRows rows = PlanRows.read(file);
        List<OutsideBody> bodies = people.bodies(rows.first());
        return store.write(tx -> {
            PlanImport read = new PlanImport(file);
            RosterFacts facts = RosterFacts.read(tx, books, plans, people, bodies, rows.first(), rows.last());
            PlanImport.Result result = read.judge(facts, rows.rows(), world.now());
            if (result.published() > 0 && (reason == null || reason.isBlank())) {
                throw new VigilException(
                                ErrorKind.REFUSED,
                                "VG-ROSTER-IMPORT-PUBLISHED",
                                PaperText.REASON_NEEDED.with(file.toString()))
                        .why(PaperText.REASON_NEEDED_WHY.with(result.published()))
                        .next(PaperText.REASON_NEEDED_NEXT.with());
            }
            plans.give(tx, actor, result.cells(), reason);
            return new PlanImported(result.cells().size(), result.unchanged(), rows.first(), rows.last());
        });
    }

    private RosterFacts facts(LocalDate first, LocalDate last, String post) {
        if (last.isBefore(first)) {
            throw new VigilException(ErrorKind.USAGE, "VG-ROSTER-DAYS", PaperText.WRONG_ORDER.with(first, last));
        }
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        if (days > MOST_DAYS) {
            throw new VigilException(ErrorKind.USAGE, "VG-ROSTER-DAYS", PaperText.TOO_LONG.with(days, MOST_DAYS));
        }
        List<OutsideBody> bodies = people.bodies(first);
        RosterFacts facts = store.read(tx -> RosterFacts.read(tx, books, plans, people, bodies, first, last));
        if (post != null && facts.book().post(post) == null) {
            List<String> known = new ArrayList<>();
            for (Post one : facts.book().posts()) {
                known.add(one.id());
            }
            String near = Nearest.of(post, known);
            throw new VigilException(
                    ErrorKind.NOT_FOUND,
                    "VG-ROSTER-NO-POST",
                    near == null ? PaperText.NO_POST.with(post) : PaperText.NO_POST_NEAR.with(post, near));
        }
        if (facts.slots().isEmpty() && facts.changes().isEmpty()) {
            throw new VigilException(ErrorKind.NOT_FOUND, "VG-ROSTER-NO-SEATS", PaperText.NO_SEATS.with(first, last))
                    .next(PaperText.NO_SEATS_NEXT.with());
        }
        return facts;
    }

    private List<Message> warnings(RosterFacts facts, ExportRequest asked) {
        List<Message> warnings = new ArrayList<>();
        state(facts, warnings);
        int open = 0;
        for (List<Duty> duties : facts.duties().values()) {
            for (Duty duty : duties) {
                boolean asks = asked.post() == null
                        || asked.post().equals(duty.slot().post().id());
                open += asks && asked.person() == null && duty.open() ? 1 : 0;
            }
        }
        if (open > 0) {
            warnings.add(PaperText.WARN_OPEN.with(open, asked.first(), asked.last()));
        }
        return warnings;
    }

    private static void state(RosterFacts facts, List<Message> warnings) {
        if (facts.current().isEmpty()) {
            warnings.add(PaperText.WARN_DRAFT.with(facts.first(), facts.last()));
        } else if (!facts.published()) {
            warnings.add(PaperText.WARN_PARTLY.with(facts.first(), facts.last()));
        }
        int changed = facts.changedSincePublished();
        if (changed > 0) {
            warnings.add(PaperText.WARN_CHANGED.with(changed));
        }
    }

    /** A list of names that nobody can call helps nobody at night. */
    private static void withoutPhone(RosterFacts facts, List<ShiftRow> rows, List<Message> warnings) {
        Set<String> names = new LinkedHashSet<>();
        for (ShiftRow row : rows) {
            List<Duty> all = new ArrayList<>(row.watch());
            all.addAll(row.lead());
            for (Duty duty : all) {
                if (duty.member() != null && facts.phone(duty.member()) == null) {
                    names.add(facts.name(duty.member()));
                }
            }
        }
        if (!names.isEmpty()) {
            warnings.add(PaperText.WARN_NO_PHONE.with(names.size(), String.join(", ", names)));
        }
    }

    /** What the site was called that day; null for now. */
    private SiteProfile site(LocalDate day, List<Message> warnings) {
        SiteProfile site = people.site(moment(day));
        if (!site.confirmed()) {
            warnings.add(PaperText.WARN_UNNAMED_SITE.with());
        }
        return site;
    }

    /** Now, or the noon of another day: who signs is who has the authority then. */
    private Instant moment(LocalDate day) {
        Instant now = world.now();
        return day == null || day.equals(LocalDate.ofInstant(now, config.zone()))
                ? now
                : day.atTime(LocalTime.NOON).atZone(config.zone()).toInstant();
    }

    /** Null where the block stays empty. */
    private SignatureBlock signature(RosterFacts facts, ExportRequest asked, List<Message> warnings) {
        try {
            return people.signature(Body.CORE_TEAM, moment(asked.date()));
        } catch (VigilException e) {
            if (e.kind() != ErrorKind.REFUSED) {
                throw e;
            }
            if (facts.published() && !asked.draft()) {
                throw e.next(PaperText.DRAFT_NEXT.with());
            }
            warnings.add(PaperText.UNSIGNED.with(e.what()));
            return null;
        }
    }

    /** With number and day as asked, else of the one paper that the whole was published by. */
    private ExportRequest numbered(RosterFacts facts, ExportRequest asked) {
        List<Published> current = new ArrayList<>(facts.current());
        if (current.size() != 1 || !facts.published()) {
            return asked;
        }
        Entry entry = register.entry(current.get(0).id());
        String number = entry == null ? current.get(0).number() : entry.number();
        LocalDate date = entry == null ? null : entry.date();
        return asked.paperOf(
                asked.number() == null ? number : asked.number(), asked.date() == null ? date : asked.date());
    }

    /**
     * Numbers the notice by which a roster is published: with the next number of the team's own series, or with one that the Văn
     * thư gave. Who signs is who has the authority that day. The same call again changes nothing.
     *
     * @param publication {@code ROS-2026-0001}
     * @param number {@code 123/TB-SKHĐT}; null: the next of {@code TB-TNC}
     * @param date the notice's day; null: today
     * @throws VigilException NOT_FOUND; REFUSED when nobody may sign; CONFLICT when it has another number or day; DENIED; USAGE
     */
    public SavedEntry number(Actor actor, String publication, String number, LocalDate date) {
        people.require(actor, Power.MANAGE_ROSTER);
        Published published = need(publication);
        Entry there = register.entry(publication);
        if (there != null
                && (number == null || there.number().equals(number.strip()))
                && (date == null || there.date().equals(date))) {
            return new SavedEntry(there, false);
        }
        SignatureBlock signature = people.signature(Body.CORE_TEAM, moment(date));
        // The register is kept in Vietnamese, whatever language vigil speaks.
        PaperWords words = new PaperWords(Lang.VI, config.zone());
        NewEntry asked = new NewEntry(
                publication,
                date,
                words.say(PaperText.NOTICE_TITLE.with(words.period(published.first(), published.last()))),
                signature.name(),
                List.of(words.say(PaperText.NOTICE_TO_BOARD.with()), words.say(PaperText.NOTICE_TO_MEMBERS.with())));
        return number == null
                ? register.take(actor, new Series("TB", Series.CORE_TEAM), asked)
                : register.outside(actor, number, asked);
    }

    /**
     * Registers the scan of the signed notice.
     *
     * @param signer null: the one of the register
     * @param signedDay null: the day of the register
     * @throws VigilException NOT_FOUND for a roster that was never published; REFUSED when it has no number yet; CONFLICT when
     *     this file is registered with other facts; DENIED; USAGE
     */
    public SavedScan scan(Actor actor, String publication, Path file, String signer, LocalDate signedDay) {
        people.require(actor, Power.MANAGE_ROSTER);
        need(publication);
        Entry entry = register.entry(publication);
        if (entry == null) {
            throw new VigilException(
                            ErrorKind.REFUSED, "VG-ROSTER-NOTICE-UNNUMBERED", PaperText.UNNUMBERED.with(publication))
                    .next(PaperText.UNNUMBERED_NEXT.with(publication));
        }
        return register.scan(
                actor,
                publication,
                file,
                signer == null ? entry.signer() : signer,
                signedDay == null ? entry.date() : signedDay,
                entry.number());
    }

    private Published need(String publication) {
        Published published = store.read(tx -> SqlPaperStore.publication(tx, publication));
        if (published == null) {
            List<String> known = store.read(SqlPaperStore::publicationIds);
            String near = Nearest.of(publication, known);
            throw new VigilException(
                    ErrorKind.NOT_FOUND,
                    "VG-ROSTER-NO-PUBLICATION",
                    near == null
                            ? PaperText.NO_PUBLICATION.with(publication)
                            : PaperText.NO_PUBLICATION_NEAR.with(publication, near));
        }
        return published;
    }

    private static int count(List<ShiftRow> rows) {
        int duties = 0;
        for (ShiftRow row : rows) {
            for (Duty duty : row.watch()) {
                duties += duty.open() ? 0 : 1;
            }
        }
        return duties;
    }

    private static List<String> ids(RosterFacts facts) {
        List<String> ids = new ArrayList<>();
        for (Published one : facts.current()) {
            ids.add(one.id());
        }
        return ids;
    }

    private static MadePaper made(
            RosterFormat format, String name, String text, int duties, RosterFacts facts, List<Message> warnings) {
        return new MadePaper(format, name, text.getBytes(StandardCharsets.UTF_8), duties, ids(facts), warnings);
    }

    private static final Map<RosterFormat, PaperForm> FORMS = Map.of(
            RosterFormat.DOCX,
            PaperForm.DOCX,
            RosterFormat.PDF,
            PaperForm.PDF,
            RosterFormat.HTML,
            PaperForm.HTML,
            RosterFormat.MD,
            PaperForm.MD);

    private static PaperForm form(RosterFormat format) {
        PaperForm form = FORMS.get(format);
        if (form == null) {
            throw new IllegalArgumentException("no paper: " + format);
        }
        return form;
    }

    /** {@code lich-truc-2026-12-chinh.pdf}: ASCII, so that it survives every mail and disk. */
    private static String name(LocalDate first, LocalDate last, MemberId person, String post, RosterFormat format) {
        StringBuilder name = new StringBuilder("lich-truc-");
        YearMonth month = YearMonth.from(first);
        YearMonth end = YearMonth.from(last);
        boolean whole = first.getDayOfMonth() == 1 && last.equals(end.atEndOfMonth());
        if (whole && month.equals(end)) {
            name.append(month);
        } else if (whole
                && month.getMonthValue() % 3 == 1
                && month.plusMonths(2).equals(end)) {
            name.append(month.getYear()).append("-q").append(month.getMonthValue() / 3 + 1);
        } else {
            name.append(first).append("--").append(last);
        }
        name.append(post == null ? "" : "-" + post).append(person == null ? "" : "-" + person.value());
        return name.append('.').append(format.word()).toString();
    }
}
