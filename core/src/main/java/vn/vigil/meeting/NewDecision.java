package vn.vigil.meeting;

/**
 * Something decided.
 *
 * @param item of the agenda; 0: the one that is spoken of last
 * @param inFavour votes; −1 where nobody counted, for all agreed
 */
public record NewDecision(int item, String words, int inFavour, int against, int abstained) {
    /** Whether votes were counted. */
    public boolean voted() {
        return inFavour >= 0;
    }
}
