package vn.vigil.document;

import vn.vigil.base.MessageKey;

/** What this package says. */
enum DocumentText implements MessageKey {
    CANNOT_READ,
    NO_FILE,
    FILE_TOO_BIG,
    UNPACKS_TOO_BIG,
    TOO_MANY_PARTS,
    NOT_A_WORKBOOK,
    OLD_OR_LOCKED,
    BROKEN_FILE,
    SAVE_AS_XLSX,
    TOO_MANY_ROWS,
    TOO_MANY_COLUMNS,
    CELL_TOO_LONG,
    CELL_HOLDS_ERROR,
    CELL_NOT_COUNTED,
    CELL_BAD_NUMBER;

    @Override
    public String catalogue() {
        return "document";
    }
}
