package vn.vigil.media;

import java.time.Duration;
import java.time.Instant;
import vn.vigil.base.AccessUnit;

/**
 * Finds where on the sound's own clock the first picture lies: RTP gives each track a clock with a beginning of its own
 * (RFC 3550 §5.1). The camera's wall clock ties them together, which for live streams comes with the first sender reports,
 * seconds late; without it the arrival does, by the least delayed unit of each track, since servers begin with a burst of what
 * they had kept. Confined to one thread.
 */
final class Alignment {
    /** Reports come every five seconds or so (RFC 3550 §6.2); sound that waited for so long is aligned by arrival. */
    private static final long PATIENCE_SECONDS = 12;

    private final long firstPicture;
    private final int pictureRate;
    private final int soundRate;
    private Instant pictureCamera;
    private Instant soundCamera;
    private long soundCameraTicks;
    private double pictureDelay = Double.POSITIVE_INFINITY;
    private double soundDelay = Double.POSITIVE_INFINITY;
    private long firstSound = Long.MIN_VALUE;
    private long lastSound;

    /** @param firstPicture presentation time of the clip's first picture in ticks */
    Alignment(long firstPicture, int pictureRate, int soundRate) {
        this.firstPicture = firstPicture;
        this.pictureRate = pictureRate;
        this.soundRate = soundRate;
    }

    void picture(AccessUnit unit) {
        double seconds = (unit.time() - firstPicture) / (double) pictureRate;
        pictureDelay = Math.min(pictureDelay, unit.arrivedNanos() / 1e9 - seconds);
        if (pictureCamera == null && unit.cameraTime() != null) {
            pictureCamera = unit.cameraTime().minusNanos(Math.round(seconds * 1e9));
        }
    }

    void sound(AccessUnit unit) {
        if (firstSound == Long.MIN_VALUE) {
            firstSound = unit.time();
        }
        lastSound = unit.time();
        soundDelay = Math.min(soundDelay, unit.arrivedNanos() / 1e9 - (unit.time() - firstSound) / (double) soundRate);
        if (soundCamera == null && unit.cameraTime() != null) {
            soundCamera = unit.cameraTime();
            soundCameraTicks = unit.time();
        }
    }

    /** Whether waiting longer would tell no more. */
    boolean decided() {
        return pictureCamera != null && soundCamera != null || lastSound - firstSound > PATIENCE_SECONDS * soundRate;
    }

    /** The sound's tick at which the first picture is shown; call it once there was sound. */
    long zero() {
        if (pictureCamera != null && soundCamera != null) {
            double behind = Duration.between(pictureCamera, soundCamera).toNanos() / 1e9;
            return soundCameraTicks - Math.round(behind * soundRate);
        }
        return firstSound - Math.round((soundDelay - pictureDelay) * soundRate);
    }
}
