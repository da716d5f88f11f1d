package vn.vigil.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits comma-separated text into rows (RFC 4180), bounded by the text itself. A semicolon separates instead when the header
 * line has semicolons and no comma, as spreadsheets with Vietnamese settings write, and a tab when it has tabs and neither. Pure.
 */
public final class CsvReader {
    /**
     * One row.
     *
     * @param line where it begins, from 1
     */
    public record Row(int line, List<String> fields) {}

    /** A quote that never closes; nothing behind it can be trusted. */
    public static final class OpenQuote extends Exception {
        private static final long serialVersionUID = 1L;
        private final int line;

        OpenQuote(int line) {
            super("open quote in line " + line);
            this.line = line;
        }

        /** Where the quote opens, from 1. */
        public int line() {
            return line;
        }
    }

    private final String text;
    private final char separator;
    private int at;
    private int line = 1;

    private CsvReader(String text) {
        this.text = text;
        int end = text.indexOf('\n');
        String header = end < 0 ? text : text.substring(0, end);
        this.separator = header.indexOf(',') >= 0
                ? ','
                : header.indexOf(';') >= 0 ? ';' : header.indexOf('\t') >= 0 ? '\t' : ',';
    }

    /**
     * All rows but empty ones, the header among them. A byte order mark in front is passed over.
     *
     * @throws OpenQuote when a quote never closes
     */
    public static List<Row> rows(String text) throws OpenQuote {
        CsvReader reader = new CsvReader(text.startsWith("\ufeff") ? text.substring(1) : text);
        List<Row> rows = new ArrayList<>();
        while (reader.at < reader.text.length()) {
            Row row = reader.row();
            if (row.fields().size() > 1 || !row.fields().get(0).isBlank()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private Row row() throws OpenQuote {
        int from = line;
        List<String> fields = new ArrayList<>();
        while (true) {
            fields.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
            if (at >= text.length()) {
                return new Row(from, fields);
            }
            char c = text.charAt(at++);
            if (c == '\r' && at < text.length() && text.charAt(at) == '\n') {
                c = text.charAt(at++);
            }
            if (c == '\n' || c == '\r') {
                line++;
                return new Row(from, fields);
            }
        }
    }

    private String plain() {
        int from = at;
        while (at < text.length() && !endsField(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    private String quoted() throws OpenQuote {
        int from = line;
        StringBuilder out = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                if (at >= text.length() || text.charAt(at) != '"') {
                    // What stands between the closing quote and the separator belongs to the field, as spreadsheets
                    // read it.
                    return out.append(plain()).toString();
                }
                at++;
            } else if (c == '\n') {
                line++;
            }
            out.append(c);
        }
        throw new OpenQuote(from);
    }

    private boolean endsField(char c) {
        return c == separator || c == '\n' || c == '\r';
    }
}
