package vn.vigil.document;

import java.nio.file.Path;

/**
 * One file of a paper.
 *
 * @param form what follows the last dot of its name
 * @param bytes its size
 * @param sha256 in hex
 */
public record WrittenPaper(String form, Path file, State state, long bytes, String sha256) {
    /** What became of the file. */
    public enum State {
        NEW,
        /** The same bytes were there. */
        UNCHANGED,
        /** Something else was there, and the user said so. */
        REPLACED
    }
}
