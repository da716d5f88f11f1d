package vn.vigil.upkeep;

/**
 * Where a picture lies. vigil keeps the reference and, where it is a file that could be read then, its hash; never the picture.
 *
 * @param reference a path, or words: a drawer, an album
 * @param sha256 of the file, hexadecimal; null when the reference was no file
 */
public record Photo(String reference, String sha256) {}
