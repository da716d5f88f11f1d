package vn.vigil.media;

/**
 * Measures of one picture's brightness plane (0 black to 255 white). Pure.
 *
 * @param mean average brightness
 * @param contrast standard deviation of brightness
 * @param sharpness variance of the Laplacian; comparable only within one scene and size
 * @param blackShare share of pixels below 16, 0 to 1
 */
public record Luma(double mean, double contrast, double sharpness, double blackShare) {
    /** Measures a picture. */
    public static Luma of(Picture picture) {
        throw new UnsupportedOperationException();
    }

    /** Whether the picture is black all over: no scene by night, but a covered lens or a lost sensor. */
    public boolean isBlack() {
        throw new UnsupportedOperationException();
    }
}
