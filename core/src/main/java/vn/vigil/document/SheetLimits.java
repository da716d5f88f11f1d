package vn.vigil.document;

/**
 * How much of a workbook is read before it is refused.
 *
 * @param fileBytes size of the file
 * @param unpackedBytes size of everything in it, unpacked
 * @param rows filled rows over all sheets
 * @param columns the last column that may hold text, counted from 1
 * @param cellLetters length of one cell's text, in UTF-16 units
 */
public record SheetLimits(long fileBytes, long unpackedBytes, int rows, int columns, int cellLetters) {
    /** Ample for lists of people, cameras and shifts: 20 MB, 200 MB unpacked, 20 000 rows, 100 columns, 4 000 letters a cell. */
    public static final SheetLimits LISTS = new SheetLimits(20L << 20, 200L << 20, 20_000, 100, 4_000);
}
