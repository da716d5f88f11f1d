package vn.vigil.media;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.TrackFormat;

/**
 * Draws and encodes (H.264 constrained baseline, no B-frames) what a simulated camera sees. Confined to one thread at a
 * time. The same calls give the same bytes.
 */
public final class SceneEncoder implements AutoCloseable {
    /** What the camera sees. */
    public enum Look {
        /** A yard in which something moves, with clock and frame number. */
        MOVING,
        /** The first picture of {@link #MOVING} again and again, clock and number included, while time advances. */
        FROZEN,
        /** Nothing: black all over. */
        BLACK
    }

    /**
     * @param title written into the picture: A–Z, 0–9, blank and {@code -:./}; lower case is drawn as upper
     * @param width even, 320–1920
     * @param height even, 180–1088
     * @param framesPerSecond 1–30
     * @param keyEvery pictures from key frame to key frame
     * @param kilobits a second, about
     */
    public record Spec(String title, int width, int height, int framesPerSecond, int keyEvery, int kilobits, Look look) {
        /** 640 × 360, 10 pictures a second, a key frame every second. */
        public static Spec of(String title, Look look) {
            return new Spec(title, 640, 360, 10, 10, 400, look);
        }
    }

    private SceneEncoder() {}

    /** @throws MediaException {@code INTERNAL} when the encoder does not start */
    public static SceneEncoder open(Spec spec) {
        throw new UnsupportedOperationException();
    }

    /** The track, parameter sets included, known before the first picture. */
    public TrackFormat format() {
        throw new UnsupportedOperationException();
    }

    /**
     * Draws and encodes one picture; the first, and each {@code keyEvery}-th after it, is a key frame with parameter sets
     * in-band. Its time is {@code number × 90000 / framesPerSecond}.
     *
     * @param number drawn as digits and as blocks for {@link SceneReader}; 0 to 16,777,215; grows from call to call
     * @param clock drawn as date and time of day to the tenth of a second
     * @param zone the zone in which it is drawn, a fixed offset
     */
    public AccessUnit encode(long number, Instant clock, ZoneOffset zone) {
        throw new UnsupportedOperationException();
    }

    /**
     * A loop drawn once, for a simulator that sends it round and round: in place of a clock it shows the time since its own
     * start, which is true in each turn. Numbers run from 0 and start again with each turn.
     */
    public static Scene loop(Spec spec, Duration length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
