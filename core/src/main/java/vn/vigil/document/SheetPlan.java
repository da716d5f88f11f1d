package vn.vigil.document;

import java.util.List;

/**
 * One sheet that is to be written: a header and rows of texts. Every cell is written as text, so telephone numbers keep their
 * zeros and no text becomes a formula.
 *
 * @param name of the tab: at most 31 letters, none of {@code []:*?/\}
 * @param columns left to right
 * @param rows top to bottom; a null is an empty cell
 */
public record SheetPlan(String name, List<SheetColumn> columns, List<List<String>> rows) {
    /** Keeps a copy of the lists. */
    public SheetPlan {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
