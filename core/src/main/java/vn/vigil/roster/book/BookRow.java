package vn.vigil.roster.book;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * One thing of the book in words that can be read back: days {@code 2026-03-02}, times {@code 07:30}, {@code yes|no}, lists
 * with blanks between, lengths {@code 12h}.
 *
 * @param cells a column that is absent says nothing
 */
public record BookRow(BookKind kind, Map<BookColumn, String> cells) {
    public BookRow {
        EnumMap<BookColumn, String> copy = new EnumMap<>(BookColumn.class);
        copy.putAll(cells);
        cells = Collections.unmodifiableMap(copy);
    }

    /** The text in a column; {@code ""} for nothing. */
    public String text(BookColumn column) {
        String text = cells.get(column);
        return text == null ? "" : text;
    }

    /** What names it among its kind: its id, its person, or its rule with the person that it binds. */
    public String key() {
        String first = text(kind.columns().get(0));
        return kind == BookKind.RULE && !text(BookColumn.PERSON).isEmpty()
                ? first + "/" + text(BookColumn.PERSON)
                : first;
    }
}
