package vn.vigil.camera;

import java.time.Duration;
import java.time.Instant;

/**
 * How far a camera's clock was from ours.
 *
 * @param offset camera minus ours: positive when the camera runs ahead. Camera time = our time + offset
 * @param error the true offset lies within {@code offset ± error}; never negative
 * @param how what was asked
 * @param measuredAt our time of the measurement
 */
public record ClockReading(Duration offset, Duration error, How how, Instant measuredAt) {
    /** What the reading was taken from, best first. */
    public enum How {
        /** ONVIF GetSystemDateAndTime, half the quickest round trip and the device's whole seconds as error. */
        ONVIF,
        /** RTCP sender reports of a live stream (RFC 3550 §6.4.1) against their arrival: delay in the camera counts as error. */
        RTCP
    }
}
