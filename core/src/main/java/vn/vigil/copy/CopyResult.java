package vn.vigil.copy;

import java.nio.file.Path;
import vn.vigil.evidence.CopySheet;

/**
 * A copy that was made, was there already, or would be made.
 *
 * @param outcome what happened
 * @param file the copy
 * @param sheetFile its sheet, beside it
 * @param sheet what it says; null for a dry run
 */
public record CopyResult(Outcome outcome, Path file, Path sheetFile, CopySheet sheet) {
    public enum Outcome {
        MADE,
        /** The very same copy lies there already. */
        UNCHANGED,
        /** A dry run: everything needed is there. */
        PLANNED
    }
}
