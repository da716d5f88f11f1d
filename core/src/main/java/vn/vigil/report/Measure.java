package vn.vigil.report;

/**
 * An amount in a table, kept exact.
 *
 * @param part things, seconds, đồng; null when there is no data
 * @param whole what it is divided by; at least 1
 */
public record Measure(Unit unit, Long part, long whole) {
    static Measure of(Unit unit, long part) {
        return new Measure(unit, part, 1);
    }

    /** No data when there is nothing to divide by. */
    static Measure share(Unit unit, long part, long whole) {
        return whole <= 0 ? new Measure(unit, null, 1) : new Measure(unit, part, whole);
    }

    static Measure of(Figure figure) {
        return new Measure(figure.rule().unit(), figure.part(), figure.whole());
    }

    /** In its unit; only when there are data. */
    public double value() {
        return ReportWords.exact(unit, part, whole).doubleValue();
    }
}
