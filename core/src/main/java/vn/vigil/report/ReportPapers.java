package vn.vigil.report;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.vigil.base.Message;
import vn.vigil.base.Version;
import vn.vigil.base.VigilException;
import vn.vigil.config.Setting;
import vn.vigil.document.Paper;
import vn.vigil.document.Templates;
import vn.vigil.people.Body;
import vn.vigil.people.Member;
import vn.vigil.people.Office;
import vn.vigil.people.SignatureBlock;
import vn.vigil.people.SiteProfile;
import vn.vigil.register.Entry;
import vn.vigil.register.Register;
import vn.vigil.register.Series;
import vn.vigil.text.Lang;

/**
 * The papers of this room (Mẫu 1.4): reports, the brief, notices, the ward police's digest, programmes, pledges, score sheets. No pictures;
 * names are initials unless they were asked for.
 */
final class ReportPapers {
    private final Journal journal;
    private final Register register;
    private final Templates templates;

    ReportPapers(Journal journal, Register register, Path own) {
        this.journal = journal;
        this.register = register;
        this.templates = new Templates(own);
    }

    ReportWords words(Lang lang, boolean named) {
        return ReportWords.of(journal, lang, named);
    }

    Paper report(Report r, Stamp stamp, Lang lang, boolean named) {
        ReportWords words = words(lang, named);
        Map<String, Object> data = head("BC", stamp.number(), stamp.day(), lang);
        boolean year = r.period().kind() == Period.Kind.YEAR;
        data.put("abstract", words.say(about(r.period()).with(words.period(r.period()))));
        // Lists of incidents and requests are for the house; so is everything with names in it.
        boolean inside = named || rows(r, "incident-list") || rows(r, "extractions");
        data.put("mark", inside ? words.say(PaperText.INTERNAL.with()) : "");
        data.put("to", List.of(words.say(PaperText.THE_BOARD.with())));
        data.put("period", words.period(r.period()));
        data.put("from", words.day(r.period().from()));
        data.put("through", words.day(r.through()));
        data.put("partial", r.partial());
        data.put("year", year);
        data.put("nextPeriod", words.say(nextOf(r.period())));
        data.put("asks", said(r.asks(), words));
        data.put("board", board(r, words));
        data.put("situation", situation(r, words));
        data.put("sections", sections(r, words));
        judgement(r, words, data);
        data.put("annexes", annexes(r, words));
        data.put("missing", said(r.missing(), words));
        data.put("changes", changes(stamp, words));
        data.put("revision", stamp.revision());
        data.put("checkpoint", stamp.checkpoint());
        data.put("hash", r.dataSha256());
        data.put("version", Version.NUMBER);
        data.put("compiled", compiler(words));
        data.put("checked", checker(words));
        data.put("recipients", recipients(words, PaperText.AS_ABOVE, PaperText.THE_COMMITTEE));
        data.put("signatures", List.of(signature(words)));
        return templates.fill("report-period", lang, data);
    }

    static PaperText about(Period period) {
        return switch (period.kind()) {
            case QUARTER, CUSTOM -> PaperText.ABOUT;
            case INTERIM -> PaperText.ABOUT_INTERIM;
            case YEAR -> PaperText.ABOUT_YEAR;
        };
    }

    private static Message nextOf(Period period) {
        return switch (period.kind()) {
            case QUARTER -> PaperText.NEXT_QUARTER.with();
            case YEAR -> PaperText.NEXT_YEAR.with();
            case INTERIM, CUSTOM -> PaperText.NEXT_TIME.with();
        };
    }

    private static boolean rows(Report r, String grid) {
        for (Grid one : r.annexes()) {
            if (one.id().equals(grid)) {
                return !one.rows().isEmpty();
            }
        }
        return false;
    }

    private static List<String> said(List<Message> messages, ReportWords words) {
        List<String> all = new ArrayList<>();
        messages.forEach(m -> all.add(words.say(m)));
        return all;
    }

    /** The eight lines of the first page. */
    List<Map<String, Object>> board(Report r, ReportWords words) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (FigureRule rule : FigureRule.FIRST_PAGE) {
            Compared c = r.figure(rule);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("name", words.say(rule.with()));
            row.put("target", words.target(c));
            row.put("now", words.figure(c.now()));
            row.put("before", words.figure(c.before()));
            row.put("verdict", words.say(c.verdict().with()));
            rows.add(row);
        }
        return rows;
    }

    private static final List<FigureRule> SITUATION =
            List.of(FigureRule.MEETINGS_HELD, FigureRule.ATTENDANCE, FigureRule.ACTIONS_SET, FigureRule.PROPOSALS);

    private List<String> situation(Report r, ReportWords words) {
        List<String> lines = new ArrayList<>();
        SITUATION.forEach(rule -> {
            if (r.figure(rule).now().known()) {
                lines.add(line(r, rule, words));
            }
        });
        return lines;
    }

    /** {@code Tỷ lệ thời gian có hình: 98,7 % (giảm 0,4 điểm phần trăm so với kỳ trước)}: the very number of the annex. */
    String line(Report r, FigureRule rule, ReportWords words) {
        Compared c = r.figure(rule);
        StringBuilder line = new StringBuilder();
        line.append(words.say(PaperText.LINE.with(words.say(c.rule().with()), words.figure(c.now()))));
        String bounds = words.bounds(c.now());
        if (!bounds.isEmpty()) {
            line.append("; ").append(bounds);
        }
        if (r.partial()) {
            // A part is not held against a whole.
            return line.toString();
        }
        String change = words.change(c.now(), c.before());
        if (!change.isEmpty()) {
            line.append("; ").append(words.say(PaperText.AGAINST_BEFORE.with(change)));
        } else if (c.before().known()) {
            line.append("; ").append(words.say(PaperText.BEFORE.with(words.figure(c.before()))));
        }
        String yearly = c.lastYear() == null ? "" : words.change(c.now(), c.lastYear());
        if (!yearly.isEmpty()) {
            line.append("; ").append(words.say(PaperText.AGAINST_YEAR.with(yearly)));
        }
        return line.toString();
    }

    private List<Map<String, Object>> sections(Report r, ReportWords words) {
        Map<Part, List<String>> drawn = Map.of(
                Part.CAMERAS,
                List.of("availability", "downtime"),
                Part.WATCH,
                List.of("coverage"),
                Part.INCIDENTS,
                List.of("incidents"),
                Part.ACTIONS,
                List.of("actions-by-age"));
        List<Map<String, Object>> sections = new ArrayList<>();
        for (Part part : Part.values()) {
            List<String> lines = new ArrayList<>();
            List<String> unknown = new ArrayList<>();
            for (Compared c : r.figures().values()) {
                if (c.rule().part() == part) {
                    if (c.now().known()) {
                        lines.add(line(r, c.rule(), words));
                    } else {
                        unknown.add(inner(words.say(c.rule().with())));
                    }
                }
            }
            List<Map<String, Object>> charts = new ArrayList<>();
            for (Grid grid : r.charts()) {
                if (drawn.getOrDefault(part, List.of()).contains(grid.id())
                        && !grid.rows().isEmpty()) {
                    charts.add(table(grid, words, false));
                }
            }
            Map<String, Object> section = new LinkedHashMap<>();
            section.put("number", sections.size() + 1);
            section.put("title", words.say(part.with()));
            section.put("lines", lines);
            section.put("unknown", String.join("; ", unknown));
            section.put("charts", charts);
            sections.add(section);
        }
        return sections;
    }

    static String inner(String title) {
        return title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    }

    /** A table as the template wants it. */
    Map<String, Object> table(Grid grid, ReportWords words, boolean plain) {
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("title", words.say(grid.title()));
        table.put("chart", plain ? "" : grid.chart());
        List<String> widths = new ArrayList<>();
        List<Map<String, Object>> header = new ArrayList<>();
        for (Grid.Column column : grid.columns()) {
            widths.add(Integer.toString(column.width()));
            header.add(Map.of("title", words.say(column.title()), "figure", column.figure()));
        }
        table.put("widths", String.join(" ", widths));
        table.put("header", header);
        List<List<String>> rows = new ArrayList<>();
        for (List<Object> row : grid.rows()) {
            List<String> cells = new ArrayList<>();
            // What is drawn is read back as numbers: its unit stands in the heading.
            row.forEach(cell -> cells.add(
                    !grid.chart().isEmpty() && cell instanceof Measure m && m.part() != null
                            ? words.number(m.unit(), m.part(), m.whole())
                                    + (m.unit().share() ? " %" : "")
                            : words.cell(cell)));
            rows.add(cells);
        }
        table.put("rows", rows);
        return table;
    }

    /** Part III to V: what was reached, what was not, why, what comes, what is proposed. Nothing is said twice or smoothed over. */
    private void judgement(Report r, ReportWords words, Map<String, Object> data) {
        List<String> done = new ArrayList<>();
        List<String> notDone = new ArrayList<>();
        for (Compared c : r.figures().values()) {
            if (c.verdict() == Verdict.MET) {
                done.add(words.say(
                        PaperText.REACHED.with(words.say(c.rule().with()), words.figure(c.now()), words.target(c))));
            } else if (c.verdict() == Verdict.MISSED) {
                notDone.add(words.say(PaperText.NOT_REACHED.with(
                        words.say(c.rule().with()), words.figure(c.now()), words.target(c))));
            }
        }
        for (FigureRule rule : List.of(
                FigureRule.WATCH_GAPS,
                FigureRule.OPEN_FAULTS,
                FigureRule.ACTIONS_OVERDUE,
                FigureRule.ACTIONS_CARRIED,
                FigureRule.PROPOSALS_PASSED_OVER,
                FigureRule.EXTRACT_PENDING)) {
            Figure f = r.figure(rule).now();
            if (f.known() && f.part() > 0) {
                notDone.add(words.say(PaperText.LINE.with(words.say(rule.with()), words.figure(f))));
            }
        }
        r.remarks(Remark.Section.DONE).forEach(m -> done.add(words.masked(m.words())));
        r.remarks(Remark.Section.NOT_DONE).forEach(m -> notDone.add(words.masked(m.words())));
        List<String> causes = new ArrayList<>();
        for (List<Object> cause : r.causes()) {
            causes.add(words.say(PaperText.CAUSE.with(words.cell(cause.get(0)), words.cell(cause.get(1)))));
        }
        r.remarks(Remark.Section.CAUSE).forEach(m -> causes.add(words.masked(m.words())));
        List<String> next = new ArrayList<>();
        r.remarks(Remark.Section.NEXT).forEach(m -> next.add(words.masked(m.words())));
        for (List<Object> open : r.open()) {
            next.add(words.say(
                    PaperText.TO_DO.with(words.cell(open.get(1)), open.get(0).toString(), words.cell(open.get(2)))));
        }
        data.put("done", done);
        data.put("notDone", notDone);
        data.put("causes", causes);
        data.put("next", next);
    }

    private List<Map<String, Object>> annexes(Report r, ReportWords words) {
        // One number for the tables that belong together.
        List<List<String>> groups = List.of(
                List.of("figures", "rules"),
                List.of("cameras"),
                List.of("incident-list"),
                List.of("extractions"),
                List.of("actions", "proposals"),
                List.of("posts", "watchers"),
                List.of("maintenance"),
                List.of("attendance"));
        List<Map<String, Object>> annexes = new ArrayList<>();
        for (List<String> group : groups) {
            List<Map<String, Object>> tables = new ArrayList<>();
            boolean any = false;
            for (Grid grid : r.annexes()) {
                if (group.contains(grid.id())) {
                    Grid printed = grid.id().equals("figures") ? known(grid) : grid;
                    any |= !printed.rows().isEmpty();
                    tables.add(table(printed, words, true));
                }
            }
            annexes.add(Map.of("number", ReportWords.roman(annexes.size() + 1), "any", any, "tables", tables));
        }
        return annexes;
    }

    /** Without the lines of which nothing is known at any time: part II names them. */
    private static Grid known(Grid grid) {
        List<List<Object>> rows = new ArrayList<>();
        for (List<Object> row : grid.rows()) {
            if (row.stream().anyMatch(c -> c instanceof Measure m && m.part() != null)) {
                rows.add(row);
            }
        }
        return new Grid(grid.id(), grid.title(), grid.chart(), grid.columns(), rows);
    }

    private static List<Map<String, Object>> changes(Stamp stamp, ReportWords words) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Stamp.Change change : stamp.changes()) {
            rows.add(Map.of(
                    "name",
                    words.say(change.rule().with()),
                    "was",
                    words.cell(change.was()),
                    "reads",
                    words.cell(change.reads())));
        }
        return rows;
    }

    /** Who compiles: by the setting, or the committee's deputy head (clause 6.2a). */
    String compiler(ReportWords words) {
        String id = journal.config().text(Setting.REPORT_COMPILER);
        if (id != null) {
            return journal.people().show(id).name();
        }
        LocalDate today = journal.today();
        for (Member member : journal.people().list(false)) {
            if (member.offices(today).contains(Office.STEERING_DEPUTY)) {
                return member.name();
            }
        }
        return words.say(PaperText.NOBODY.with());
    }

    private String checker(ReportWords words) {
        try {
            return journal.people()
                    .signature(Body.CORE_TEAM, journal.world().now())
                    .name();
        } catch (VigilException e) {
            return words.say(PaperText.NOBODY.with());
        }
    }

    /**
     * What stands around every paper.
     *
     * @param kind abbreviation of the kind
     * @param number null: not given yet
     */
    Map<String, Object> head(String kind, String number, LocalDate day, Lang lang) {
        ReportWords words = words(lang, true);
        SiteProfile site = journal.people().site(journal.world().now());
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("superior", site.printedBody().toUpperCase(Locale.ROOT));
        data.put("body", words.say(PaperText.TEAM_UPPER.with()));
        data.put("organisation", site.printedBody());
        data.put("place", site.confirmed() ? site.place() : "…");
        data.put("police", site.confirmed() ? site.wardPolice() : "…");
        data.put("number", number == null ? "/" + kind + "-" + Series.CORE_TEAM : number);
        data.put("date", day == null ? "" : day.toString());
        LocalDate holds = day == null ? journal.today() : day;
        List<String> bases = new ArrayList<>(Bases.on(journal.config(), holds));
        if (bases.isEmpty()) {
            bases.add(words.say(PaperText.BASIS.with(
                    words.formal(LocalDate.parse(journal.config().text(Setting.REGULATION_FROM))))));
        }
        data.put("bases", bases);
        return data;
    }

    /** The head of a paper that stands in the register under a key, by its number once it has one. */
    Map<String, Object> head(String kind, String key, Lang lang) {
        Entry entry = register.entry(key);
        return entry == null ? head(kind, null, null, lang) : head(kind, entry.number(), entry.date(), lang);
    }

    static List<String> recipients(ReportWords words, PaperText... to) {
        List<String> all = new ArrayList<>();
        for (PaperText one : to) {
            all.add(words.say(one.with()));
        }
        all.add(words.say(PaperText.KEPT.with()));
        return all;
    }

    /** Who signs today; blank where nobody may. */
    Map<String, Object> signature(ReportWords words) {
        try {
            SignatureBlock block =
                    journal.people().signature(Body.CORE_TEAM, journal.world().now());
            return Map.of("title", String.join("\n", block.lines()), "note", "", "name", block.name());
        } catch (VigilException e) {
            return Map.of("title", words.say(PaperText.SIGN_HERE.with()), "note", "", "name", "");
        }
    }

    Paper fill(String template, Lang lang, Map<String, Object> data) {
        return templates.fill(template, lang, data);
    }
}
