package vn.vigil.camera;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.TimeSpan;

/** Writes down the holes between pictures as they come. For one thread. */
final class GapBook {
    /** Two pictures further apart than this, by camera time, have a hole between them; slower streams are not used for watching. */
    private static final Duration HOLE = Duration.ofSeconds(2);

    private static final int MAX_GAPS = 10_000;

    private final List<TimeSpan> gaps = new ArrayList<>();
    private Instant last;

    /**
     * The next picture.
     *
     * @param time camera time, or null when none is told
     * @param afterLoss something is known to be missing before it
     */
    void picture(Instant time, boolean afterLoss) {
        if (time == null) {
            return;
        }
        if (last != null && last.isBefore(time) && gaps.size() < MAX_GAPS) {
            if (afterLoss || Duration.between(last, time).compareTo(HOLE) > 0) {
                gaps.add(new TimeSpan(last, time));
            }
        }
        if (last == null || time.isAfter(last)) {
            last = time;
        }
    }

    /** Camera time of the latest picture, or null. */
    Instant last() {
        return last;
    }

    List<TimeSpan> gaps() {
        return List.copyOf(gaps);
    }
}
