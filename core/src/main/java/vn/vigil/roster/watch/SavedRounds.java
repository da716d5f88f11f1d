package vn.vigil.roster.watch;

import java.util.List;

/**
 * What became of a round.
 *
 * @param rounds one a camera, in the order asked
 * @param unchanged how many were on record already
 */
public record SavedRounds(List<Round> rounds, int unchanged) {
    public SavedRounds {
        rounds = List.copyOf(rounds);
    }
}
