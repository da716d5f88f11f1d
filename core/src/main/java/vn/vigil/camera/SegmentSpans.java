package vn.vigil.camera;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.vigil.base.TimeSpan;

/**
 * What a row of segments holds of a span. A segment whose next one begins when it usually does is taken to last until then; one
 * that is the first or the last, or whose next one comes earlier or later than usual, or that is less than half as large as the
 * others, is looked into. Pure but for that look.
 */
final class SegmentSpans {
    private final Duration tolerance;
    private final Look look;

    /** Tells how long a segment's pictures last. */
    interface Look {
        /** Null when it holds nothing that can be read. */
        Duration length(Segment segment);

        /** Whether there is time for another look; if not, segments count as long as they usually are. */
        boolean time();
    }

    /** @param tolerance how far a beginning and an end may lie apart before that is a hole */
    SegmentSpans(Duration tolerance, Look look) {
        this.tolerance = tolerance;
        this.look = look;
    }

    /** @param segments in order: those that begin in the span, and the last before */
    Footage footage(TimeSpan asked, List<Segment> segments) {
        Duration usual = usual(segments);
        long usualBytes = usualBytes(segments);
        List<TimeSpan> present = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            Segment s = segments.get(i);
            Instant next = i + 1 < segments.size() ? segments.get(i + 1).from() : null;
            Duration step = next == null ? null : Duration.between(s.from(), next);
            boolean regular = i > 0
                    && step != null
                    && usual != null
                    && step.minus(usual).abs().compareTo(tolerance) <= 0
                    && s.bytes() >= usualBytes / 2;
            if (regular) {
                add(present, s.from(), next);
                continue;
            }
            Duration length = usual == null || look.time() ? look.length(s) : usual;
            if (length != null && !length.isZero()) {
                Instant end = s.from().plus(length);
                add(present, s.from(), next != null && end.isAfter(next) ? next : end);
            }
        }
        return within(asked, present);
    }

    private void add(List<TimeSpan> present, Instant from, Instant to) {
        TimeSpan last = present.isEmpty() ? null : present.get(present.size() - 1);
        if (last != null && Duration.between(last.to(), from).compareTo(tolerance) <= 0) {
            present.set(present.size() - 1, new TimeSpan(last.from(), to.isAfter(last.to()) ? to : last.to()));
        } else {
            present.add(new TimeSpan(from, to));
        }
    }

    /** Cut to the asked span, with what is missing of it. */
    private Footage within(TimeSpan asked, List<TimeSpan> present) {
        List<TimeSpan> inside = new ArrayList<>();
        List<TimeSpan> gaps = new ArrayList<>();
        Instant at = asked.from();
        for (TimeSpan span : present) {
            if (!span.overlaps(asked)) {
                continue;
            }
            Instant from = span.from().isBefore(asked.from()) ? asked.from() : span.from();
            Instant to = span.to().isAfter(asked.to()) ? asked.to() : span.to();
            if (at.isBefore(from)) {
                gaps.add(new TimeSpan(at, from));
            }
            inside.add(new TimeSpan(from, to));
            at = to;
        }
        if (at.isBefore(asked.to())) {
            gaps.add(new TimeSpan(at, asked.to()));
        }
        return new Footage(Footage.Source.RECORDER, inside, gaps);
    }

    /** The middle of all distances; null when there are fewer than three. */
    private static Duration usual(List<Segment> segments) {
        if (segments.size() < 4) {
            return null;
        }
        long[] steps = new long[segments.size() - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = Duration.between(
                            segments.get(i).from(), segments.get(i + 1).from())
                    .toNanos();
        }
        Arrays.sort(steps);
        return Duration.ofNanos(steps[steps.length / 2]);
    }

    private static long usualBytes(List<Segment> segments) {
        long[] sizes = segments.stream().mapToLong(Segment::bytes).sorted().toArray();
        return sizes.length == 0 ? 0 : sizes[sizes.length / 2];
    }
}
