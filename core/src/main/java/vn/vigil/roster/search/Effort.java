package vn.vigil.roster.search;

import vn.vigil.base.Deadline;

/**
 * How hard to search. Without a deadline the result depends on seed, moves and lanes only: never on the time or the machine.
 *
 * @param seed any number
 * @param moves how many times each lane takes rows out and puts them back, at least 0
 * @param lanes independent searches from different seeds, each on a thread of its own, the best of which counts: 1 to 16
 * @param deadline when to stop in any case; null for no deadline
 */
public record Effort(long seed, long moves, int lanes, Deadline deadline) {
    public Effort {
        Checks.in("moves", moves, 0, Long.MAX_VALUE);
        Checks.in("lanes", lanes, 1, 16);
    }

    /** One lane, no deadline. */
    public static Effort of(long seed, long moves) {
        return new Effort(seed, moves, 1, null);
    }
}
