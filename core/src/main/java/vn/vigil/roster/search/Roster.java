package vn.vigil.roster.search;

import java.util.Arrays;
import java.util.List;

/** Who does what on which day: one choice a cell. Immutable. */
public final class Roster {
    private final int[][] rows;

    private Roster(int[][] rows) {
        this.rows = rows;
    }

    /** @param rows {@code rows[person][day]}: a duty or {@link Choice#OFF}; copied */
    public static Roster of(int[][] rows) {
        int[][] own = new int[rows.length][];
        for (int p = 0; p < rows.length; p++) {
            own[p] = rows[p].clone();
        }
        return new Roster(own);
    }

    /** A duty, or {@link Choice#OFF}. */
    public int at(int person, int day) {
        return rows[person][day];
    }

    public int persons() {
        return rows.length;
    }

    /** A copy of a person's row. */
    public int[] row(int person) {
        return rows[person].clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Roster && Arrays.deepEquals(rows, ((Roster) other).rows);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(rows);
    }

    @Override
    public String toString() {
        return List.of(rows).stream().map(Arrays::toString).toList().toString();
    }
}
