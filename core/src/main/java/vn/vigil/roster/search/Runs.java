package vn.vigil.roster.search;

/**
 * A person's hard rules on what follows what. Least lengths are not enforced on runs that touch an end of the period (where a
 * {@link History} tells how the period begins, they are); for greatest lengths the days outside are off. A weekend is worked when
 * its Saturday or its Sunday is, and counts once.
 *
 * @param maxWork most days worked in a row; {@link #FREE} for no bound
 * @param minWork least days worked in a row, at least 1
 * @param minOff least days off in a row, at least 1
 * @param maxNights most night duties on days in a row, 0 or more; {@link #FREE} for no bound
 * @param maxWeekends most weekends worked in the period; {@link #FREE} for no bound
 * @param maxInSeven most days worked in any seven days in a row, 1 to 7 (6 leaves a day free in each)
 */
public record Runs(int maxWork, int minWork, int minOff, int maxNights, int maxWeekends, int maxInSeven) {
    /** No bound. */
    public static final int FREE = 10_000;

    /** Nothing but one duty a day. */
    public static final Runs ANY = new Runs(FREE, 1, 1, FREE, FREE, 7);

    public Runs {
        Checks.in("maxWork", maxWork, 0, FREE);
        Checks.in("minWork", minWork, 1, FREE);
        Checks.in("minOff", minOff, 1, FREE);
        Checks.in("maxNights", maxNights, 0, FREE);
        Checks.in("maxWeekends", maxWeekends, 0, FREE);
        Checks.in("maxInSeven", maxInSeven, 1, 7);
    }
}
