package vn.vigil.media;

/**
 * Where a face may be, in pixels of the picture.
 *
 * @param left first column
 * @param top first row
 * @param width 1 or more
 * @param height 1 or more
 */
public record FaceBox(int left, int top, int width, int height) {}
