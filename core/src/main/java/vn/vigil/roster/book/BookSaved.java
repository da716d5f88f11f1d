package vn.vigil.roster.book;

import java.util.List;
import vn.vigil.base.Message;

/**
 * What became of things that were written into the book, each list in the order they were told.
 *
 * @param told what is worth knowing: leave that was merged, shifts that overlap
 */
public record BookSaved(
        BookKind kind, List<BookRow> added, List<BookRow> changed, List<BookRow> unchanged, List<Message> told) {
    public BookSaved {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        unchanged = List.copyOf(unchanged);
        told = List.copyOf(told);
    }

    /** The one that a command was about. */
    public BookRow row() {
        return !added.isEmpty() ? added.get(0) : !changed.isEmpty() ? changed.get(0) : unchanged.get(0);
    }
}
