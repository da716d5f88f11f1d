package vn.vigil.document;

import java.util.List;

/**
 * One row of a sheet as it was read.
 *
 * @param number as the spreadsheet shows it, from 1
 * @param cells texts from column A on, {@code ""} for an empty cell; nothing behind the last filled one
 */
public record SheetRow(int number, List<String> cells) {
    /** Keeps a copy of the list. */
    public SheetRow {
        cells = List.copyOf(cells);
    }

    /** The text in a column, counted from 0; {@code ""} beyond the last. */
    public String text(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }
}
