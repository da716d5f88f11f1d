package vn.vigil.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The kinds of charts, by the word of the order, and what more may be said of each. */
enum ChartKind {
    COLUMNS("title", "unit", "target", "from"),
    BARS("title", "unit", "target", "from"),
    STACKED("title", "unit", "target"),
    DOTS("title", "unit", "target", "from"),
    HEAT("title", "unit");

    private final List<String> options;

    ChartKind(String... options) {
        this.options = List.of(options);
    }

    List<String> options() {
        return options;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Null when there is no such kind. */
    static ChartKind of(String word) {
        for (ChartKind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        return null;
    }

    static List<String> words() {
        List<String> words = new ArrayList<>();
        for (ChartKind kind : values()) {
            words.add(kind.word());
        }
        return words;
    }
}
