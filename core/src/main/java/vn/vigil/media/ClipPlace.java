package vn.vigil.media;

import java.nio.file.Path;

/**
 * Where a clip lies: a file of its own, or as it is inside another, as in an archive that stores its entries uncompressed.
 *
 * @param file the file
 * @param offset where the clip begins
 * @param length how long it is
 */
public record ClipPlace(Path file, long offset, long length) {}
