package vn.vigil.media;

/** Reads back the number that {@link SceneEncoder} drew into a picture, so that tests can prove which pictures a clip holds. */
public final class SceneReader {
    private static final int LEAST_STEP = 64;

    private SceneReader() {}

    /**
     * Reads the row of blocks at the picture's foot.
     *
     * @return the number, or -1 when the picture shows none or its check bits do not fit
     */
    public static long frameNumber(Picture picture) {
        int down = Blocks.height(picture.height());
        int middle = picture.height() - down / 2;
        int blocks = 0;
        for (int i = 0; i < Blocks.COUNT; i++) {
            int centre = (2 * i + 1) * picture.width() / (2 * Blocks.COUNT);
            int sum = 0;
            for (int y = middle - 1; y <= middle; y++) {
                for (int x = centre - 1; x <= centre; x++) {
                    sum += picture.luma()[y * picture.width() + x] & 0xff;
                }
            }
            if (Math.abs(sum / 4 - 128) < LEAST_STEP) {
                return -1;
            }
            blocks = blocks << 1 | (sum / 4 > 128 ? 1 : 0);
        }
        return Blocks.decode(blocks);
    }
}
