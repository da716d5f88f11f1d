package vn.vigil.hold;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.vigil.base.TimeSpan;

/** Arithmetic of spans. Pure. */
final class Spans {
    private Spans() {}

    /**
     * What is left of a span without what is there, and with what is missing in the midst of that again.
     *
     * @param least what is shorter counts as there
     */
    static List<TimeSpan> without(TimeSpan whole, List<TimeSpan> there, List<TimeSpan> holes, Duration least) {
        List<TimeSpan> left = new ArrayList<>();
        List<TimeSpan> sorted = new ArrayList<>(there);
        sorted.sort(Comparator.comparing(TimeSpan::from));
        Instant at = whole.from();
        for (TimeSpan one : sorted) {
            add(left, at, one.from(), whole, least);
            at = one.to().isAfter(at) ? one.to() : at;
        }
        add(left, at, whole.to(), whole, least);
        for (TimeSpan hole : holes) {
            if (left.stream().noneMatch(hole::overlaps)) {
                add(left, hole.from(), hole.to(), whole, least);
            }
        }
        left.sort(Comparator.comparing(TimeSpan::from));
        return left;
    }

    private static void add(List<TimeSpan> left, Instant from, Instant to, TimeSpan whole, Duration least) {
        Instant a = from.isBefore(whole.from()) ? whole.from() : from;
        Instant b = to.isAfter(whole.to()) ? whole.to() : to;
        if (Duration.between(a, b).compareTo(least) >= 0) {
            left.add(new TimeSpan(a, b));
        }
    }
}
