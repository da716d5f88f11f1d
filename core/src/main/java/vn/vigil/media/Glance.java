package vn.vigil.media;

/**
 * What a check wants of a picture, at a third of the price of the picture.
 *
 * @param width in pixels
 * @param height in pixels
 * @param thumb its brightness, shrunk
 * @param measures what tells this picture from the camera's usual ones
 * @param luma measures of the whole brightness plane; null where the picture is too bright for them to matter
 */
public record Glance(int width, int height, LumaThumb thumb, PictureMeasures measures, Luma luma) {
    /** Average brightness, 0 black to 255 white. */
    public double mean() {
        return measures.mean();
    }
}
