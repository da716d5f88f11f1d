package vn.vigil.camera;

import java.util.Locale;

/**
 * What is learned of each picture of a camera beside its edges. The store keeps their order: a new one takes a new version of
 * the stored baselines.
 */
public enum Measure {
    /** Mean, 0 black to 255 white. */
    BRIGHTNESS,
    /** Standard deviation of brightness, 0 to 127.5. */
    CONTRAST,
    /** Steepness of the sharpest edges against the contrast, so that less light is no blur. */
    ACUITY,
    /** Standard deviation of the sensor's noise, in steps of brightness. */
    NOISE,
    /** Below 0 yellowish, above bluish; −128 to 127. */
    BLUE,
    /** Below 0 greenish, above reddish; −128 to 127. */
    RED,
    /** Share of the picture that its largest dark area takes, 0 to 1. */
    DARK,
    /** Correlation of the edges with the learned ones, −1 to 1. */
    LAYOUT,
    /** Share of the learned edges that are gone, 0 to 1. */
    VANISHED,
    /** Bits a second. */
    BITRATE,
    /** Pictures a second. */
    FRAME_RATE,
    /** Seconds from key frame to key frame. */
    KEY_INTERVAL;

    /** {@code "frame-rate"}: the word of the machine form. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
