package vn.vigil.roster.search;

/** What constructors demand of numbers. A failure is the caller's fault, not the user's. */
final class Checks {
    /** No cost or value of a problem is larger, so that sums over a year and a thousand people stay far from overflow. */
    static final long LARGEST = 1_000_000_000L;

    private Checks() {}

    static void in(String what, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " " + value + " outside " + least + ".." + most);
        }
    }

    static void that(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
