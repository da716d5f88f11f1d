package vn.vigil.media;

/**
 * Measures of one picture's brightness plane (0 black to 255 white). Pure.
 *
 * @param mean average brightness
 * @param contrast standard deviation of brightness
 * @param sharpness variance of the Laplacian (4 neighbours); comparable only within one scene and size
 * @param blackShare share of near-black pixels, 0 to 1
 */
public record Luma(double mean, double contrast, double sharpness, double blackShare) {
    /** A tenth of the range: what FFmpeg's blackdetect takes for black too. */
    private static final int NEAR_BLACK = 25;

    /** Leaves room for a clock that the camera writes into a picture of nothing. */
    private static final double BLACK_SHARE = 0.95;

    /** Measures a picture. */
    public static Luma of(Picture picture) {
        byte[] luma = picture.luma();
        int width = picture.width();
        int height = picture.height();
        long sum = 0;
        long squares = 0;
        int black = 0;
        for (byte b : luma) {
            int v = b & 0xff;
            sum += v;
            squares += (long) v * v;
            black += v <= NEAR_BLACK ? 1 : 0;
        }
        long edges = 0;
        long edgeSquares = 0;
        for (int y = 1; y < height - 1; y++) {
            for (int at = y * width + 1, end = (y + 1) * width - 1; at < end; at++) {
                int edge = 4 * (luma[at] & 0xff)
                        - (luma[at - 1] & 0xff)
                        - (luma[at + 1] & 0xff)
                        - (luma[at - width] & 0xff)
                        - (luma[at + width] & 0xff);
                edges += edge;
                edgeSquares += (long) edge * edge;
            }
        }
        double pixels = luma.length;
        double inner = Math.max(1, (double) (width - 2) * (height - 2));
        double mean = sum / pixels;
        double edge = edges / inner;
        return new Luma(
                mean,
                Math.sqrt(Math.max(0, squares / pixels - mean * mean)),
                Math.max(0, edgeSquares / inner - edge * edge),
                black / pixels);
    }

    /**
     * Whether the picture is black all over but for some writing: 95 % of it at or below 25. No lit scene is, by day or by
     * night; a covered lens in the dark and a sensor that gives nothing are.
     */
    public boolean isBlack() {
        return blackShare >= BLACK_SHARE;
    }
}
