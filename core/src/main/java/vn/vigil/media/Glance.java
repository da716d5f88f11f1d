package vn.vigil.media;

/**
 * What a check wants of a picture, at a third of the price of the picture.
 *
 * @param width in pixels
 * @param height in pixels
 * @param thumb its brightness, shrunk
 * @param mean average brightness, 0 black to 255 white
 * @param luma measures of the whole brightness plane; null where the picture is too bright for them to matter
 */
public record Glance(int width, int height, LumaThumb thumb, double mean, Luma luma) {}
