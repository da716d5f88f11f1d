package vn.vigil.sim;

/**
 * What a simulated camera's picture is like. Cameras with equal pictures share one encoded loop.
 *
 * @param width in pixels, even, 320–1920
 * @param height in pixels, even, 180–1088
 * @param framesPerSecond whole frames a second, 1–30
 * @param secondsPerKeyFrame distance of key frames in whole seconds
 * @param loopSeconds length of the loop in whole seconds, a multiple of {@code secondsPerKeyFrame}; the burnt-in counter
 *     starts again with it
 */
public record PictureSpec(int width, int height, int framesPerSecond, int secondsPerKeyFrame, int loopSeconds) {
    /** Small enough to encode a loop in a moment, large enough to judge. */
    public static final PictureSpec STANDARD = new PictureSpec(640, 360, 10, 2, 60);

    public PictureSpec {
        if (width < 320 || width > 1920 || height < 180 || height > 1088 || ((width | height) & 1) != 0) {
            throw new IllegalArgumentException("picture size " + width + "x" + height);
        }
        if (framesPerSecond < 1 || framesPerSecond > 30 || secondsPerKeyFrame < 1 || loopSeconds < secondsPerKeyFrame) {
            throw new IllegalArgumentException("picture rate " + framesPerSecond + " fps, key frame each "
                    + secondsPerKeyFrame + " s, loop of " + loopSeconds + " s");
        }
        if (loopSeconds % secondsPerKeyFrame != 0) {
            throw new IllegalArgumentException("a loop must hold whole groups of pictures");
        }
    }

    /** Pictures from key frame to key frame. */
    public int keyEvery() {
        return framesPerSecond * secondsPerKeyFrame;
    }

    boolean isKey(long number) {
        return Math.floorMod(number, (long) keyEvery()) == 0;
    }

    /** Pictures in one loop; the burnt-in counter of the picture at true time t is ⌊t·fps⌋ modulo this. */
    public int loopFrames() {
        return framesPerSecond * loopSeconds;
    }
}
