package vn.vigil.copy;

import java.nio.file.Path;

/**
 * What a machine takes for faces, put down for a person to judge.
 *
 * @param file the proposals, {@code vigil.masks/1}; null for a dry run
 * @param clip the clip's entry in its package
 * @param faces how many faces there seem to be
 * @param masks how many masks were proposed for them
 * @param looks how many pictures were looked at
 */
public record FacesFound(Path file, String clip, int faces, int masks, int looks) {}
