package vn.vigil.roster.search;

/**
 * What a proof came to.
 *
 * @param verdict what is known
 * @param roster the best roster known: that of the search where none cheaper was found; null when there is none
 * @param score what it costs; null without a roster
 * @param bound no roster costs less, as far as is proven (holes not counted); meaningless when infeasible
 */
public record Proof(Verdict verdict, Roster roster, Score score, long bound) {
    /** What is known. */
    public enum Verdict {
        /** No roster has fewer holes, and none with as few is cheaper. */
        OPTIMAL,
        /** The limit came before the proof. */
        NOT_PROVEN,
        /** No roster holds every hard rule. */
        INFEASIBLE
    }
}
