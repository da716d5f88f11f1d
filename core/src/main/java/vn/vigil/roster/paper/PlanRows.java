package vn.vigil.roster.paper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.text.CsvReader;
import vn.vigil.text.Nearest;
import vn.vigil.text.Viet;

/**
 * A plan as a spreadsheet writes it, before anybody asks what it means: UTF-8, comma or semicolon. Lines that begin with {@code #}
 * are remarks.
 *
 * @param rows in the file's order
 * @param first the earliest day; of rows whose day can be read
 * @param last the latest one; at most 366 days after
 */
record PlanRows(List<Row> rows, LocalDate first, LocalDate last) {
    private static final int LIMIT = 8 << 20;
    private static final int MOST = 100_000;
    private static final int MOST_DAYS = 366;
    private static final List<String> NEEDED = List.of("date", "shift", "person");

    /**
     * @param line in the file, from 1
     * @param cells by column; what is empty is not there
     * @param day null when it cannot be read
     * @param tooMany whether something stands behind the last column
     */
    record Row(int line, Map<String, String> cells, LocalDate day, boolean tooMany) {}

    static PlanRows read(Path file) {
        List<CsvReader.Row> lines = new ArrayList<>();
        try {
            for (CsvReader.Row row : CsvReader.rows(Viet.nfc(text(file)))) {
                if (!row.fields().get(0).startsWith("#")) {
                    lines.add(row);
                }
            }
        } catch (CsvReader.OpenQuote e) {
            throw unfit(file).why(PaperText.OPEN_QUOTE.with(e.line()));
        }
        if (lines.size() < 2) {
            throw unfit(file).why(PaperText.EMPTY_FILE.with());
        }
        if (lines.size() - 1 > MOST) {
            throw unfit(file).why(PaperText.TOO_MANY_ROWS.with(lines.size() - 1, MOST));
        }
        List<String> columns = header(file, lines.get(0));
        List<Row> rows = new ArrayList<>();
        LocalDate first = null;
        LocalDate last = null;
        for (CsvReader.Row line : lines.subList(1, lines.size())) {
            Map<String, String> cells = new HashMap<>();
            boolean tooMany = false;
            for (int i = 0; i < line.fields().size(); i++) {
                String text = defused(line.fields().get(i).strip());
                if (!text.isEmpty() && i < columns.size()) {
                    cells.put(columns.get(i), text);
                }
                tooMany |= i >= columns.size() && !text.isEmpty();
            }
            LocalDate day = day(cells.get("date"));
            rows.add(new Row(line.line(), cells, day, tooMany));
            first = day != null && (first == null || day.isBefore(first)) ? day : first;
            last = day != null && (last == null || day.isAfter(last)) ? day : last;
        }
        if (first == null) {
            throw unfit(file)
                    .why(fault(
                            rows.get(0).line(),
                            "date",
                            PaperText.BAD_DAY.with(rows.get(0).cells().getOrDefault("date", ""))));
        }
        if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw unfit(file).why(PaperText.FAR_DAY.with(first, last, MOST_DAYS));
        }
        return new PlanRows(rows, first, last);
    }

    static VigilException unfit(Path file) {
        return new VigilException(ErrorKind.USAGE, "VG-ROSTER-IMPORT", PaperText.CANNOT_IMPORT.with(file.toString()));
    }

    static Message fault(int line, String column, Message what) {
        return PaperText.ROW_FAULT.with(line, column, what);
    }

    private static List<String> header(Path file, CsvReader.Row header) {
        List<Message> faults = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        for (String field : header.fields()) {
            String name = field.strip().toLowerCase(Locale.ROOT);
            if (columns.contains(name)) {
                faults.add(fault(header.line(), name, PaperText.COLUMN_TWICE.with()));
            } else if (!DutyCsv.COLUMNS.contains(name)) {
                String near = Nearest.of(name, DutyCsv.COLUMNS);
                faults.add(fault(
                        header.line(),
                        name,
                        near == null
                                ? PaperText.NO_COLUMN.with(String.join(" ", DutyCsv.COLUMNS))
                                : PaperText.DID_YOU_MEAN.with(near)));
            }
            columns.add(name);
        }
        for (String needed : NEEDED) {
            if (!columns.contains(needed)) {
                faults.add(fault(header.line(), needed, PaperText.MISSING.with()));
            }
        }
        if (!faults.isEmpty()) {
            VigilException e = unfit(file);
            faults.forEach(e::why);
            throw e;
        }
        return columns;
    }

    /** Only {@code yyyy-mm-dd}: 2/3 is a day in March to one reader and in February to another. */
    private static LocalDate day(String text) {
        try {
            LocalDate day = text == null ? null : LocalDate.parse(text);
            return day == null || day.getYear() < 1900 || day.getYear() > 9998 ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The apostrophe that keeps a spreadsheet from running a cell is no part of it. */
    private static String defused(String text) {
        boolean defused = text.length() > 1 && text.charAt(0) == '\'' && "=+-@".indexOf(text.charAt(1)) >= 0;
        return defused ? text.substring(1) : text;
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > LIMIT) {
                throw unfit(file).why(PaperText.FILE_TOO_LARGE.with(LIMIT >> 20));
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (NoSuchFileException e) {
            throw new VigilException(
                    ErrorKind.NOT_FOUND, "VG-ROSTER-IMPORT-FILE", PaperText.NO_FILE.with(file.toString()));
        } catch (CharacterCodingException e) {
            throw unfit(file).why(PaperText.NOT_UTF8.with());
        } catch (IOException e) {
            throw new VigilException(
                            ErrorKind.FAILED, "VG-ROSTER-IMPORT-FILE", PaperText.UNREADABLE.with(file.toString()))
                    .causedBy(e);
        }
    }
}
