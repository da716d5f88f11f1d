package vn.vigil.vendor.dahua;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * How a device's clock stands against ours. It tells whole seconds, so one answer bounds the offset to a second and its round
 * trip; answers at different moments narrow it, and what is stated is what all of them allow
 * ({@code docs/decisions/0011-clock-error-by-intersection.md}).
 *
 * @param offset the device's clock minus ours; null when it told no time that exists
 * @param error the true offset lies within {@code offset ± error}; null with {@code offset}
 * @param samples how many answers it rests on
 * @param plausible false when the told time does not exist or lies more than a day from ours
 * @param zone in which the device's wall clock was read; a wrong zone setting shows as an offset of whole quarter hours
 */
public record ClockReading(Duration offset, Duration error, int samples, boolean plausible, DahuaZone zone) {
    private static final long SECOND = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;
    private static final Duration ABSURD = Duration.ofDays(1);

    /** Nanoseconds hold 292 years; a clock that far off tells no time. */
    private static final long LONGEST_DAYS = 200 * 366L;

    public boolean known() {
        return offset != null;
    }

    /**
     * One answer, and when it was asked and here on our own clock.
     *
     * @param told null when it was no time that exists
     */
    record Sample(Instant asked, Instant here, LocalDateTime told) {}

    static ClockReading fold(List<Sample> samples, DahuaZone zone) {
        List<long[]> bounds = new ArrayList<>();
        for (Sample s : samples) {
            Instant told = s.told() == null ? null : zone.camera(s.told());
            if (told != null && Math.abs(Duration.between(s.here(), told).toDays()) < LONGEST_DAYS) {
                long low = Duration.between(s.here(), told).toNanos();
                long high = Duration.between(s.asked(), told).toNanos() + SECOND;
                bounds.add(new long[] {low, high});
            }
        }
        if (bounds.isEmpty()) {
            return new ClockReading(null, null, samples.size(), false, zone);
        }
        long low = bounds.stream().mapToLong(b -> b[0]).max().orElseThrow();
        long high = bounds.stream().mapToLong(b -> b[1]).min().orElseThrow();
        if (low > high) {
            // The clock was set meanwhile: the quickest answer alone.
            long[] quickest = bounds.get(0);
            for (long[] b : bounds) {
                quickest = b[1] - b[0] < quickest[1] - quickest[0] ? b : quickest;
            }
            low = quickest[0];
            high = quickest[1];
        }
        long middle = Math.floorDiv(low + (high - low) / 2, MILLI) * MILLI;
        Duration error = Duration.ofMillis((high - low) / 2 / MILLI + 1);
        Duration offset = Duration.ofNanos(middle);
        boolean plausible = bounds.size() == samples.size() && offset.abs().compareTo(ABSURD) <= 0;
        return new ClockReading(offset, error, bounds.size(), plausible, zone);
    }
}
