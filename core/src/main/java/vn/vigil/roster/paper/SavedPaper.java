package vn.vigil.roster.paper;

import java.nio.file.Path;

/**
 * A file that was written, or was there already.
 *
 * @param size in bytes
 * @param sha256 hexadecimal
 */
public record SavedPaper(MadePaper paper, Path file, State state, long size, String sha256) {
    /** What became of the file. */
    public enum State {
        NEW,
        /** The same bytes were there. */
        UNCHANGED,
        /** Something else was there, and the user said so. */
        REPLACED
    }
}
