package vn.vigil.roster.search;

import java.util.List;

/**
 * What a search came to.
 *
 * @param roster holds every hard rule of every person; null when somebody has no row that does
 * @param score what it costs, with the holes it leaves; null without a roster
 * @param moves how many moves were made
 * @param stuck places of persons whose own rules allow no row at all; empty with a roster
 */
public record Found(Roster roster, Score score, long moves, List<Integer> stuck) {
    public Found {
        stuck = List.copyOf(stuck);
    }
}
