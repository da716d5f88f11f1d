package vn.vigil.onvif;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.xml.Xml;

/**
 * Turns answers of GetSystemDateAndTime into a reading. An answer "second T", asked at a and here at b, allows every offset
 * between T − b and T + 1 s − a; what several answers all allow is the reading. Pure.
 */
final class ClockMeasure {
    private static final Duration ABSURD = Duration.ofDays(1);
    private static final long QUARTER = Duration.ofMinutes(15).toNanos();
    private static final long SECOND = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;

    /**
     * What one answer told.
     *
     * @param time null when it told none that exists
     * @param impossible it told a time that does not exist
     */
    record Told(Instant time, boolean impossible, ClockReading.Source source, String timeZone, String type) {}

    /** One answer, and when it was asked and here on our own clock. */
    record Sample(Instant asked, Instant here, Told told) {}

    private ClockMeasure() {}

    /** Reads {@code tt:SystemDateTime}: UTC, else local time with its zone, else nothing. */
    static Told told(Xml dateAndTime) {
        String zoneText = dateAndTime.word("TimeZone", "TZ");
        String type = dateAndTime.word("DateTimeType");
        Xml utc = dateAndTime.at("UTCDateTime");
        Xml local = dateAndTime.at("LocalDateTime");
        if (utc != null) {
            LocalDateTime read = fields(utc);
            Instant time = read == null ? null : read.toInstant(ZoneOffset.UTC);
            return new Told(time, read == null, ClockReading.Source.UTC, zoneText, type);
        }
        ZoneId zone =
                OnvifTime.zone(zoneText, dateAndTime.word("DaylightSavings").equals("true"));
        if (local != null && zone != null) {
            LocalDateTime read = fields(local);
            Instant time = read == null ? null : read.atZone(zone).toInstant();
            return new Told(time, read == null, ClockReading.Source.LOCAL_WITH_ZONE, zoneText, type);
        }
        return new Told(null, false, ClockReading.Source.NONE, zoneText, type);
    }

    private static LocalDateTime fields(Xml dateTime) {
        try {
            return LocalDateTime.of(
                    Integer.parseInt(dateTime.word("Date", "Year")),
                    Integer.parseInt(dateTime.word("Date", "Month")),
                    Integer.parseInt(dateTime.word("Date", "Day")),
                    Integer.parseInt(dateTime.word("Time", "Hour")),
                    Integer.parseInt(dateTime.word("Time", "Minute")),
                    Math.min(59, Integer.parseInt(dateTime.word("Time", "Second"))));
        } catch (NumberFormatException | DateTimeException e) {
            return null;
        }
    }

    /** @param samples at least one, in order */
    static ClockReading fold(List<Sample> samples) {
        Told last = samples.get(samples.size() - 1).told();
        List<Sample> usable = new ArrayList<>();
        boolean impossible = false;
        for (Sample s : samples) {
            impossible |= s.told().impossible();
            if (s.told().time() != null && within(s)) {
                usable.add(s);
            }
        }
        if (usable.isEmpty()) {
            return new ClockReading(
                    null, null, samples.size(), last.source(), !impossible, false, last.timeZone(), last.type());
        }
        long low = Long.MIN_VALUE;
        long high = Long.MAX_VALUE;
        Sample quickest = usable.get(0);
        for (Sample s : usable) {
            low = Math.max(low, low(s));
            high = Math.min(high, high(s));
            quickest = trip(s) < trip(quickest) ? s : quickest;
        }
        if (low > high) {
            // The clock was set meanwhile, or does not tick evenly: the quickest answer alone.
            low = low(quickest);
            high = high(quickest);
        }
        long error = ((high - low) / 2 / MILLI + 1) * MILLI;
        long offset = Math.floorDiv(low + (high - low) / 2, MILLI) * MILLI;
        return new ClockReading(
                Duration.ofNanos(offset),
                Duration.ofNanos(error),
                usable.size(),
                usable.get(usable.size() - 1).told().source(),
                !impossible && Math.abs(offset) <= ABSURD.toNanos(),
                quarterHours(offset, error),
                last.timeZone(),
                last.type());
    }

    /** Offsets beyond 200 years do not fit into nanoseconds; such a clock tells no time. */
    private static boolean within(Sample s) {
        return Math.abs(Duration.between(s.here(), s.told().time()).toDays()) < 200 * 366L;
    }

    private static long low(Sample s) {
        return Duration.between(s.here(), s.told().time()).toNanos();
    }

    private static long high(Sample s) {
        return Duration.between(s.asked(), s.told().time()).toNanos() + SECOND;
    }

    private static long trip(Sample s) {
        return Duration.between(s.asked(), s.here()).toNanos();
    }

    /** A device that was set by hand to local time is seldom better than a few seconds. */
    private static boolean quarterHours(long offset, long error) {
        long quarters = Math.round((double) offset / QUARTER);
        return quarters != 0
                && Math.abs(quarters) <= 14 * 4
                && Math.abs(offset - quarters * QUARTER) <= error + 5 * SECOND;
    }
}
