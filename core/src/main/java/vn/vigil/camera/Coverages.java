package vn.vigil.camera;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.vigil.base.TimeSpan;

/** What is there and what is missing of an asked span. Pure. */
final class Coverages {
    private Coverages() {}

    /**
     * The stretches that spans make up together, in order, apart from each other.
     *
     * @param slack spans that lie no further apart than this belong together
     */
    static List<TimeSpan> merged(List<TimeSpan> spans, Duration slack) {
        List<TimeSpan> sorted = new ArrayList<>(spans);
        sorted.sort(Comparator.comparing(TimeSpan::from));
        List<TimeSpan> merged = new ArrayList<>();
        for (TimeSpan span : sorted) {
            TimeSpan last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last == null || span.from().isAfter(last.to().plus(slack))) {
                merged.add(span);
            } else if (span.to().isAfter(last.to())) {
                merged.set(merged.size() - 1, new TimeSpan(last.from(), span.to()));
            }
        }
        return merged;
    }

    /** @param spans in order, apart from each other; they may reach beyond the asked span */
    static Footage within(TimeSpan asked, List<TimeSpan> spans) {
        List<TimeSpan> present = new ArrayList<>();
        List<TimeSpan> gaps = new ArrayList<>();
        Instant reached = asked.from();
        for (TimeSpan span : spans) {
            Instant from = span.from().isAfter(reached) ? span.from() : reached;
            Instant to = span.to().isBefore(asked.to()) ? span.to() : asked.to();
            if (!from.isBefore(to)) {
                continue;
            }
            if (reached.isBefore(from)) {
                gaps.add(new TimeSpan(reached, from));
            }
            present.add(new TimeSpan(from, to));
            reached = to;
        }
        if (reached.isBefore(asked.to())) {
            gaps.add(new TimeSpan(reached, asked.to()));
        }
        return new Footage(Footage.Source.RECORDER, present, gaps);
    }
}
