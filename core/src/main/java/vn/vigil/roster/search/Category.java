package vn.vigil.roster.search;

import java.util.Objects;

/**
 * Something that is to be shared fairly: hours, nights, weekend days, holidays. A person costs
 * {@code weight · (carry + done − target)²}. Choose units in which a duty is worth a handful (hours, not minutes; tenths of a
 * night), since the difference is squared.
 *
 * @param name for reports, not empty
 * @param weight 0 or more
 * @param values {@code values[day][duty]}: what the duty on that day is worth, 0 or more
 */
public record Category(String name, long weight, int[][] values) {
    public Category {
        Objects.requireNonNull(name);
        Checks.that(!name.isEmpty(), "a category without a name");
        Checks.in("weight", weight, 0, 1_000_000);
        int[][] own = new int[values.length][];
        for (int d = 0; d < values.length; d++) {
            own[d] = values[d].clone();
            for (int v : own[d]) {
                Checks.in("value", v, 0, 100_000);
            }
        }
        values = own;
    }

    /** A copy. */
    @Override
    public int[][] values() {
        int[][] copy = new int[values.length][];
        for (int d = 0; d < values.length; d++) {
            copy[d] = values[d].clone();
        }
        return copy;
    }

    int value(int day, int duty) {
        return duty < 0 ? 0 : values[day][duty];
    }

    int days() {
        return values.length;
    }

    boolean fits(int duties) {
        for (int[] row : values) {
            if (row.length != duties) {
                return false;
            }
        }
        return true;
    }
}
