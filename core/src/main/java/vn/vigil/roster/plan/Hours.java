package vn.vigil.roster.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.vigil.base.TimeSpan;

/** Arithmetic on spans of true time. Pure. */
final class Hours {
    /** Below this many minutes between 22:00 and 06:00 a duty is no night. */
    static final long NIGHT_MINUTES = 180;

    private static final int NIGHT_BEGINS = 22;
    private static final int NIGHT_ENDS = 6;

    private Hours() {}

    static long minutes(TimeSpan span) {
        return span.length().toMinutes();
    }

    static long common(TimeSpan a, TimeSpan b) {
        Instant from = a.from().isAfter(b.from()) ? a.from() : b.from();
        Instant to = a.to().isBefore(b.to()) ? a.to() : b.to();
        return from.isBefore(to) ? Duration.between(from, to).toMinutes() : 0;
    }

    static long common(TimeSpan a, List<TimeSpan> others) {
        long sum = 0;
        for (TimeSpan other : others) {
            sum += common(a, other);
        }
        return sum;
    }

    /** A day of the zone from midnight to midnight. */
    static TimeSpan day(LocalDate day, ZoneId zone) {
        return new TimeSpan(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** Days from first to last. */
    static TimeSpan days(LocalDate first, LocalDate last, ZoneId zone) {
        return new TimeSpan(
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** Minutes between 22:00 and 06:00 of local time (Labour Code, art. 106). */
    static long nightMinutes(TimeSpan span, ZoneId zone) {
        long sum = 0;
        LocalDate last = LocalDate.ofInstant(span.to(), zone);
        for (LocalDate d = LocalDate.ofInstant(span.from(), zone).minusDays(1); !d.isAfter(last); d = d.plusDays(1)) {
            sum += common(
                    span,
                    new TimeSpan(
                            d.atTime(NIGHT_BEGINS, 0).atZone(zone).toInstant(),
                            d.plusDays(1).atTime(NIGHT_ENDS, 0).atZone(zone).toInstant()));
        }
        return sum;
    }

    static boolean night(TimeSpan span, ZoneId zone) {
        return nightMinutes(span, zone) >= NIGHT_MINUTES;
    }

    /** In order, what touches or overlaps made one. */
    static List<TimeSpan> merged(List<TimeSpan> spans) {
        List<TimeSpan> sorted = new ArrayList<>(spans);
        sorted.sort(Comparator.comparing(TimeSpan::from).thenComparing(TimeSpan::to));
        List<TimeSpan> out = new ArrayList<>();
        for (TimeSpan span : sorted) {
            TimeSpan last = out.isEmpty() ? null : out.get(out.size() - 1);
            if (last == null || span.from().isAfter(last.to())) {
                out.add(span);
            } else if (span.to().isAfter(last.to())) {
                out.set(out.size() - 1, new TimeSpan(last.from(), span.to()));
            }
        }
        return out;
    }

    /** What is left of a span when others are taken out; in order. */
    static List<TimeSpan> without(TimeSpan span, List<TimeSpan> taken) {
        List<TimeSpan> left = new ArrayList<>();
        Instant at = span.from();
        for (TimeSpan t : merged(taken)) {
            if (t.from().isAfter(at) && at.isBefore(span.to())) {
                Instant to = t.from().isBefore(span.to()) ? t.from() : span.to();
                left.add(new TimeSpan(at, to));
            }
            at = t.to().isAfter(at) ? t.to() : at;
        }
        if (at.isBefore(span.to())) {
            left.add(new TimeSpan(at, span.to()));
        }
        return left;
    }
}
