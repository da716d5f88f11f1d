package vn.vigil.roster.search;

/**
 * What a person may do on one day: {@link #OFF} or a duty by its number. A set of choices is a mask: bit 0 for off, bit
 * {@code 1 + duty} for a duty.
 */
public final class Choice {
    /** A day without duty. */
    public static final int OFF = -1;

    /** The mask of a day off and nothing else. */
    public static final long OFF_ONLY = 1;

    private Choice() {}

    /** The mask of one choice. */
    public static long only(int choice) {
        return 1L << (choice + 1);
    }

    /** The mask of off and the first {@code duties} duties: everything. */
    public static long all(int duties) {
        return (1L << (duties + 1)) - 1;
    }

    /** Everything but these duties. */
    public static long without(int duties, int... barred) {
        long mask = all(duties);
        for (int d : barred) {
            mask &= ~only(d);
        }
        return mask;
    }

    /** The duties of a set as a mask of choices: what {@link Limit} and {@link Demand} take. */
    public static long duties(int... chosen) {
        long mask = 0;
        for (int d : chosen) {
            mask |= only(d);
        }
        return mask;
    }

    static boolean holds(long mask, int choice) {
        return (mask >>> (choice + 1) & 1) != 0;
    }
}
