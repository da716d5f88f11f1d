package vn.vigil.document;

import java.util.List;

/**
 * One sheet of a workbook as it was read.
 *
 * @param name as its tab says, NFC
 * @param rows rows with at least one cell that is not empty, top to bottom
 */
public record Sheet(String name, List<SheetRow> rows) {
    /** Keeps a copy of the list. */
    public Sheet {
        rows = List.copyOf(rows);
    }

    /** How people name a cell: {@code "Nhân sự!B7"}. The row and the column count from 1 and from 0. */
    public String address(int row, int column) {
        return name + "!" + column(column) + row;
    }

    /** The letters of a column, counted from 0: {@code 0} is {@code A}, {@code 26} is {@code AA}. */
    public static String column(int column) {
        StringBuilder letters = new StringBuilder();
        for (int left = column + 1; left > 0; left = (left - 1) / 26) {
            letters.insert(0, (char) ('A' + (left - 1) % 26));
        }
        return letters.toString();
    }
}
