package vn.vigil.roster.search;

/**
 * How a person came to the first day of the period.
 *
 * @param last what the person did on the day before: a duty or {@link Choice#OFF}
 * @param run for how many days in a row, up to that day, the person worked (or was off), at least 1
 * @param nights how many of the last days in a row were night duties, 0 to {@code run}
 * @param lastSix bit i set: worked i + 1 days before the period; it must agree with {@code run}
 */
public record History(int last, int run, int nights, int lastSix) {
    public History {
        Checks.in("last", last, Choice.OFF, Problem.MOST_DUTIES - 1);
        Checks.in("run", run, 1, Runs.FREE);
        Checks.in("nights", nights, 0, last == Choice.OFF ? 0 : run);
        Checks.in("lastSix", lastSix, 0, 63);
        int known = (1 << Math.min(run, 6)) - 1;
        Checks.that((lastSix & known) == (last == Choice.OFF ? 0 : known), "the last six days do not fit the run");
    }

    /** Off before the period, for so long that nothing follows from it. */
    public static History rested() {
        return new History(Choice.OFF, Runs.FREE, 0, 0);
    }
}
