package vn.vigil.roster.book;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.text.CsvReader;
import vn.vigil.text.Lang;
import vn.vigil.text.Nearest;
import vn.vigil.text.Texts;

/**
 * Reads things of the book as a spreadsheet writes them: UTF-8, comma or semicolon, headers as exported or as titled on sheets.
 * Lines that begin with {@code #} are remarks.
 */
final class BookCsv {
    private static final int LIMIT = 8 << 20;
    private static final int MOST_ROWS = 20_000;

    private BookCsv() {}

    /** @throws VigilException NOT_FOUND; USAGE when it is no such table, with every fault of its header */
    static List<Written> read(Path file, BookKind kind) {
        return rows(file.getFileName().toString(), file.toString(), text(file), kind);
    }

    /** A list that is shipped with the program. */
    static List<Written> shipped(String resource, BookKind kind) {
        try (InputStream in = BookCsv.class.getResourceAsStream(resource)) {
            return rows(resource, resource, new String(in.readAllBytes(), StandardCharsets.UTF_8), kind);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Written> rows(String name, String path, String text, BookKind kind) {
        List<CsvReader.Row> rows = new ArrayList<>();
        try {
            for (CsvReader.Row row : CsvReader.rows(text)) {
                if (!row.fields().get(0).startsWith("#")) {
                    rows.add(row);
                }
            }
        } catch (CsvReader.OpenQuote e) {
            throw unfit(path, BookText.OPEN_QUOTE.with(e.line()));
        }
        if (rows.isEmpty()) {
            throw unfit(path, BookText.EMPTY_FILE.with());
        }
        if (rows.size() - 1 > MOST_ROWS) {
            throw unfit(path, BookText.TOO_MANY_ROWS.with(rows.size() - 1, MOST_ROWS));
        }
        List<Message> faults = new ArrayList<>();
        List<BookColumn> columns = header(name, rows.get(0), kind, faults);
        List<Written> read = new ArrayList<>();
        for (CsvReader.Row row : rows.subList(1, rows.size())) {
            if (row.fields().size() > columns.size()) {
                faults.add(BookText.FAULT.with(
                        name + ":" + row.line(),
                        BookText.TOO_MANY_CELLS.with(row.fields().size(), columns.size())));
                continue;
            }
            Map<BookColumn, String> cells = new EnumMap<>(BookColumn.class);
            for (int i = 0; i < row.fields().size(); i++) {
                String cell = defused(row.fields().get(i).strip());
                if (!cell.isEmpty() && columns.get(i) != null) {
                    cells.put(columns.get(i), cell);
                }
            }
            read.add(new Written(new Line(name, row.line()), cells));
        }
        if (!faults.isEmpty()) {
            VigilException e = new VigilException(ErrorKind.USAGE, "VG-ROSTER-FILE", BookText.NOT_IMPORTED.with(path));
            faults.forEach(e::why);
            throw e;
        }
        return read;
    }

    /** {@code shifts.csv:3 start}. */
    private record Line(String file, int line) implements Written.Place {
        @Override
        public String of(BookColumn column) {
            return file + ":" + line + " " + column.id();
        }
    }

    private static List<BookColumn> header(String name, CsvReader.Row header, BookKind kind, List<Message> faults) {
        List<BookColumn> columns = new ArrayList<>();
        for (String field : header.fields()) {
            BookColumn column = column(field.strip(), kind);
            String place = name + ":" + header.line() + " " + field.strip();
            if (column == null && !field.isBlank()) {
                faults.add(BookText.FAULT.with(place, unknown(field, kind)));
            } else if (column != null && columns.contains(column)) {
                faults.add(BookText.FAULT.with(place, BookText.COLUMN_TWICE.with()));
            }
            columns.add(column);
        }
        return columns;
    }

    /** The column of a kind that a header means; null for none. */
    static BookColumn column(String header, BookKind kind) {
        for (BookColumn column : kind.readable()) {
            if (column.named(header)) {
                return column;
            }
        }
        return null;
    }

    /** What to say of a header that is no column. */
    static Message unknown(String header, BookKind kind) {
        List<String> words = new ArrayList<>();
        List<String> all = new ArrayList<>();
        for (BookColumn column : kind.readable()) {
            words.add(column.id());
            all.add(column.id());
            all.add(Texts.pattern(column, Lang.VI));
        }
        String near = Nearest.of(header, all);
        return near == null ? BookText.NO_COLUMN.with(String.join(" ", words)) : BookText.NO_COLUMN_NEAR.with(near);
    }

    /** The apostrophe that keeps a spreadsheet from running a cell is no part of it. */
    private static String defused(String text) {
        boolean defused = text.length() > 2 && text.charAt(0) == '\'' && "=+-@".indexOf(text.charAt(1)) >= 0;
        return defused ? text.substring(1) : text;
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > LIMIT) {
                throw unfit(file.toString(), BookText.FILE_TOO_LARGE.with(LIMIT >> 20));
            }
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K') {
                throw unfit(file.toString(), BookText.NOT_CSV.with());
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (NoSuchFileException e) {
            throw new VigilException(ErrorKind.NOT_FOUND, "VG-ROSTER-FILE", BookText.NO_FILE.with(file.toString()));
        } catch (CharacterCodingException e) {
            throw unfit(file.toString(), BookText.NOT_UTF8.with());
        } catch (IOException e) {
            throw new VigilException(ErrorKind.FAILED, "VG-ROSTER-FILE", BookText.UNREADABLE.with(file.toString()))
                    .causedBy(e);
        }
    }

    private static VigilException unfit(String file, Message why) {
        return new VigilException(ErrorKind.USAGE, "VG-ROSTER-FILE", BookText.NOT_IMPORTED.with(file)).why(why);
    }
}
