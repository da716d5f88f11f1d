package vn.vigil.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.document.Sheet;
import vn.vigil.document.SheetLimits;
import vn.vigil.document.SheetRow;
import vn.vigil.document.Sheets;
import vn.vigil.people.Actor;
import vn.vigil.people.Power;
import vn.vigil.text.CsvReader;

/**
 * The criteria of the model and their yearly scores (clauses 7.4c, 8.3e). The regulation does not name them (A23): a list is imported, and a
 * later one holds for the years from its own on. Not safe for several threads.
 */
public final class Criteria {
    static final String SERIES = "CRT";

    private static final int MOST_POINTS = 1000;
    private static final long LONGEST = 1L << 20;

    private final Journal journal;

    Criteria(Journal journal) {
        this.journal = journal;
    }

    /**
     * Imports a list: a CSV or the first sheet of an XLSX with code, words and maximum in its columns, below one line of headings.
     *
     * @param year from which on it holds
     * @throws VigilException USAGE with every faulty line; NOT_FOUND; DENIED
     */
    public Saved<ScoreSheet> take(Actor actor, Path file, String title, int year) {
        journal.people().require(actor, Power.ASSESS);
        List<Criterion> items = read(file);
        String name = Journal.needed("--title", title);
        boolean unchanged = journal.store().write(tx -> {
            List<Object> rows = new ArrayList<>();
            for (Criterion c : items) {
                rows.add(List.of(c.code(), c.words(), (long) c.maximum()));
            }
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("title", name);
            body.put("year", (long) year);
            body.put("items", rows);
            for (List<ReportEntry> there : SqlReportStore.series(tx, SERIES).values()) {
                if (there.get(0).body().equals(body)) {
                    return true;
                }
            }
            journal.begin(tx, actor, SERIES, Act.LISTED, body);
            return false;
        });
        return new Saved<>(sheet(year), unchanged);
    }

    private static List<Criterion> read(Path file) {
        List<List<String>> rows = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        if (file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            List<Sheet> sheets = Sheets.read(file, SheetLimits.LISTS);
            for (SheetRow row :
                    sheets.isEmpty() ? List.<SheetRow>of() : sheets.get(0).rows()) {
                rows.add(List.of(row.text(0), row.text(1), row.text(2)));
                numbers.add(row.number());
            }
        } else {
            for (CsvReader.Row row : csv(file)) {
                rows.add(row.fields());
                numbers.add(row.line());
            }
        }
        List<Message> faults = new ArrayList<>();
        List<Criterion> items = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            int points = row.size() == 3 && row.get(2).matches("[0-9]{1,4}") ? Integer.parseInt(row.get(2)) : 0;
            boolean good = points >= 1
                    && points <= MOST_POINTS
                    && !row.get(0).isBlank()
                    && !row.get(1).isBlank()
                    && !codes.contains(row.get(0));
            if (good) {
                codes.add(row.get(0));
                items.add(new Criterion(Journal.words("", row.get(0)), Journal.words("", row.get(1)), points));
            } else {
                faults.add(ReportText.CRITERION_LINE.with(numbers.get(i)));
            }
        }
        if (items.isEmpty() || !faults.isEmpty()) {
            VigilException e = Journal.usage("VG-REPORT-CRITERIA", ReportText.BAD_CRITERIA.with(file.toString()));
            faults.forEach(e::why);
            throw e.next(ReportText.CRITERIA_FORM.with());
        }
        return items;
    }

    private static List<CsvReader.Row> csv(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
                throw new VigilException(
                        ErrorKind.NOT_FOUND, "VG-REPORT-NO-FILE", ReportText.NO_FILE.with(file.toString()));
            }
            return CsvReader.rows(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException | CsvReader.OpenQuote e) {
            throw new VigilException(ErrorKind.USAGE, "VG-REPORT-NO-FILE", ReportText.NO_FILE.with(file.toString()))
                    .causedBy(e);
        }
    }

    /**
     * Scores one criterion of a year; a later score replaces it, both stay on record.
     *
     * @throws VigilException NOT_FOUND: no list, or no such criterion; USAGE: more points than there are; DENIED
     */
    public Saved<ScoreSheet> score(Actor actor, int year, String code, int points, String note) {
        journal.people().require(actor, Power.ASSESS);
        String words = Journal.words("--note", note);
        ScoreSheet sheet = sheet(year);
        ScoreSheet.Line found = null;
        for (ScoreSheet.Line line : sheet.lines()) {
            found = line.criterion().code().equalsIgnoreCase(code.strip()) ? line : found;
        }
        if (found == null) {
            throw new VigilException(
                            ErrorKind.NOT_FOUND,
                            "VG-REPORT-NO-CRITERION",
                            ReportText.NO_CRITERION.with(code, Integer.toString(year)))
                    .next(ReportText.NEXT_CRITERIA.with(Integer.toString(year)));
        }
        int most = found.criterion().maximum();
        if (points < 0 || points > most) {
            throw Journal.usage("VG-REPORT-POINTS", ReportText.BAD_POINTS.with(points, most));
        }
        if (found.points() != null && found.points() == points && found.note().equals(words)) {
            return new Saved<>(sheet, true);
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("year", year);
        body.put("criterion", found.criterion().code());
        body.put("points", points);
        body.put("note", words);
        journal.store().write(tx -> {
            journal.add(tx, actor, sheet.list(), Act.SCORED, body);
            return null;
        });
        return new Saved<>(sheet(year), false);
    }

    /** The list that holds for a year, and its scores. */
    public ScoreSheet sheet(int year) {
        List<ReportEntry> list = null;
        for (List<ReportEntry> entries : journal.series(SERIES).values()) {
            if (entries.get(0).count("year") <= year) {
                list = entries;
            }
        }
        if (list == null) {
            return new ScoreSheet(year, null, "", null, List.of());
        }
        Map<String, ReportEntry> scores = new LinkedHashMap<>();
        for (ReportEntry e : list) {
            if (e.act() == Act.SCORED && e.count("year") == year) {
                scores.put(e.text("criterion"), e);
            }
        }
        List<ScoreSheet.Line> lines = new ArrayList<>();
        for (Object item : (List<?>) list.get(0).body().get("items")) {
            List<?> row = (List<?>) item;
            Criterion c = new Criterion(
                    row.get(0).toString(),
                    row.get(1).toString(),
                    Integer.parseInt(row.get(2).toString()));
            ReportEntry score = scores.get(c.code());
            lines.add(new ScoreSheet.Line(
                    c, score == null ? null : score.count("points"), score == null ? "" : score.text("note")));
        }
        LocalDate since =
                LocalDate.ofInstant(list.get(0).enteredAt(), journal.config().zone());
        return new ScoreSheet(year, list.get(0).subject(), list.get(0).text("title"), since, lines);
    }
}
