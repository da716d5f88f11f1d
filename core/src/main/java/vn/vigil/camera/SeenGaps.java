package vn.vigil.camera;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.TimeSpan;

/** The holes between the pictures that came, by camera time. For one thread. */
final class SeenGaps {
    /** Two pictures further apart than this, by camera time, have a hole between them; slower streams are not used for watching. */
    private static final Duration HOLE = Duration.ofSeconds(2);

    private static final int MAX_GAPS = 10_000;

    private final List<TimeSpan> gaps = new ArrayList<>();
    private Instant last;

    /** The next picture. */
    void add(AccessUnit unit) {
        Instant now = unit.cameraTime();
        if (now != null && last != null && last.isBefore(now) && gaps.size() < MAX_GAPS) {
            Duration step = Duration.between(last, now);
            if (unit.afterLoss() || step.compareTo(HOLE) > 0) {
                gaps.add(new TimeSpan(last, now));
            }
        }
        if (now != null && (last == null || now.isAfter(last))) {
            last = now;
        }
    }

    List<TimeSpan> all() {
        return List.copyOf(gaps);
    }
}
