package vn.vigil.sim;

/**
 * What a simulated camera's picture is like. Cameras with equal pictures share one encoded loop.
 *
 * @param width in pixels, even, at least 256 so that the counter fits
 * @param height in pixels, even
 * @param framesPerSecond whole frames a second, 1–60
 * @param secondsPerKeyFrame distance of key frames in whole seconds
 * @param loopSeconds length of the loop in whole seconds, a multiple of {@code secondsPerKeyFrame}; the burnt-in counter
 *     starts again with it
 */
public record Picture(int width, int height, int framesPerSecond, int secondsPerKeyFrame, int loopSeconds) {
    /** Small enough to encode a loop in a moment, large enough to judge. */
    public static final Picture STANDARD = new Picture(640, 360, 10, 2, 60);

    public Picture {
        if (width < 256 || height < 64 || (width & 1) + (height & 1) != 0) {
            throw new IllegalArgumentException("picture size " + width + "x" + height);
        }
        if (framesPerSecond < 1 || framesPerSecond > 60 || secondsPerKeyFrame < 1 || loopSeconds < secondsPerKeyFrame) {
            throw new IllegalArgumentException("picture rate " + framesPerSecond + " fps, key frame each "
                    + secondsPerKeyFrame + " s, loop of " + loopSeconds + " s");
        }
        if (loopSeconds % secondsPerKeyFrame != 0) {
            throw new IllegalArgumentException("a loop must hold whole groups of pictures");
        }
    }

    /** Pictures in one loop; the burnt-in counter of the picture at true time t is ⌊t·fps⌋ modulo this. */
    public int loopFrames() {
        return framesPerSecond * loopSeconds;
    }
}
