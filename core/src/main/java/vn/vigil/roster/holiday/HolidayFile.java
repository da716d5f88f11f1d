package vn.vigil.roster.holiday;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.calendar.DecidedDay;
import vn.vigil.calendar.PublicHolidays;
import vn.vigil.text.CsvReader;
import vn.vigil.text.Nearest;

/** A file of decisions: comma, semicolon or tab between the columns; lines that begin with {@code #} are remarks. For one file. */
final class HolidayFile {
    private static final List<String> COLUMNS = List.of("date", "kind", "name", "basis");
    private static final int MAX_MIB = 1;

    /** So many faults are told one by one; nobody reads more. */
    private static final int MAX_FAULTS = 100;

    /**
     * One day of the file.
     *
     * @param line where it stands, from 1
     */
    record Entry(int line, DecidedDay day) {}

    private final Path file;
    private final PublicHolidays calendar;
    private final List<Message> faults = new ArrayList<>();
    private final Map<LocalDate, Integer> lines = new HashMap<>();
    private final int[] columnOf = new int[COLUMNS.size()];

    /** @param calendar what holds without the file */
    HolidayFile(Path file, PublicHolidays calendar) {
        this.file = file;
        this.calendar = calendar;
    }

    /**
     * Every day of the file.
     *
     * @throws VigilException USAGE with all faults by line and field; NOT_FOUND when there is no such file
     */
    List<Entry> read() {
        List<Entry> entries = new ArrayList<>();
        try {
            List<CsvReader.Row> rows = new ArrayList<>();
            for (CsvReader.Row row : CsvReader.rows(text())) {
                if (!row.fields().get(0).startsWith("#")) {
                    rows.add(row);
                }
            }
            if (rows.isEmpty()) {
                faults.add(HolidayText.EMPTY.with(String.join(",", COLUMNS)));
            } else {
                header(rows.get(0));
                for (CsvReader.Row row : faults.isEmpty() ? rows.subList(1, rows.size()) : List.<CsvReader.Row>of()) {
                    row(row, entries);
                }
            }
        } catch (CsvReader.OpenQuote e) {
            faults.add(HolidayText.OPEN_QUOTE.with(e.line()));
        }
        refuse(faults, ErrorKind.USAGE);
        return entries;
    }

    /** Refuses the file as a whole; nothing of it is written. */
    void refuse(List<Message> all, ErrorKind kind) {
        if (all.isEmpty()) {
            return;
        }
        String id = kind == ErrorKind.CONFLICT ? "VG-HOLIDAY-IMPORT-CONFLICT" : "VG-HOLIDAY-IMPORT";
        VigilException e = new VigilException(kind, id, HolidayText.CANNOT_IMPORT.with(file, all.size()));
        for (Message fault : all.subList(0, Math.min(MAX_FAULTS, all.size()))) {
            e.why(fault);
        }
        if (all.size() > MAX_FAULTS) {
            e.why(HolidayText.MORE_FAULTS.with(all.size() - MAX_FAULTS));
        }
        throw e.next(HolidayText.IMPORT_NEXT.with());
    }

    private void header(CsvReader.Row header) {
        Arrays.fill(columnOf, -1);
        for (int i = 0; i < header.fields().size(); i++) {
            String name = header.fields().get(i).strip().toLowerCase(Locale.ROOT);
            int column = COLUMNS.indexOf(name);
            if (column < 0) {
                String near = Nearest.of(name, COLUMNS);
                fault(
                        header.line(),
                        name,
                        near == null
                                ? HolidayText.UNKNOWN_COLUMN.with(String.join(", ", COLUMNS))
                                : HolidayText.UNKNOWN_COLUMN_NEAR.with(near));
            } else if (columnOf[column] >= 0) {
                fault(header.line(), name, HolidayText.COLUMN_TWICE.with());
            } else {
                columnOf[column] = i;
            }
        }
        for (int column = 0; column < columnOf.length; column++) {
            if (columnOf[column] < 0) {
                fault(header.line(), COLUMNS.get(column), HolidayText.MISSING.with());
            }
        }
    }

    private void row(CsvReader.Row row, List<Entry> entries) {
        if (row.fields().size() > columnOf.length) {
            fault(
                    row.line(),
                    COLUMNS.get(0),
                    HolidayText.TOO_MANY_FIELDS.with(row.fields().size(), columnOf.length));
            return;
        }
        HolidayJudge judge = new HolidayJudge(calendar);
        LocalDate date = judge.date(value(row, 0));
        DecidedDay day = judge.read(date, value(row, 1), value(row, 2), value(row, 3));
        for (HolidayJudge.Fault fault : judge.faults()) {
            fault(row.line(), fault.field(), fault.what());
        }
        Integer first = date == null ? null : lines.putIfAbsent(date, row.line());
        if (first != null) {
            fault(row.line(), "date", HolidayText.TWICE.with(date.toString(), first));
        } else if (day != null) {
            entries.add(new Entry(row.line(), day));
        }
    }

    private void fault(int line, String field, Message what) {
        faults.add(HolidayText.LINE_FAULT.with(line, field, what));
    }

    /** Null when empty or not there. The apostrophe that defuses a formula is no part of it. */
    private String value(CsvReader.Row row, int column) {
        int i = columnOf[column];
        String text = i >= row.fields().size() ? "" : row.fields().get(i).strip();
        boolean defused = text.length() > 2 && text.charAt(0) == '\'' && "=+-@".indexOf(text.charAt(1)) >= 0;
        return text.isEmpty() ? null : defused ? text.substring(1) : text;
    }

    private String text() {
        try {
            if (!Files.exists(file)) {
                throw new VigilException(ErrorKind.NOT_FOUND, "VG-HOLIDAY-FILE", HolidayText.NO_FILE.with(file));
            }
            if (Files.size(file) > (long) MAX_MIB << 20) {
                throw unreadable(HolidayText.TOO_LARGE.with(MAX_MIB));
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw unreadable(HolidayText.NOT_UTF8.with());
        } catch (IOException e) {
            throw unreadable(HolidayText.NOT_READ.with()).causedBy(e);
        }
    }

    private VigilException unreadable(Message why) {
        return new VigilException(ErrorKind.USAGE, "VG-HOLIDAY-IMPORT", HolidayText.CANNOT_IMPORT.with(file, 1))
                .why(why)
                .next(HolidayText.IMPORT_NEXT.with());
    }
}
