package vn.vigil.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Takes the figures of one period. Not safe for several threads. */
final class Tally {
    private final Map<FigureRule, Figure> figures = new EnumMap<>(FigureRule.class);

    Map<FigureRule, Figure> figures() {
        for (FigureRule rule : FigureRule.values()) {
            if (!figures.containsKey(rule)) {
                throw new IllegalStateException("nobody counted " + rule);
            }
        }
        return figures;
    }

    void put(Figure figure) {
        if (figures.put(figure.rule(), figure) != null) {
            throw new IllegalStateException("counted twice: " + figure.rule());
        }
    }

    void none(FigureRule rule) {
        put(Figure.none(rule, List.of()));
    }

    /**
     * How many rows count.
     *
     * @param ever whether anything of this kind was ever on record; where nothing was, nobody keeps it, and nought would be a lie
     */
    void count(FigureRule rule, boolean ever, List<FigureRow> rows) {
        long n = rows.stream().filter(FigureRow::counted).count();
        put(ever ? Figure.of(rule, n, 1, n, rows) : Figure.none(rule, rows));
    }

    /** The amounts of the rows that count. */
    void sum(FigureRule rule, boolean ever, List<FigureRow> rows) {
        long n = 0;
        long sum = 0;
        for (FigureRow row : rows) {
            if (row.counted()) {
                n++;
                sum = Math.addExact(sum, row.amount());
            }
        }
        put(ever ? Figure.of(rule, sum, 1, n, rows) : Figure.none(rule, rows));
    }

    /** Which share of the rows that count have an amount above nought. */
    void share(FigureRule rule, List<FigureRow> rows) {
        long n = 0;
        long good = 0;
        for (FigureRow row : rows) {
            if (row.counted()) {
                n++;
                good += row.amount() > 0 ? 1 : 0;
            }
        }
        put(n == 0 ? Figure.none(rule, rows) : Figure.of(rule, good, n, n, rows));
    }

    /** The arithmetic mean of the amounts that count. */
    void mean(FigureRule rule, List<FigureRow> rows) {
        List<Long> values = values(rows);
        long sum = values.stream().mapToLong(Long::longValue).sum();
        put(values.isEmpty() ? Figure.none(rule, rows) : Figure.of(rule, sum, values.size(), values.size(), rows));
    }

    /** The middle one; of an even number the mean of the two middle ones. */
    void median(FigureRule rule, List<FigureRow> rows) {
        List<Long> values = values(rows);
        int n = values.size();
        if (n == 0) {
            put(Figure.none(rule, rows));
        } else if (n % 2 == 1) {
            put(Figure.of(rule, values.get(n / 2), 1, n, rows));
        } else {
            put(Figure.of(rule, values.get(n / 2 - 1) + values.get(n / 2), 2, n, rows));
        }
    }

    /** The smallest that at least nine tenths do not exceed (nearest rank). */
    void p90(FigureRule rule, List<FigureRow> rows) {
        List<Long> values = values(rows);
        int n = values.size();
        put(n == 0 ? Figure.none(rule, rows) : Figure.of(rule, values.get((9 * n + 9) / 10 - 1), 1, n, rows));
    }

    void most(FigureRule rule, List<FigureRow> rows) {
        List<Long> values = values(rows);
        int n = values.size();
        put(n == 0 ? Figure.none(rule, rows) : Figure.of(rule, values.get(n - 1), 1, n, rows));
    }

    private static List<Long> values(List<FigureRow> rows) {
        List<Long> values = new ArrayList<>();
        for (FigureRow row : rows) {
            if (row.counted()) {
                values.add(row.amount());
            }
        }
        Collections.sort(values);
        return values;
    }
}
