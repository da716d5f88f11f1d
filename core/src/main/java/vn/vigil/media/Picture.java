package vn.vigil.media;

/**
 * One decoded picture, planar Y'CbCr 4:2:0, 8 bits, full range (black 0, white 255) whatever the camera's range was.
 * Immutable by custom: the arrays are not copied and nobody changes them.
 *
 * @param width in pixels, 1–8192
 * @param height in pixels, 1–8192
 * @param luma {@code width × height} bytes, unsigned, row by row without padding
 * @param blue Cb, {@code ceil(width/2) × ceil(height/2)} bytes
 * @param red Cr, likewise
 * @param damaged the decoder had to conceal missing or broken parts
 */
public record Picture(int width, int height, byte[] luma, byte[] blue, byte[] red, boolean damaged) {}
