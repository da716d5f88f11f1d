package vn.vigil.roster.book;

import java.util.List;

/**
 * The usual beginning, as it was made.
 *
 * @param saved what became of the post and of its shifts
 * @param profile the rule profile in force
 * @param profileChosen whether it was chosen just now, because none was
 */
public record SetUp(List<BookSaved> saved, String profile, boolean profileChosen) {
    public SetUp {
        saved = List.copyOf(saved);
    }

    /** Was anything made or chosen? */
    public boolean changed() {
        boolean changed = profileChosen;
        for (BookSaved one : saved) {
            changed |= !one.added().isEmpty();
        }
        return changed;
    }
}
