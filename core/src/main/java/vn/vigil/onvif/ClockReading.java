package vn.vigil.onvif;

import java.time.Duration;

/**
 * How a device's clock stands against ours. ONVIF tells whole seconds, so one answer bounds the offset to a second and its
 * round trip; answers at different moments narrow it, and what is stated is what all of them allow.
 *
 * @param offset the device's clock minus ours; null when the device told no time, or one that does not exist (month 13)
 * @param error the true offset lies within {@code offset ± error} (the round trip and the whole seconds included); null
 *     with {@code offset}
 * @param samples how many answers it rests on
 * @param source which of its times the device gave
 * @param plausible false when the told time does not exist or lies more than a day from ours: a clock that was never set
 * @param localAsUtcSuspected true when the offset is a whole number of quarter hours, 15 minutes to 14 hours, within the
 *     error: the device may be sending local time as UTC. A suspicion only; nothing is corrected by it
 * @param timeZone the device's time zone text as it sent it (POSIX form by the specification), at most 256 characters, not
 *     neutralised; or empty
 * @param dateTimeType {@code NTP}, {@code Manual} or what else the device sent; or empty
 */
public record ClockReading(
        Duration offset,
        Duration error,
        int samples,
        Source source,
        boolean plausible,
        boolean localAsUtcSuspected,
        String timeZone,
        String dateTimeType) {
    /** Which of its times a device gave. */
    public enum Source {
        /** UTCDateTime, as ONVIF Core demands. */
        UTC,
        /** LocalDateTime, turned to UTC by its own TimeZone. */
        LOCAL_WITH_ZONE,
        /** No time at all. */
        NONE
    }

    public boolean known() {
        return offset != null;
    }
}
