package vn.vigil.report;

import java.time.LocalDate;
import java.util.List;
import vn.vigil.base.CaseId;

/**
 * The criteria of a year and what they were given.
 *
 * @param list the imported list that held at the year's end, or now; null when none was
 * @param lines in the list's order
 */
public record ScoreSheet(int year, CaseId list, String title, LocalDate since, List<Line> lines) {
    public ScoreSheet {
        lines = List.copyOf(lines);
    }

    /** @param points null while nobody scored it */
    public record Line(Criterion criterion, Integer points, String note) {}

    /** Points given. */
    public int given() {
        int sum = 0;
        for (Line line : lines) {
            sum += line.points() == null ? 0 : line.points();
        }
        return sum;
    }

    /** Points that could be given. */
    public int most() {
        int sum = 0;
        for (Line line : lines) {
            sum += line.criterion().maximum();
        }
        return sum;
    }

    /** How many are not scored. */
    public int open() {
        int open = 0;
        for (Line line : lines) {
            open += line.points() == null ? 1 : 0;
        }
        return open;
    }
}
