package vn.vigil.vendor.hikvision;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;

/**
 * What a device means by the {@code Z} of its recordings' times. Firmware families differ (cfryanr/hikvision-downloader#1,
 * HikLoad#11), and a wrong guess is off by the whole zone, so it is found out for each device and never guessed.
 */
public enum TimeFamily {
    /** UTC, as it is written: cameras since firmware 5. */
    UTC,
    /** The device's own local time, though a {@code Z} is written: many recorders. */
    LOCAL_AS_UTC,
    /** Not found out yet. */
    UNKNOWN;

    /** How a true instant of the camera's clock is written; the digits of the result, read as UTC. */
    Instant written(Instant cameraTime, ZoneRules zone) {
        return this == LOCAL_AS_UTC
                ? cameraTime
                        .atOffset(zone.getOffset(cameraTime))
                        .toLocalDateTime()
                        .toInstant(ZoneOffset.UTC)
                : cameraTime;
    }

    /** The true instant of the camera's clock that stands behind a written one. */
    Instant read(Instant written, ZoneRules zone) {
        if (this != LOCAL_AS_UTC) {
            return written;
        }
        var local = written.atOffset(ZoneOffset.UTC).toLocalDateTime();
        return local.toInstant(zone.getOffset(local));
    }
}
