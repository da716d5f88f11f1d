package vn.vigil.report;

import java.util.List;

/**
 * One figure of one period, kept as the exact fraction that it is.
 *
 * @param part what was counted: things, seconds, đồng; null when there is no data, which is never nought
 * @param whole what it is divided by; at least 1
 * @param n how many cases, looks or hours it rests on
 * @param atLeast the real value is this or more: nothing failed within the time looked at
 * @param low what it would be if all that was not checked were bad, in parts of {@code boundWhole}; null where everything is known
 * @param high if all of it were good; null with it
 * @param boundWhole 0 with them
 * @param rows what it was counted from, and what was left out
 */
public record Figure(
        FigureRule rule,
        Long part,
        long whole,
        long n,
        boolean atLeast,
        Long low,
        Long high,
        long boundWhole,
        List<FigureRow> rows) {
    /** Below this many cases a share says nothing: the counts are printed. */
    public static final int FEW = 5;

    public Figure {
        rows = List.copyOf(rows);
    }

    static Figure none(FigureRule rule, List<FigureRow> rows) {
        return new Figure(rule, null, 1, 0, false, null, null, 0, rows);
    }

    static Figure of(FigureRule rule, long part, long whole, long n, List<FigureRow> rows) {
        return new Figure(rule, part, whole, n, false, null, null, 0, rows);
    }

    public boolean known() {
        return part != null;
    }

    /** Whether there are too few cases for a share. */
    public boolean few() {
        return known() && rule.unit().share() && n < FEW;
    }

    /** In its unit: percent, minutes, hours, days, đồng, things. Only when known. */
    public double value() {
        return Measure.of(this).value();
    }

    /** Held against a target in its own unit. */
    Verdict judge(Integer target) {
        if (target == null || !known() || few()) {
            return Verdict.NOT_JUDGED;
        }
        // Exact: no share is rounded up to its target.
        long measure = rule.unit().share() ? 100 : 1;
        int compared = Long.compare(part * measure, target * whole);
        boolean met = rule.better() == FigureRule.Better.DOWN ? compared <= 0 : compared >= 0;
        return met ? Verdict.MET : Verdict.MISSED;
    }
}
