package vn.vigil.media;

/**
 * A picture's brightness shrunk to 160 × 90 by averaging boxes: small enough to be kept by the store for the next check.
 * Averaging takes most of a sensor's and a coder's noise away and keeps what moved. Immutable by custom: the array is not
 * copied and nobody changes it.
 *
 * @param bytes 14,400 bytes, unsigned, row by row
 */
public record LumaThumb(byte[] bytes) {
    public static final int WIDTH = 160;
    public static final int HEIGHT = 90;

    /** So many boxes, a thousandth of all, decide: the digits of a drawn clock already move more. */
    private static final int LOUDEST = WIDTH * HEIGHT / 1000;

    public LumaThumb {
        if (bytes.length != WIDTH * HEIGHT) {
            throw new IllegalArgumentException("a thumb has " + WIDTH * HEIGHT + " bytes");
        }
    }

    /** Shrinks a picture; one smaller than the thumb is stretched. */
    public static LumaThumb of(Picture picture) {
        byte[] luma = picture.luma();
        int width = picture.width();
        int height = picture.height();
        byte[] out = new byte[WIDTH * HEIGHT];
        for (int row = 0; row < HEIGHT; row++) {
            int top = row * height / HEIGHT;
            int bottom = Math.max(top + 1, (row + 1) * height / HEIGHT);
            for (int column = 0; column < WIDTH; column++) {
                int left = column * width / WIDTH;
                int right = Math.max(left + 1, (column + 1) * width / WIDTH);
                int sum = 0;
                for (int y = top; y < bottom; y++) {
                    for (int x = left; x < right; x++) {
                        sum += luma[y * width + x] & 0xff;
                    }
                }
                int count = (bottom - top) * (right - left);
                out[row * WIDTH + column] = (byte) ((sum + count / 2) / count);
            }
        }
        return new LumaThumb(out);
    }

    /** Average brightness. */
    double mean() {
        long sum = 0;
        for (byte box : bytes) {
            sum += box & 0xff;
        }
        return (double) sum / bytes.length;
    }

    /**
     * How far two pictures differ where they differ most: the mean change of brightness over the thousandth of the boxes
     * that changed most, 0 to 255. A mean over all boxes would miss a still scene in which only a clock runs.
     *
     * <p>Measured between key frames two seconds apart, 1280 × 720: one picture held and coded again by x264 at 1.5 Mbit/s
     * 2.0, then 1.0, then 0 (rate control keeps refining, most in the first seconds); by x265 0; by x264 starved to
     * 200 kbit/s 9.9, then 4.7 and down to 3.0. A running clock in a still picture 110 and more, snow 41 and more. A still
     * scene with sensor noise of ±2 steps and no clock 1.0–2.0, of ±5 2.3–2.9, of ±10 4.0–4.4: such a camera can only be
     * told from a frozen one by its learned noise, or over a longer time.
     */
    public double difference(LumaThumb other) {
        int[] changes = new int[256];
        for (int i = 0; i < bytes.length; i++) {
            changes[Math.abs((bytes[i] & 0xff) - (other.bytes[i] & 0xff))]++;
        }
        int left = LOUDEST;
        long sum = 0;
        for (int change = 255; change > 0 && left > 0; change--) {
            int taken = Math.min(left, changes[change]);
            sum += (long) taken * change;
            left -= taken;
        }
        return sum / (double) LOUDEST;
    }

    /**
     * Whether two pictures, taken at least a key-frame interval apart, are one and the same.
     *
     * @param noise the change that this camera's noise alone makes, as {@link #difference} tells it
     */
    public static boolean isFrozen(LumaThumb previous, LumaThumb next, double noise) {
        return previous.difference(next) <= noise;
    }
}
