package vn.vigil.vendor.hikvision;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;

/**
 * How a device's clock stands against ours, and what sets it. Whole seconds are told, so one answer bounds the offset to a second
 * and its round trip; what several answers all allow is stated.
 *
 * @param local what it last showed, on its own wall
 * @param time the same as an instant: local time less the zone's offset
 * @param offset the device's clock minus ours
 * @param error the true offset lies within {@code offset ± error}
 * @param samples how many answers it rests on
 * @param plausible false when it lies more than a day from ours: a clock that was never set
 * @param wholeHoursSuspected true when the offset is a whole number of quarter hours, 15 minutes to 14 hours, within the error:
 *     the zone may be set wrongly. A suspicion only; nothing is corrected by it
 * @param timeMode {@code NTP}, {@code manual} or what else it sent; or empty
 * @param timeZone its zone as it sent it, at most 256 characters, not neutralised; or empty
 * @param zone the zone's rules; those of a fixed offset when only an offset was told
 * @param ntpServers host names or addresses, as the device has them; empty when it has none or will not say
 */
public record HikvisionClock(
        LocalDateTime local,
        Instant time,
        Duration offset,
        Duration error,
        int samples,
        boolean plausible,
        boolean wholeHoursSuspected,
        String timeMode,
        String timeZone,
        ZoneRules zone,
        List<String> ntpServers) {
    /** The zone's offset at that instant. */
    public ZoneOffset zoneOffset() {
        return zone.getOffset(time);
    }
}
