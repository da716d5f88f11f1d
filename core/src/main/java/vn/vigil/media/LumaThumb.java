package vn.vigil.media;

/**
 * A picture's brightness shrunk to 160 × 90 by averaging boxes: small enough to be kept by the store for the next check.
 * Immutable by custom: the array is not copied and nobody changes it.
 *
 * @param bytes 14,400 bytes, unsigned, row by row
 */
public record LumaThumb(byte[] bytes) {
    public static final int WIDTH = 160;
    public static final int HEIGHT = 90;

    /** The brightness change, in steps of 0–255, up to which two pictures of no known camera count as one. */
    public static final double DEFAULT_NOISE = 1.0;

    /** Shrinks a picture. */
    public static LumaThumb of(Picture picture) {
        throw new UnsupportedOperationException();
    }

    /** How far two pictures differ: see the body's reasons. 0 for the same picture, about 0–255. */
    public double difference(LumaThumb other) {
        throw new UnsupportedOperationException();
    }

    /**
     * Whether two pictures, taken at least a key-frame interval apart, are one and the same.
     *
     * @param noise the change that this camera's noise alone makes, as {@link #difference} tells it; {@link #DEFAULT_NOISE}
     *     when not learned yet
     */
    public static boolean isFrozen(LumaThumb previous, LumaThumb next, double noise) {
        return previous.difference(next) <= noise;
    }
}
