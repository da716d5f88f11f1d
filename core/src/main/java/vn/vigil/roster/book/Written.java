package vn.vigil.roster.book;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * One thing of the book as somebody wrote it: options of a command, a line of a file, a row of a sheet.
 *
 * @param place names a column for faults: {@code --start}, {@code shifts.csv:3 start}, {@code Ca trực!C7}
 * @param cells what was said; an empty text takes away what is there, a column that is absent says nothing
 */
public record Written(Place place, Map<BookColumn, String> cells) {
    /** Names where a column stands. */
    public interface Place {
        String of(BookColumn column);
    }

    public Written {
        EnumMap<BookColumn, String> copy = new EnumMap<>(BookColumn.class);
        copy.putAll(cells);
        cells = Collections.unmodifiableMap(copy);
    }
}
