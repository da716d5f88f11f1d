package vn.vigil.roster.search;

/**
 * What a choice costs a plan: a wish against it is positive, a wish for it negative. "Keep the old plan" is a cost on every other
 * choice of the cell, or, shorter, a negative one on the old choice. Several for one cell add up.
 *
 * @param person place of the person
 * @param day 0 to days − 1
 * @param choice a duty or {@link Choice#OFF}
 * @param cost per cell
 */
public record CellCost(int person, int day, int choice, long cost) {
    public CellCost {
        Checks.in("person", person, 0, Problem.MOST_PERSONS - 1);
        Checks.in("day", day, 0, Problem.MOST_DAYS - 1);
        Checks.in("choice", choice, Choice.OFF, Problem.MOST_DUTIES - 1);
        Checks.in("cost", cost, -Checks.LARGEST, Checks.LARGEST);
    }
}
