package vn.vigil.roster.book;

import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.MessageKey;

/** What a roster is made of, and which columns tell one of each. */
public enum BookKind implements MessageKey {
    POST("id name zone from until"),
    SHIFT("id post name start end next-day kind watchers leads days handover counts body from until"),
    PATTERN("id cycle anchor crews from until"),
    WATCHER("person watches leads shadow-until posts"),
    LEAVE("id person from until kind note approved-by"),
    REQUEST("id person day shift wish weight"),
    RULE("rule person mode weight bound article");

    private final List<BookColumn> columns = new ArrayList<>();

    BookKind(String words) {
        for (String word : words.split(" ")) {
            columns.add(
                    BookColumn.valueOf(word.toUpperCase(java.util.Locale.ROOT).replace('-', '_')));
        }
    }

    /** The columns that are shown and exported, in order. */
    public List<BookColumn> columns() {
        return List.copyOf(columns);
    }

    /** Those that are read; a pattern may also be told by its kind and shifts. */
    List<BookColumn> readable() {
        List<BookColumn> all = new ArrayList<>(columns);
        if (this == PATTERN) {
            all.add(BookColumn.KIND);
            all.add(BookColumn.SHIFTS);
        }
        return all;
    }

    @Override
    public String catalogue() {
        return "book-kind";
    }
}
