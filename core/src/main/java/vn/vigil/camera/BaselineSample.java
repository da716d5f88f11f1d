package vn.vigil.camera;

import vn.vigil.media.PictureMeasures;

/**
 * What one check measured of a camera that was well, to be learned, or of any, to be judged by what was learned.
 *
 * @param picture the last decoded key frame
 * @param bitsPerSecond {@code NaN} when it could not be measured
 * @param framesPerSecond {@code NaN} when it could not be measured
 * @param keyIntervalSeconds between key frames; {@code NaN} when only one was seen
 */
record BaselineSample(
        PictureMeasures picture, double bitsPerSecond, double framesPerSecond, double keyIntervalSeconds) {

    private static final double COLOURLESS = 0.02;
    private static final double DIM = 40;
    private static final double LEAST_CONTRAST = 4;

    /** The steepest hundredth of the steps of Gaussian noise, in its standard deviations: √2 · 2.9. */
    private static final double NOISE_STEPS = 4.1;

    Light light() {
        return picture.colourful() < COLOURLESS || picture.mean() < DIM ? Light.NIGHT : Light.DAY;
    }

    /** @param edges what {@link Measure#LAYOUT} and {@link Measure#VANISHED} are held against */
    double value(Measure measure, EdgeAverage edges) {
        return switch (measure) {
            case BRIGHTNESS -> picture.mean();
            case CONTRAST -> picture.contrast();
            case ACUITY -> acuity();
            case NOISE -> picture.noise();
            case BLUE -> picture.blue();
            case RED -> picture.red();
            case DARK -> picture.dark();
            case LAYOUT -> edges.correlation(picture.edges());
            case VANISHED -> edges.vanished(picture.edges()).share();
            case BITRATE -> bitsPerSecond;
            case FRAME_RATE -> framesPerSecond;
            case KEY_INTERVAL -> keyIntervalSeconds;
        };
    }

    /** Noise makes steps, too: what it adds to the steepest hundredth is taken off as variances are. */
    private double acuity() {
        double own = NOISE_STEPS * picture.noise();
        double steps = Math.sqrt(Math.max(0, picture.sharpness() * picture.sharpness() - own * own));
        return steps / Math.max(LEAST_CONTRAST, picture.contrast());
    }
}
