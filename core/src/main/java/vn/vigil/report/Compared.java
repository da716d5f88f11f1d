package vn.vigil.report;

/**
 * A figure beside those it is compared with.
 *
 * @param now the period's own
 * @param before the period before; unknown where there was nothing
 * @param lastYear the same period a year before; null where that is the one before
 * @param toDate from the beginning of the year; null where that is the period itself
 * @param target in its own unit; null for none
 */
public record Compared(Figure now, Figure before, Figure lastYear, Figure toDate, Integer target, Verdict verdict) {
    public FigureRule rule() {
        return now.rule();
    }
}
