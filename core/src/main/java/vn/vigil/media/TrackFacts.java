package vn.vigil.media;

import java.time.Duration;
import java.time.Instant;
import vn.vigil.base.Codec;

/**
 * What one track of a clip holds. Written and read facts of the same clip agree in everything but the camera's own times,
 * which the file does not carry.
 *
 * @param codec what it is coded in
 * @param width pictures' width in pixels after cropping, 0 for audio
 * @param height pictures' height, 0 for audio
 * @param units coded pictures, or audio units
 * @param keyUnits those at which decoding can start
 * @param clockRate ticks a second of {@code firstTime} and {@code lastTime}
 * @param firstTime presentation time of the earliest unit in ticks: as the camera gave it when written, within the file
 *     (first picture = 0) when read
 * @param lastTime presentation time of the latest unit, likewise
 * @param firstCameraTime the camera's wall clock for the earliest unit; null when unknown or read back
 * @param lastCameraTime the camera's wall clock for the latest unit; null when unknown or read back
 * @param duration from the first to the end of the last unit, holes included; the last unit is taken to last as long as the
 *     one before it
 * @param essenceBytes length of all coded units together
 * @param essenceSha256 SHA-256, lower-case hex, over the coded units' bytes in decoding order, each NAL unit behind its
 *     4-byte length. Anybody gets the same by {@code ffmpeg -i CLIP -map 0:v -c copy -f data - | sha256sum}
 *     (audio: {@code -map 0:a})
 * @param lossesBefore units marked {@link vn.vigil.base.AccessUnit#afterLoss()}; 0 when read back
 * @param retimed units whose presentation time had to be moved because the camera's time stood still or went back; their
 *     bytes are untouched. 0 when read back
 */
public record TrackFacts(
        Codec codec,
        int width,
        int height,
        int units,
        int keyUnits,
        int clockRate,
        long firstTime,
        long lastTime,
        Instant firstCameraTime,
        Instant lastCameraTime,
        Duration duration,
        long essenceBytes,
        String essenceSha256,
        int lossesBefore,
        int retimed) {}
