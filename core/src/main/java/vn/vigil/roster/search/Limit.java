package vn.vigil.roster.search;

import java.util.Objects;

/**
 * A hard bound on how much of some duties a person does within some days: most nights in the period, least and most minutes,
 * a cap for a month or a week, most days worked in a calendar week.
 *
 * @param reason names the rule in explanations; the caller's own text, not empty
 * @param unit what is counted
 * @param duties mask of the duties that count, see {@link Choice#duties}
 * @param first first day that counts
 * @param last last day that counts, not before {@code first}
 * @param min least amount, 0 for none
 * @param max most amount, not below {@code min}; {@link #NONE} for none
 */
public record Limit(String reason, Unit unit, long duties, int first, int last, int min, int max) {
    /** No upper bound. */
    public static final int NONE = Integer.MAX_VALUE;

    /** What is counted. */
    public enum Unit {
        /** Duties, each as one. */
        DUTIES,
        /** Their minutes. */
        MINUTES
    }

    public Limit {
        Objects.requireNonNull(reason);
        Objects.requireNonNull(unit);
        Checks.that(!reason.isEmpty(), "a limit without a reason");
        Checks.in("first", first, 0, Problem.MOST_DAYS - 1);
        Checks.in("last", last, first, Problem.MOST_DAYS - 1);
        Checks.in("min", min, 0, Integer.MAX_VALUE);
        Checks.in("max", max, min, Integer.MAX_VALUE);
        Checks.that((duties & Choice.OFF_ONLY) == 0, "a limit counts duties, not days off");
    }
}
