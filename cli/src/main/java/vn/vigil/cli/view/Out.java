package vn.vigil.cli.view;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.Message;
import vn.vigil.text.Lang;
import vn.vigil.text.Neutral;
import vn.vigil.text.Texts;
import vn.vigil.text.TimeText;

/**
 * The one sink of results: everything for standard output goes through it, and leaves neutralised for its format. Not safe
 * for several threads.
 */
public final class Out {
    private final OutputStream to;
    private final Format format;
    private final Lang lang;
    private final String zoneId;
    /** Null until a local time is printed: the zones' data cost a start more than a list does. */
    private ZoneId zone;

    private final boolean colour;
    private final boolean terminal;

    /**
     * @param to standard output
     * @param format how lists and documents are written
     * @param zoneId the site's zone, in which local times are printed
     * @param terminal whether standard output is a terminal
     * @param colour whether colour is on for it
     */
    public Out(OutputStream to, Format format, Lang lang, String zoneId, boolean terminal, boolean colour) {
        this.to = to;
        this.format = format;
        this.lang = lang;
        this.zoneId = zoneId;
        this.terminal = terminal;
        this.colour = colour;
    }

    public Format format() {
        return format;
    }

    public Lang lang() {
        return lang;
    }

    public ZoneId zone() {
        if (zone == null) {
            zone = ZoneId.of(zoneId);
        }
        return zone;
    }

    public boolean terminal() {
        return terminal;
    }

    public boolean colour() {
        return colour;
    }

    /** The sentence in the user's language. */
    public String text(Message message) {
        return Texts.render(message, lang);
    }
    /**
     * A local time, RFC 3339 with the zone's offset; {@code -} for null. Read back by every time option. To the second for
     * people, complete for programs.
     */
    public String time(Instant t) {
        if (t == null) {
            return "-";
        }
        boolean complete = format == Format.PLAIN || format == Format.CSV;
        return TimeText.print(complete ? t : t.truncatedTo(ChronoUnit.SECONDS), zone());
    }

    /** One line for people. */
    public Out line(String text) {
        return line(text, Tone.PLAIN);
    }

    public Out line(String text, Tone tone) {
        write(tone.paint(Neutral.line(text), colour));
        write("\n");
        return this;
    }

    /** One sentence for people. */
    public Out line(Message message) {
        return line(text(message), Tone.PLAIN);
    }

    public Out line(Message message, Tone tone) {
        return line(text(message), tone);
    }

    /**
     * What this program itself drew for a terminal, escapes and all; never foreign text. Anywhere but in a table on a terminal
     * nothing is written.
     */
    public Out drawn(String drawing) {
        if (terminal && format == Format.TABLE) {
            write(drawing);
        }
        return this;
    }

    /** A line of a name and its value, the value starting at column {@code width}; in a pipe they are tab-separated. */
    public Out pair(String name, int width, String value) {
        String left = Neutral.line(name);
        if (format == Format.PLAIN) {
            write(left + "\t" + Neutral.line(value) + "\n");
        } else {
            write(Tone.FAINT.paint(left, colour) + blanks(width - Width.of(left)) + Neutral.line(value) + "\n");
        }
        return this;
    }

    /**
     * Shows one result: as a document in JSON, else as text.
     *
     * @param schema {@code <noun>.<verb>}; the document names it {@code vigil.<noun>.<verb>/1}
     */
    public <R> void show(String schema, R result, View<R> view) {
        if (format == Format.JSON || format == Format.JSONL) {
            Json json = document(schema);
            view.json(result, json);
            json.end();
            json.finish();
        } else {
            view.text(result, this);
        }
    }

    /**
     * Shows a list in the chosen format.
     *
     * @param schema {@code <noun>.<verb>}
     * @param key under which JSON keeps the items, {@code "cameras"}
     */
    public <T> void list(String schema, String key, List<T> items, RowView<T> view) {
        switch (format) {
            case JSON -> {
                Json json = document(schema).array(key);
                for (T item : items) {
                    json.object();
                    view.json(item, json);
                    json.end();
                }
                json.end().end();
                json.finish();
            }
            case JSONL -> {
                for (T item : items) {
                    Json json = document(schema);
                    view.json(item, json);
                    json.end();
                    json.finish();
                }
            }
            case CSV -> csv(items, view);
            case PLAIN -> {
                for (T item : items) {
                    Cells cells = new Cells(false);
                    view.cells(item, cells);
                    for (int i = 0; i < cells.texts.size(); i++) {
                        write(i == 0 ? "" : "\t");
                        write(cells.texts.get(i));
                    }
                    write("\n");
                }
            }
            case TABLE -> table(items, view);
        }
    }

    /** Opens a document with its schema and zone; the caller ends it. */
    private Json document(String schema) {
        return new Json(to).object().field("schema", "vigil." + schema + "/1").field("zone", zoneId);
    }

    private <T> void csv(List<T> items, RowView<T> view) {
        String[] columns = view.columns();
        for (int i = 0; i < columns.length; i++) {
            write(i == 0 ? columns[i] : "," + columns[i]);
        }
        write("\r\n");
        for (T item : items) {
            Cells cells = new Cells(false);
            view.cells(item, cells);
            for (int i = 0; i < cells.texts.size(); i++) {
                write(i == 0 ? "" : ",");
                write(csvCell(cells.texts.get(i)));
            }
            write("\r\n");
        }
    }

    /** RFC 4180 quoting; a leading {@code = + - @} that does not begin a number gets an apostrophe, so that no spreadsheet runs it. */
    static String csvCell(String text) {
        String safe = text;
        if (text.length() > 1 && "=+-@".indexOf(text.charAt(0)) >= 0 && !number(text)) {
            safe = "'" + text;
        }
        if (safe.indexOf(',') < 0 && safe.indexOf('"') < 0) {
            return safe;
        }
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    private static boolean number(String text) {
        boolean digit = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digit = true;
            } else if (!(i == 0 && (c == '-' || c == '+')) && c != '.') {
                return false;
            }
        }
        return digit;
    }

    private <T> void table(List<T> items, RowView<T> view) {
        vn.vigil.base.MessageKey[] headings = view.headings();
        int n = headings.length;
        int[] widths = new int[n];
        String[] heads = new String[n];
        for (int i = 0; i < n; i++) {
            heads[i] = Texts.pattern(headings[i], lang);
            widths[i] = Width.of(heads[i]);
        }
        List<Cells> rows = new ArrayList<>(items.size());
        for (T item : items) {
            Cells cells = new Cells(true);
            view.cells(item, cells);
            rows.add(cells);
            for (int i = 0; i < n; i++) {
                widths[i] = Math.max(widths[i], Width.of(cells.texts.get(i)));
            }
        }
        for (int i = 0; i < n; i++) {
            cell(heads[i], Tone.STRONG, i == n - 1 ? 0 : widths[i] + 2);
        }
        write("\n");
        for (Cells cells : rows) {
            for (int i = 0; i < n; i++) {
                cell(cells.texts.get(i), cells.tones.get(i), i == n - 1 ? 0 : widths[i] + 2);
            }
            write("\n");
        }
    }

    private void cell(String text, Tone tone, int width) {
        write(tone.paint(text, colour));
        write(blanks(width - Width.of(text)));
    }

    private static String blanks(int n) {
        return n > 0 ? " ".repeat(n) : "";
    }

    private void write(String text) {
        try {
            to.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands everything to the stream. */
    public void flush() {
        try {
            to.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
