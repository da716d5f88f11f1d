package vn.vigil.cli.view;

/** The forms a result can take. */
public enum Format {
    /** Aligned columns under headings, for people. */
    TABLE,
    /** Tab-separated, complete, no heading: for {@code cut} and {@code awk}. */
    PLAIN,
    /** One document. */
    JSON,
    /** One object a line. */
    JSONL,
    /** For spreadsheets; cells that a spreadsheet would run as a formula are defused. */
    CSV;

    /** The word the user types. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
