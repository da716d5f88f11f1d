package vn.vigil.people;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.text.CsvReader;
import vn.vigil.text.Nearest;

/** Reads members as a spreadsheet writes them: UTF-8, comma or semicolon. Lines that begin with {@code #} are remarks. */
final class MemberCsv {
    private static final int LIMIT = 4 << 20;

    private MemberCsv() {}

    /**
     * @throws VigilException NOT_FOUND; USAGE when it is no such table, with every fault of its header
     */
    static List<MemberRow> read(Path file) {
        List<CsvReader.Row> rows = new ArrayList<>();
        try {
            for (CsvReader.Row row : CsvReader.rows(text(file))) {
                if (!row.fields().get(0).startsWith("#")) {
                    rows.add(row);
                }
            }
        } catch (CsvReader.OpenQuote e) {
            throw unfit(file, PeopleText.OPEN_QUOTE.with(e.line()));
        }
        if (rows.isEmpty()) {
            throw unfit(file, PeopleText.EMPTY_FILE.with());
        }
        if (rows.size() - 1 > MemberImport.MOST) {
            throw unfit(file, PeopleText.TOO_MANY_ROWS.with(rows.size() - 1, MemberImport.MOST));
        }
        List<String> columns = header(file, rows.get(0));
        List<MemberRow> read = new ArrayList<>();
        for (CsvReader.Row row : rows.subList(1, rows.size())) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < row.fields().size(); i++) {
                String text = defused(row.fields().get(i).strip());
                if (!text.isEmpty()) {
                    cells.put(i < columns.size() ? columns.get(i) : MemberImport.TOO_MANY, text);
                }
            }
            read.add(new MemberRow(Integer.toString(row.line()), cells));
        }
        return read;
    }

    private static List<String> header(Path file, CsvReader.Row header) {
        List<Message> faults = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        for (String field : header.fields()) {
            String name = field.strip().toLowerCase(Locale.ROOT);
            if (columns.contains(name)) {
                faults.add(fault(header, name, PeopleText.COLUMN_TWICE.with()));
            } else if (!MemberImport.COLUMNS.contains(name)) {
                String near = Nearest.of(name, MemberImport.COLUMNS);
                faults.add(fault(
                        header,
                        name,
                        near == null
                                ? PeopleText.NO_COLUMN.with(String.join(" ", MemberImport.COLUMNS))
                                : PeopleText.DID_YOU_MEAN.with(near)));
            }
            columns.add(name);
        }
        if (!columns.contains("name")) {
            faults.add(fault(header, "name", PeopleText.MISSING.with()));
        }
        if (!faults.isEmpty()) {
            VigilException e = new VigilException(
                    ErrorKind.USAGE, "VG-PEOPLE-IMPORT", PeopleText.CANNOT_IMPORT.with(file.toString()));
            faults.forEach(e::why);
            throw e;
        }
        return columns;
    }

    private static Message fault(CsvReader.Row row, String column, Message what) {
        return PeopleText.ROW_FAULT.with(Integer.toString(row.line()), column, what);
    }

    /** The apostrophe that keeps a spreadsheet from running a cell is no part of it. */
    private static String defused(String text) {
        boolean defused = text.length() > 2 && text.charAt(0) == '\'' && "=+-@".indexOf(text.charAt(1)) >= 0;
        return defused ? text.substring(1) : text;
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > LIMIT) {
                throw unfit(file, PeopleText.FILE_TOO_LARGE.with(LIMIT >> 20));
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (NoSuchFileException e) {
            throw new VigilException(
                    ErrorKind.NOT_FOUND, "VG-PEOPLE-IMPORT-FILE", PeopleText.NO_FILE.with(file.toString()));
        } catch (CharacterCodingException e) {
            throw unfit(file, PeopleText.NOT_UTF8.with());
        } catch (IOException e) {
            throw new VigilException(
                            ErrorKind.FAILED, "VG-PEOPLE-IMPORT-FILE", PeopleText.UNREADABLE.with(file.toString()))
                    .causedBy(e);
        }
    }

    private static VigilException unfit(Path file, Message why) {
        return new VigilException(ErrorKind.USAGE, "VG-PEOPLE-IMPORT", PeopleText.CANNOT_IMPORT.with(file.toString()))
                .why(why);
    }
}
