package vn.vigil.roster.search;

import java.nio.file.Path;

/**
 * A solved benchmark instance.
 *
 * @param out where the roster lies
 * @param state what became of the file
 * @param score what the roster costs
 * @param violations how many hard rules it breaks, by {@link Judge}: 0
 * @param moves how many moves the search made
 * @param proof what the proof came to; null when none was asked for
 * @param bound no roster costs less; null where nothing is proven
 */
public record Solved(Path out, State state, Score score, int violations, long moves, Proof.Verdict proof, Long bound) {
    /** What became of the file. */
    public enum State {
        WRITTEN,
        /** It held this roster already. */
        UNCHANGED,
        /** Dry run. */
        NOT_WRITTEN
    }
}
