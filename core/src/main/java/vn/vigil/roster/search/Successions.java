package vn.vigil.roster.search;

import java.util.List;

/**
 * What may follow what from one day to the next, and what such a pair costs. Immutable.
 */
public final class Successions {
    private final int duties;
    private final boolean[] forbidden;
    private final long[] cost;

    private Successions(int duties, boolean[] forbidden, long[] cost) {
        this.duties = duties;
        this.forbidden = forbidden;
        this.cost = cost;
    }

    /** Anything may follow anything. */
    public static Successions free(int duties) {
        return new Successions(duties, new boolean[duties * duties], new long[duties * duties]);
    }

    /**
     * Between the end of a duty and the beginning of the next day's lie at least {@code minutes}.
     *
     * @param duties each with a {@link Duty#startMinute()}
     */
    public static Successions rest(List<Duty> duties, int minutes) {
        Successions s = free(duties.size());
        for (int a = 0; a < duties.size(); a++) {
            for (int b = 0; b < duties.size(); b++) {
                Duty first = duties.get(a);
                Duty then = duties.get(b);
                Checks.that(first.startMinute() >= 0 && then.startMinute() >= 0, "a duty without a start");
                int gap = 1440 + then.startMinute() - first.startMinute() - first.minutes();
                s.forbidden[a * s.duties + b] = gap < minutes;
            }
        }
        return s;
    }

    /** The same, and {@code after} may not be done on the day after {@code before}. */
    public Successions forbid(int before, int after) {
        Successions s = copy();
        s.forbidden[at(before, after)] = true;
        return s;
    }

    /** The same, and doing {@code after} on the day after {@code before} costs this, 0 or more, instead of what it cost. */
    public Successions cost(int before, int after, long amount) {
        Checks.in("cost", amount, 0, Checks.LARGEST);
        Successions s = copy();
        s.cost[at(before, after)] = amount;
        return s;
    }

    public boolean forbidden(int before, int after) {
        return forbidden[at(before, after)];
    }

    public long cost(int before, int after) {
        return cost[at(before, after)];
    }

    int duties() {
        return duties;
    }

    private int at(int before, int after) {
        Checks.in("duty", before, 0, duties - 1);
        Checks.in("duty", after, 0, duties - 1);
        return before * duties + after;
    }

    private Successions copy() {
        return new Successions(duties, forbidden.clone(), cost.clone());
    }
}
