package vn.vigil.camera;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.vigil.base.Message;

/**
 * A table of published weaknesses. The form is tab-separated ({@code docs/design/audit.md}): a first line with the form's name,
 * its version and the table's date; lines beginning with {@code #} are remarks; then the columns' names, then one row an advisory.
 * Pure but for reading the table that is shipped.
 *
 * @param date up to when its author looked
 */
record Advisories(LocalDate date, List<Advisory> rows) {
    /** A table older than this is warned of. */
    static final Duration STALE = Duration.ofDays(180);

    static final String FORM = "vigil-advisories";
    static final List<String> COLUMNS =
            List.of("maker", "models", "from", "until", "built-before", "match", "id", "severity", "title", "source");
    private static final List<String> KNOWN =
            List.of("hikvision", "dahua", "uniview", "tp-link", "d-link", "axis", "reolink", "ezviz", "avtech");
    private static final int MOST_ROWS = 20_000;
    private static final int LONGEST = 2_000;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{1,63}");

    Advisories {
        rows = List.copyOf(rows);
    }

    /** A table, or what is wrong with it: one of the two is empty. */
    record Reading(Advisories table, List<Message> faults) {}

    /** The table that is shipped with the program. */
    static Advisories shipped() {
        try (InputStream in = Advisories.class.getResourceAsStream("advisories.tsv")) {
            Reading reading = read(new String(in.readAllBytes(), StandardCharsets.UTF_8), LocalDate.MAX);
            if (!reading.faults().isEmpty()) {
                throw new IllegalStateException("the shipped table: " + reading.faults());
            }
            return reading.table();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a table.
     *
     * @param today a table from later is at fault
     */
    static Reading read(String text, LocalDate today) {
        List<Message> faults = new ArrayList<>();
        String[] lines = text.split("\r?\n", -1);
        String[] head = lines[0].replace("\uFEFF", "").split("\t", -1);
        LocalDate date = head.length == 3 && head[0].equals(FORM) && head[1].equals("1") ? day(head[2]) : null;
        if (date == null || date.isAfter(today)) {
            faults.add(AuditText.TABLE_HEAD.with(FORM));
            return new Reading(null, faults);
        }
        List<Advisory> rows = new ArrayList<>();
        boolean columns = false;
        for (int i = 1; i < lines.length; i++) {
            if (lines[i].isBlank() || lines[i].startsWith("#")) {
                continue;
            }
            if (!columns) {
                columns = true;
                if (!lines[i].equals(String.join("\t", COLUMNS))) {
                    faults.add(AuditText.TABLE_COLUMNS.with(i + 1, String.join(", ", COLUMNS)));
                    return new Reading(null, faults);
                }
                continue;
            }
            if (rows.size() >= MOST_ROWS) {
                faults.add(AuditText.TABLE_TOO_LONG.with(MOST_ROWS));
                break;
            }
            Advisory row = row(lines[i], i + 1, faults);
            if (row != null) {
                rows.add(row);
            }
        }
        if (rows.isEmpty() && faults.isEmpty()) {
            faults.add(AuditText.TABLE_EMPTY.with());
        }
        return faults.isEmpty() ? new Reading(new Advisories(date, rows), faults) : new Reading(null, faults);
    }

    private static Advisory row(String line, int number, List<Message> faults) {
        String[] f = line.split("\t", -1);
        if (f.length != COLUMNS.size() || line.length() > LONGEST) {
            faults.add(AuditText.TABLE_ROW.with(number, COLUMNS.size()));
            return null;
        }
        int before = faults.size();
        need(faults, number, "maker", !f[0].isBlank());
        need(faults, number, "models", !f[1].isBlank());
        need(faults, number, "from", f[2].equals("-") || FirmwareVersion.parse(f[2]) != null);
        boolean included = f[3].startsWith("<=");
        String until = f[3].equals("-") ? null : f[3].startsWith("<") ? f[3].substring(included ? 2 : 1) : "";
        need(faults, number, "until", until == null || FirmwareVersion.parse(until) != null);
        LocalDate built = f[4].equals("-") ? null : day(f[4]);
        need(faults, number, "built-before", f[4].equals("-") || built != null);
        need(faults, number, "match", f[5].equals("listed") || f[5].equals("family"));
        need(faults, number, "id", ID.matcher(f[6]).matches());
        Advisory.Level level = level(f[7]);
        need(faults, number, "severity", level != null);
        need(faults, number, "title", !f[8].isBlank());
        need(faults, number, "source", f[9].startsWith("https://"));
        if (faults.size() > before) {
            return null;
        }
        return new Advisory(
                maker(f[0]),
                f[1],
                f[2].equals("-") ? null : f[2],
                until,
                included,
                built,
                f[5].equals("family"),
                f[6],
                level,
                f[8],
                f[9]);
    }

    private static void need(List<Message> faults, int number, String column, boolean good) {
        if (!good) {
            faults.add(AuditText.TABLE_CELL.with(number, column));
        }
    }

    private static Advisory.Level level(String word) {
        for (Advisory.Level level : Advisory.Level.values()) {
            if (level.word().equals(word)) {
                return level;
            }
        }
        return null;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /**
     * This table with another laid over it: what the other says of an advisory of a maker holds, and the later date counts.
     */
    Advisories with(Advisories other) {
        List<Advisory> all = new ArrayList<>(other.rows);
        for (Advisory row : rows) {
            boolean told = other.rows.stream().anyMatch(o -> o.maker().equals(row.maker()) && o.id().equals(row.id()));
            if (!told) {
                all.add(row);
            }
        }
        return new Advisories(date.isAfter(other.date) ? date : other.date, all);
    }

    /** Whether anything at all is known of a maker. */
    boolean knows(String maker) {
        return rows.stream().anyMatch(r -> r.maker().equals(maker));
    }

    /**
     * A maker by the one word that tables use, from what a device writes: {@code HIKVISION}, {@code Dahua Technology}, {@code
     * TP-LINK}.
     *
     * @return empty for null
     */
    static String maker(String written) {
        if (written == null) {
            return "";
        }
        String text = written.strip().toLowerCase(Locale.ROOT);
        for (String known : KNOWN) {
            if (text.startsWith(known) || text.replace(" ", "-").startsWith(known)) {
                return known;
            }
        }
        return text.startsWith("tplink") ? "tp-link" : text.startsWith("unv") ? "uniview" : text;
    }
}
