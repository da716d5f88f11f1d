package vn.vigil.camera;

import java.nio.file.Path;
import java.time.Instant;

/**
 * One file of a recorder.
 *
 * @param file a regular file below the recorder's folder; no symbolic link
 * @param from when it begins by its name: the recorder's clock
 * @param bytes its length when it was listed
 * @param written when it was last written to, by the file system's clock
 */
record Segment(Path file, Instant from, long bytes, Instant written) {}
