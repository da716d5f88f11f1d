package vn.vigil.camera;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * How far a camera's clock was from ours.
 *
 * @param offset camera minus ours: positive when the camera runs ahead. Camera time = our time + offset
 * @param error the true offset lies within {@code offset ± error}; never negative
 * @param how what was asked
 * @param measuredAt our time of the measurement
 */
public record ClockReading(Duration offset, Duration error, How how, Instant measuredAt) {
    /** What the reading was taken from. The store keeps the order: new ones go to the end. */
    public enum How {
        /** ONVIF GetSystemDateAndTime, half the quickest round trip and the device's whole seconds as error. */
        ONVIF,
        /** RTCP sender reports of a live stream (RFC 3550 §6.4.1) against their arrival: delay in the camera counts as error. */
        RTCP,
        /** Hikvision ISAPI {@code /System/time}, as ONVIF. */
        HIKVISION,
        /** Dahua CGI {@code getCurrentTime}, as ONVIF. */
        DAHUA;

        /** {@code "onvif"}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether the device was asked what it thinks the time is; sender reports only tell how a stream is timed. */
        public boolean asked() {
            return this != RTCP;
        }
    }
}
