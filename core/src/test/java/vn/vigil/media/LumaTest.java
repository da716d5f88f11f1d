package vn.vigil.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a picture's brightness tells, on drawn pictures and on key frames of a real server. */
class LumaTest {
    /** What a check allows a camera that it has not learned yet. */
    private static final double NOISE = 4.0;

    private static Picture grey(int width, int height, int... levels) {
        byte[] luma = new byte[width * height];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = (byte) levels[i % levels.length];
        }
        byte[] chroma = new byte[(width + 1) / 2 * ((height + 1) / 2)];
        return new Picture(width, height, luma, chroma, chroma, false);
    }

    private static List<LumaThumb> camera(String name) {
        byte[] all = Captured.bytes("camera-" + name + ".thumbs");
        List<LumaThumb> thumbs = new ArrayList<>();
        for (int at = 0; at < all.length; at += LumaThumb.WIDTH * LumaThumb.HEIGHT) {
            thumbs.add(new LumaThumb(Arrays.copyOfRange(all, at, at + LumaThumb.WIDTH * LumaThumb.HEIGHT)));
        }
        return thumbs;
    }

    private static Picture picture(LumaThumb thumb) {
        byte[] chroma = new byte[80 * 45];
        return new Picture(LumaThumb.WIDTH, LumaThumb.HEIGHT, thumb.bytes(), chroma, chroma, false);
    }

    @Test
    void evenGreyHasBrightnessAndNothingElse() {
        assertEquals(new Luma(200, 0, 0, 0), Luma.of(grey(64, 48, 200)));
    }

    @Test
    void stripesHaveContrastAndSharpness() {
        Luma stripes = Luma.of(grey(64, 48, 0, 255));
        assertEquals(127.5, stripes.mean());
        assertEquals(127.5, stripes.contrast(), 1e-9);
        assertEquals(0.5, stripes.blackShare());
        assertEquals(510.0 * 510.0, stripes.sharpness(), 1e-6);
    }

    @Test
    void aPictureTooSmallForEdgesIsMeasuredAllTheSame() {
        assertEquals(0, Luma.of(grey(1, 1, 9)).sharpness());
        assertEquals(9, LumaThumb.of(grey(1, 1, 9)).bytes()[77]);
    }

    @Test
    void blackIsBlackWithAndWithoutAClockAndNightIsNot() {
        assertTrue(Luma.of(picture(camera("black").get(0))).isBlack());
        byte[] withClock = new byte[14_400];
        Arrays.fill(withClock, 0, 500, (byte) 235);
        assertTrue(Luma.of(picture(new LumaThumb(withClock))).isBlack());
        byte[] night = new byte[14_400];
        Arrays.fill(night, (byte) 20);
        Arrays.fill(night, 0, 1_500, (byte) 60);
        assertFalse(Luma.of(picture(new LumaThumb(night))).isBlack());
        assertFalse(Luma.of(picture(camera("clock").get(0))).isBlack());
    }

    @Test
    void oneRunningClockIsEnoughToLive() {
        List<LumaThumb> clock = camera("clock");
        assertTrue(clock.get(0).difference(clock.get(1)) > 100);
        assertFalse(LumaThumb.isFrozen(clock.get(0), clock.get(1), NOISE));
        List<LumaThumb> snow = camera("noise");
        assertFalse(LumaThumb.isFrozen(snow.get(0), snow.get(1), NOISE));
    }

    @Test
    void aHeldPictureThatTheCoderKeepsRefiningIsFrozen() {
        List<LumaThumb> held = camera("frozen");
        assertTrue(held.get(0).difference(held.get(1)) > 0);
        for (int i = 1; i < held.size(); i++) {
            assertTrue(LumaThumb.isFrozen(held.get(i - 1), held.get(i), NOISE));
        }
    }

    @Test
    void theCamerasOwnNoiseIsNoLife() {
        Random noise = new Random(1);
        LumaThumb[] two = new LumaThumb[2];
        for (int i = 0; i < 2; i++) {
            byte[] bytes = new byte[14_400];
            for (int k = 0; k < bytes.length; k++) {
                bytes[k] = (byte) (100 + noise.nextGaussian() * 3);
            }
            two[i] = new LumaThumb(bytes);
        }
        assertFalse(LumaThumb.isFrozen(two[0], two[1], NOISE));
        assertTrue(LumaThumb.isFrozen(two[0], two[1], 20));
    }

    @Test
    void aThumbAveragesItsBoxes() {
        assertArrayEquals(
                LumaThumb.of(grey(160, 90, 128)).bytes(),
                LumaThumb.of(grey(320, 180, 0, 255)).bytes());
        assertArrayEquals(
                LumaThumb.of(grey(160, 90, 77)).bytes(),
                LumaThumb.of(grey(1927, 1081, 77)).bytes());
        assertThrows(IllegalArgumentException.class, () -> new LumaThumb(new byte[3]));
    }
}
