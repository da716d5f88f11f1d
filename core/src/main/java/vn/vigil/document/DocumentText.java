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
    CELL_BAD_NUMBER,
    NOT_UTF8,
    COUNTRY,
    MOTTO,
    NUMBER,
    COURTESY,
    TO,
    RECIPIENTS,
    ANNEX,
    FRONT_OPEN,
    FRONT_LINE,
    FRONT_TAB,
    FRONT_TWICE,
    FRONT_BELOW,
    FRONT_NO_LIST,
    FRONT_UNKNOWN,
    FRONT_NEAR,
    FRONT_WORD,
    FRONT_NUMBER,
    FRONT_MARGINS,
    FRONT_DATE,
    TABLE_WIDTHS,
    TABLE_ORDER,
    UNKNOWN_ORDER,
    NO_PICTURES,
    CANNOT_FILL,
    TEMPLATE_LINE,
    TEMPLATE_FIELD,
    TEMPLATE_FAILS,
    SHIPPED_TEMPLATE,
    DOES_NOT_FIT,
    DOES_NOT_FIT_NEXT,
    IN_THE_WAY,
    IN_THE_WAY_FILE,
    IN_THE_WAY_NEXT,
    CANNOT_WRITE;

    @Override
    public String catalogue() {
        return "document";
    }
}
