package vn.vigil.extract;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.TimeSpan;
import vn.vigil.evidence.ClipSheet;
import vn.vigil.footage.Taken;

/** Holes at the ends of clips: no picture of the clip stands on their far side, so whoever takes it does not see them. Pure. */
final class Edges {
    /** A shorter one lies between two pictures of a slow camera, or within the error of its clock. */
    private static final Duration HOLE = Duration.ofSeconds(2);

    private Edges() {}

    /**
     * Adds to the sheets what is missing before the first clip, between two clips, and behind the last.
     *
     * @param taken the clips of one asked span, in order of time
     */
    static List<Taken> told(List<Taken> taken) {
        List<Taken> all = new ArrayList<>();
        for (Taken one : taken) {
            Instant before = all.isEmpty()
                    ? one.sheet().asked().from()
                    : all.get(all.size() - 1).end();
            all.add(with(one, before, one.start(), 0));
        }
        int end = all.size() - 1;
        if (end >= 0) {
            Taken last = all.get(end);
            all.set(
                    end,
                    with(
                            last,
                            last.end(),
                            last.sheet().asked().to(),
                            last.sheet().gaps().size()));
        }
        return all;
    }

    private static Taken with(Taken one, Instant from, Instant to, int at) {
        ClipSheet sheet = one.sheet();
        if (sheet.firstPicture() == null || Duration.between(from, to).compareTo(HOLE) <= 0) {
            return one;
        }
        Duration offset =
                sheet.clock().offset() == null ? Duration.ZERO : sheet.clock().offset();
        List<TimeSpan> gaps = new ArrayList<>(sheet.gaps());
        gaps.add(at, new TimeSpan(from, to).plus(offset));
        return new Taken(one.camera(), one.facts(), sheet.withGaps(gaps), one.start(), one.end());
    }
}
