package vn.vigil.roster.search;

import java.util.List;

/**
 * What a roster costs. Holes are told apart: their demands' own costs are in {@code under} all the same.
 *
 * @param under for people missing
 * @param over for people too many
 * @param wishes cell costs and the problem's constant
 * @param rotation pairs of days, lone days
 * @param fairness squares of what is owed
 * @param holes hard demands left open
 */
public record Score(long under, long over, long wishes, long rotation, long fairness, List<Hole> holes) {
    public Score {
        holes = List.copyOf(holes);
    }

    /** The sum. */
    public long cost() {
        return under + over + wishes + rotation + fairness;
    }

    /** How many people hard demands miss together. */
    public int missing() {
        int sum = 0;
        for (Hole h : holes) {
            sum += h.missing();
        }
        return sum;
    }
}
