package vn.vigil.roster.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.vigil.base.TimeSpan;

/** Sets of time: lists of spans in order, without overlap and without touching. Pure. */
final class Spans {
    private Spans() {}

    /** Null when nothing lies between. */
    static TimeSpan between(Instant from, Instant to) {
        return from.isBefore(to) ? new TimeSpan(from, to) : null;
    }

    /** What two spans share; null when nothing. */
    static TimeSpan both(TimeSpan a, TimeSpan b) {
        return between(later(a.from(), b.from()), earlier(a.to(), b.to()));
    }

    static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    static List<TimeSpan> union(List<TimeSpan> any) {
        List<TimeSpan> sorted = new ArrayList<>(any);
        sorted.sort(Comparator.comparing(TimeSpan::from));
        List<TimeSpan> out = new ArrayList<>();
        for (TimeSpan span : sorted) {
            TimeSpan last = out.isEmpty() ? null : out.get(out.size() - 1);
            if (last != null && !span.from().isAfter(last.to())) {
                out.set(out.size() - 1, new TimeSpan(last.from(), later(last.to(), span.to())));
            } else {
                out.add(span);
            }
        }
        return out;
    }

    static List<TimeSpan> both(List<TimeSpan> a, TimeSpan b) {
        List<TimeSpan> out = new ArrayList<>();
        for (TimeSpan span : a) {
            TimeSpan shared = both(span, b);
            if (shared != null) {
                out.add(shared);
            }
        }
        return out;
    }

    /** What lies in the first set and not in the second. */
    static List<TimeSpan> without(List<TimeSpan> a, List<TimeSpan> b) {
        List<TimeSpan> out = new ArrayList<>();
        for (TimeSpan span : a) {
            Instant from = span.from();
            for (TimeSpan hole : b) {
                if (hole.overlaps(span)) {
                    TimeSpan before = between(from, hole.from());
                    if (before != null) {
                        out.add(before);
                    }
                    from = later(from, hole.to());
                }
            }
            TimeSpan rest = between(from, span.to());
            if (rest != null) {
                out.add(rest);
            }
        }
        return out;
    }

    static Duration length(List<TimeSpan> spans) {
        Duration sum = Duration.ZERO;
        for (TimeSpan span : spans) {
            sum = sum.plus(span.length());
        }
        return sum;
    }
}
