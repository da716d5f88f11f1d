package vn.vigil.camera;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.TimeSpan;

/**
 * Writes down the holes between pictures as they are shown, though they come as they are decoded: a picture is held back until none
 * before it can come. Some servers announce a hole before every picture that was reordered; it counts where one is missing. For one
 * thread.
 */
final class GapBook {
    /** Two pictures further apart than this, by camera time, have a hole between them; slower streams are not used for watching. */
    private static final Duration HOLE = Duration.ofSeconds(2);

    private static final int MAX_GAPS = 10_000;

    /** The standards reorder 16 at most. */
    private static final int WINDOW = 17;

    private List<TimeSpan> gaps = new ArrayList<>();
    private List<Instant> waiting = new ArrayList<>();
    private List<Duration> recent = new ArrayList<>();
    private Instant shown;
    private Instant last;
    private int suspect;

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
        // What is missing was to be shown at most so many pictures before or behind the one that told.
        suspect = afterLoss ? 2 * WINDOW : suspect;
        int at = waiting.size();
        while (at > 0 && waiting.get(at - 1).isAfter(time)) {
            at--;
        }
        waiting.add(at, time);
        if (last == null || time.isAfter(last)) {
            last = time;
        }
        if (waiting.size() > WINDOW) {
            show();
        }
    }

    private void show() {
        Instant time = waiting.get(0);
        if (shown != null && shown.isBefore(time)) {
            Duration step = Duration.between(shown, time);
            boolean missing =
                    suspect > 0 && step.compareTo(usual(step).multipliedBy(3).dividedBy(2)) > 0;
            if ((missing || step.compareTo(HOLE) > 0) && gaps.size() < MAX_GAPS) {
                gaps.add(new TimeSpan(shown, time));
            }
            recent.add(step);
            if (recent.size() > WINDOW) {
                recent.remove(0);
            }
        }
        waiting.remove(0);
        suspect = Math.max(0, suspect - 1);
        if (shown == null || time.isAfter(shown)) {
            shown = time;
        }
    }

    /** The median of the steps around; zero when there are none to go by. */
    private Duration usual(Duration step) {
        List<Duration> steps = new ArrayList<>(recent);
        for (int i = 1; i < waiting.size(); i++) {
            steps.add(Duration.between(waiting.get(i - 1), waiting.get(i)));
        }
        if (steps.isEmpty()) {
            return Duration.ZERO;
        }
        steps.add(step);
        steps.sort(null);
        return steps.get((steps.size() - 1) / 2);
    }

    /** Camera time of the latest picture, or null. */
    Instant last() {
        return last;
    }

    /** The holes among the pictures up to now. */
    List<TimeSpan> gaps() {
        GapBook end = new GapBook();
        end.gaps = new ArrayList<>(gaps);
        end.waiting = new ArrayList<>(waiting);
        end.recent = new ArrayList<>(recent);
        end.shown = shown;
        end.suspect = suspect;
        while (!end.waiting.isEmpty()) {
            end.show();
        }
        return List.copyOf(end.gaps);
    }
}
