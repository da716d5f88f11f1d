package vn.vigil.media;

import java.time.Duration;
import java.time.Instant;
import vn.vigil.base.Codec;

/** Counts one track's units while they pass. Confined to one thread. */
final class Tally {
    private int units;
    private int keyUnits;
    private long bytes;
    private int losses;
    private int retimed;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private long beforeLast = Long.MIN_VALUE;
    private Instant firstCamera;
    private Instant lastCamera;

    /** Counts a unit; {@code time} in ticks. */
    void add(long time, int size, boolean key) {
        units++;
        keyUnits += key ? 1 : 0;
        bytes += size;
        first = Math.min(first, time);
        if (time > last) {
            beforeLast = last;
            last = time;
        } else if (time > beforeLast && time < last) {
            beforeLast = time;
        }
    }

    /** Takes note of the camera's own clock; call it behind {@link #add} with the same time. */
    void cameraTime(long time, Instant camera) {
        if (time == first) {
            firstCamera = camera;
        }
        if (time == last) {
            lastCamera = camera;
        }
    }

    void loss() {
        losses++;
    }

    void retimed() {
        retimed++;
    }

    int units() {
        return units;
    }

    /** @param lastLength ticks that the last unit lasts; -1: as long as the step before it */
    TrackFacts facts(Codec codec, int width, int height, int clockRate, long lastLength, long shift, String sha256) {
        long length = lastLength >= 0 ? lastLength : units < 2 || beforeLast == Long.MIN_VALUE ? 0 : last - beforeLast;
        Duration duration = units == 0
                ? Duration.ZERO
                : Duration.ofNanos(Math.multiplyExact(last - first + length, 1_000_000_000L / gcd(clockRate))
                        / (clockRate / gcd(clockRate)));
        return new TrackFacts(
                codec,
                width,
                height,
                units,
                keyUnits,
                clockRate,
                units == 0 ? 0 : first + shift,
                units == 0 ? 0 : last + shift,
                firstCamera,
                lastCamera,
                duration,
                bytes,
                sha256,
                losses,
                retimed);
    }

    private static long gcd(int clockRate) {
        long a = 1_000_000_000L;
        long b = clockRate;
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }
}
