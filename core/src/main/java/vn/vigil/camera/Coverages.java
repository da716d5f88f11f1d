package vn.vigil.camera;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.TimeSpan;

/** What is there and what is missing of an asked span. Pure. */
final class Coverages {
    private Coverages() {}

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
