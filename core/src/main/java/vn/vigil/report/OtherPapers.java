package vn.vigil.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.document.Paper;
import vn.vigil.people.Actor;
import vn.vigil.people.Body;
import vn.vigil.people.Power;
import vn.vigil.people.SignatureBlock;
import vn.vigil.register.Entry;
import vn.vigil.register.NewEntry;
import vn.vigil.register.Register;
import vn.vigil.register.SavedEntry;
import vn.vigil.register.Series;
import vn.vigil.text.Lang;

/** The papers beside the report: each is filled from the same figures. */
final class OtherPapers {
    /** Kinds of papers that take a number of their own: the word, the abbreviation of the form, the title in the register. */
    private enum Numbered {
        NOTICE("TB", PaperText.TITLE_NOTICE),
        VIOLATIONS("TB", PaperText.TITLE_VIOLATIONS),
        POLICE("BC", PaperText.TITLE_POLICE),
        PLAN("CTr", PaperText.TITLE_PLAN),
        CRITERIA("BC", PaperText.TITLE_CRITERIA);

        final String kind;
        final PaperText title;

        Numbered(String kind, PaperText title) {
            this.kind = kind;
            this.title = title;
        }

        String key(Period period) {
            return name().toLowerCase(java.util.Locale.ROOT) + "/" + period.key();
        }
    }

    private static final List<FigureRule> TOLD = List.of(
            FigureRule.WATCH_KEPT,
            FigureRule.AVAILABILITY,
            FigureRule.INCIDENTS,
            FigureRule.FOUND_BY_WATCH,
            FigureRule.FIRST_ACTION,
            FigureRule.REMINDERS,
            FigureRule.PLEDGES,
            FigureRule.TIPS);

    private static final List<FigureRule> FOR_POLICE = List.of(
            FigureRule.INCIDENTS,
            FigureRule.INCIDENTS_OPEN,
            FigureRule.FOUND_BY_WATCH,
            FigureRule.FIRST_ACTION,
            FigureRule.POLICE_TOLD,
            FigureRule.POLICE_NOTICES,
            FigureRule.POLICE_GUIDANCE,
            FigureRule.EXTRACTIONS,
            FigureRule.EXTRACT_DELIVERED,
            FigureRule.TIPS,
            FigureRule.TIPS_PASSED_ON,
            FigureRule.AVAILABILITY,
            FigureRule.WATCH_KEPT);

    private final Journal journal;
    private final ReportPapers papers;
    private final Criteria criteria;
    private final Pledges pledges;

    OtherPapers(Journal journal, ReportPapers papers, Criteria criteria, Pledges pledges) {
        this.journal = journal;
        this.papers = papers;
        this.criteria = criteria;
        this.pledges = pledges;
    }

    Paper brief(Report r, Lang lang) {
        ReportWords words = papers.words(lang, false);
        Map<String, Object> data = papers.head("BC", null, null, lang);
        data.put("period", words.period(r.period()));
        data.put("through", words.day(r.through()));
        List<String> asks = new ArrayList<>();
        r.asks().forEach(a -> asks.add(words.say(a)));
        data.put("asks", asks);
        data.put("board", papers.board(r, words));
        List<String> bad = new ArrayList<>();
        for (Compared c : r.figures().values()) {
            if (c.verdict() == Verdict.MISSED) {
                bad.add(papers.line(r, c.rule(), words));
            }
        }
        data.put("bad", bad);
        List<String> missing = new ArrayList<>();
        r.missing().forEach(m -> missing.add(words.say(m)));
        data.put("missing", missing);
        data.put("hash", r.dataSha256().substring(0, Issuing.PRINTED));
        return papers.fill("report-brief", lang, data);
    }

    Paper notice(Report r, boolean violations, Lang lang) {
        ReportWords words = papers.words(lang, false);
        Numbered what = violations ? Numbered.VIOLATIONS : Numbered.NOTICE;
        Map<String, Object> data = papers.head(what.kind, what.key(r.period()), lang);
        data.put("abstract", words.say(what.title.with(words.period(r.period()))));
        data.put("violations", violations);
        data.put("period", words.period(r.period()));
        data.put("lines", violations ? breaches(r, words) : lines(r, TOLD, words));
        data.put("kinds", papers.table(chart(r, "incidents"), words, true));
        data.put("recipients", ReportPapers.recipients(words, PaperText.TO_DIVISIONS, PaperText.THE_COMMITTEE));
        data.put("signatures", List.of(papers.signature(words)));
        return papers.fill("report-notice", lang, data);
    }

    /** How many there were; whom they are about is nobody's affair without a decision (clauses 7.4b, 8.1d). */
    private List<String> breaches(Report r, ReportWords words) {
        List<String> lines = new ArrayList<>();
        lines.add(papers.line(r, FigureRule.BREACHES, words));
        Map<String, Integer> kinds = new TreeMap<>();
        for (Grid grid : r.annexes()) {
            for (List<Object> row : grid.id().equals("proposals") ? grid.rows() : List.<List<Object>>of()) {
                if (row.get(2).equals(ReportText.RESTRICTED.with())) {
                    kinds.merge(words.cell(row.get(5)), 1, Integer::sum);
                }
            }
        }
        kinds.forEach((answer, n) -> lines.add(words.say(PaperText.HANDLED.with(answer, n))));
        return lines;
    }

    private List<String> lines(Report r, List<FigureRule> rules, ReportWords words) {
        List<String> lines = new ArrayList<>();
        for (FigureRule rule : rules) {
            lines.add(papers.line(r, rule, words));
        }
        return lines;
    }

    private static Grid chart(Report r, String id) {
        for (Grid grid : r.charts()) {
            if (grid.id().equals(id)) {
                return grid;
            }
        }
        throw new IllegalArgumentException(id);
    }

    Paper reminder(Theme theme, Lang lang) {
        ReportWords words = papers.words(lang, false);
        Map<String, Object> data = papers.head("TB", null, null, lang);
        data.put("abstract", words.say(PaperText.TITLE_REMINDER.with(ReportPapers.inner(words.say(theme.with())))));
        List<String> points = new ArrayList<>();
        for (String point :
                words.say(PaperText.valueOf("REMIND_" + theme.name()).with()).split("\\|")) {
            points.add(point.strip());
        }
        data.put("points", points);
        data.put("recipients", ReportPapers.recipients(words, PaperText.TO_DIVISIONS));
        data.put("signatures", List.of(papers.signature(words)));
        return papers.fill("report-reminder", lang, data);
    }

    Paper police(Report r, Lang lang) {
        ReportWords words = papers.words(lang, false);
        Map<String, Object> data = papers.head(Numbered.POLICE.kind, Numbered.POLICE.key(r.period()), lang);
        data.put("abstract", words.say(PaperText.TITLE_POLICE.with(words.period(r.period()))));
        data.put("to", List.of(data.get("police")));
        data.put("period", words.period(r.period()));
        data.put("lines", lines(r, FOR_POLICE, words));
        data.put("kinds", papers.table(chart(r, "incidents"), words, true));
        data.put("recipients", ReportPapers.recipients(words, PaperText.AS_ABOVE, PaperText.THE_COMMITTEE));
        data.put("signatures", List.of(papers.signature(words)));
        return papers.fill("report-police", lang, data);
    }

    Paper plan(Period period, List<Duty> duties, List<Remark> remarks, Lang lang) {
        ReportWords words = papers.words(lang, false);
        Map<String, Object> data = papers.head(Numbered.PLAN.kind, Numbered.PLAN.key(period), lang);
        data.put("abstract", words.say(PaperText.TITLE_PLAN.with(words.period(period))));
        data.put("period", words.period(period));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Duty duty : duties) {
            rows.add(Map.of(
                    "number",
                    rows.size() + 1,
                    "what",
                    words.say(PaperText.DUTY_FOR.with(words.say(duty.kind().with()), duty.subject())),
                    "owner",
                    words.say(duty.kind().owner().with()),
                    "due",
                    words.day(duty.due()),
                    "clause",
                    duty.kind().clause()));
        }
        data.put("duties", rows);
        List<String> next = new ArrayList<>();
        for (Remark remark : remarks) {
            if (remark.section() == Remark.Section.NEXT) {
                next.add(words.masked(remark.words()));
            }
        }
        data.put("next", next);
        data.put("recipients", ReportPapers.recipients(words, PaperText.THE_BOARD, PaperText.THE_COMMITTEE));
        data.put("signatures", List.of(papers.signature(words)));
        return papers.fill("report-plan", lang, data);
    }

    Paper pledge(int year, Lang lang) {
        Map<String, Object> data = papers.head("", null, null, lang);
        data.put("year", Integer.toString(year));
        data.put("signed", pledges.list(year).size());
        return papers.fill("report-pledge", lang, data);
    }

    /** @throws VigilException NOT_FOUND where no list was imported */
    Paper scores(int year, Lang lang) {
        ScoreSheet sheet = criteria.sheet(year);
        if (sheet.list() == null) {
            throw new VigilException(
                            ErrorKind.NOT_FOUND,
                            "VG-REPORT-NO-CRITERIA",
                            ReportText.NO_CRITERIA.with(Integer.toString(year)))
                    .next(ReportText.NEXT_IMPORT.with());
        }
        ReportWords words = papers.words(lang, false);
        Period period = Period.year(year, false);
        Map<String, Object> data = papers.head(Numbered.CRITERIA.kind, Numbered.CRITERIA.key(period), lang);
        data.put("abstract", words.say(PaperText.TITLE_CRITERIA.with(words.period(period))));
        data.put("title", sheet.title());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (ScoreSheet.Line line : sheet.lines()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("code", line.criterion().code());
            row.put("words", line.criterion().words());
            row.put("maximum", line.criterion().maximum());
            row.put(
                    "points",
                    line.points() == null
                            ? words.say(PaperText.NO_DATA.with())
                            : line.points().toString());
            row.put("note", words.masked(line.note()));
            rows.add(row);
        }
        data.put("rows", rows);
        data.put("given", sheet.given());
        data.put("most", sheet.most());
        data.put("open", sheet.open());
        data.put("recipients", ReportPapers.recipients(words, PaperText.THE_BOARD, PaperText.THE_COMMITTEE));
        data.put("signatures", List.of(papers.signature(words)));
        return papers.fill("report-criteria", lang, data);
    }

    SavedEntry number(Actor actor, Register register, String word, Period period, String number, LocalDate day) {
        Numbered what = Numbered.valueOf(word.toUpperCase(java.util.Locale.ROOT));
        String key = what.key(period);
        Entry there = register.entry(key);
        boolean same = there != null
                && (number == null || number.strip().equals(there.number()))
                && (day == null || day.equals(there.date()));
        if (same) {
            return new SavedEntry(there, false);
        }
        journal.people().require(actor, Power.KEEP_REGISTER);
        LocalDate when = day == null ? journal.today() : day;
        ReportWords words = papers.words(Lang.VI, false);
        SignatureBlock signer =
                journal.people().signature(Body.CORE_TEAM, journal.world().now());
        NewEntry entry = new NewEntry(
                key,
                when,
                words.say(PaperText.REGISTER_OTHER.with(
                        words.say(PaperText.valueOf("KIND_" + what.kind.toUpperCase(java.util.Locale.ROOT))
                                .with()),
                        words.say(what.title.with(words.period(period))))),
                signer.name(),
                List.of(words.say(PaperText.AS_ABOVE.with())));
        return number == null
                ? register.take(actor, new Series(what.kind, Series.CORE_TEAM), entry)
                : register.outside(actor, number, entry);
    }
}
