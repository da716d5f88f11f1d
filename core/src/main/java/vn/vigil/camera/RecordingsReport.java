package vn.vigil.camera;

import java.time.Instant;
import java.util.List;
import vn.vigil.base.TimeSpan;

/**
 * What is recorded of a span. All times are true site time: the device was asked for them by its own clock as it stood then.
 *
 * @param asked the span
 * @param source who said what is there
 * @param present what is recorded, in order, not overlapping; empty while not told
 * @param holes what is missing, in order; empty while not told
 * @param oldest the recorder's oldest recording, or null when not told
 * @param newest its newest, or null when not told
 * @param clock by which reading of its clock it was asked; null when none is known, and its clock was believed
 */
public record RecordingsReport(
        Camera camera,
        TimeSpan asked,
        Footage.Source source,
        List<TimeSpan> present,
        List<Hole> holes,
        Instant oldest,
        Instant newest,
        ClockReading clock) {
    public RecordingsReport {
        present = List.copyOf(present);
        holes = List.copyOf(holes);
    }

    /** Nothing is missing, and somebody said so. */
    public boolean whole() {
        return source == Footage.Source.RECORDER && holes.isEmpty();
    }
}
