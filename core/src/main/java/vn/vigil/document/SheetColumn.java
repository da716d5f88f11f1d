package vn.vigil.document;

import java.util.List;

/**
 * One column of a sheet that is to be written.
 *
 * @param title the header's text
 * @param width in letters of the standard font, 1 to 200
 * @param comment the note that opens over the header; null for none
 * @param choices what may be entered below, offered as a list; empty for anything
 */
public record SheetColumn(String title, int width, String comment, List<String> choices) {
    /** Keeps a copy of the list. */
    public SheetColumn {
        choices = List.copyOf(choices);
    }

    /** A column for anything, without a note. */
    public static SheetColumn of(String title, int width) {
        return new SheetColumn(title, width, null, List.of());
    }
}
