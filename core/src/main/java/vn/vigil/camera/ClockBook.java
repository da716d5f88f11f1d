package vn.vigil.camera;

import java.time.Duration;
import java.time.Instant;

/** How a camera's clock stood at some time, from readings of other times. Pure. */
final class ClockBook {
    private ClockBook() {}

    /**
     * The reading nearest to {@code at}. Its error is widened so that what the readings before and behind say is within it:
     * somewhere between them the clock was set or drifted, and nobody knows when.
     *
     * @param before the last reading at or before, or null
     * @param behind the first reading behind, or null
     * @return null when both are
     */
    static ClockReading at(ClockReading before, ClockReading behind, Instant at) {
        if (before == null || behind == null) {
            return before == null ? behind : before;
        }
        boolean earlier =
                Duration.between(before.measuredAt(), at).compareTo(Duration.between(at, behind.measuredAt())) <= 0;
        ClockReading near = earlier ? before : behind;
        ClockReading far = earlier ? behind : before;
        Duration apart = near.offset().minus(far.offset()).abs().plus(far.error());
        Duration error = apart.compareTo(near.error()) > 0 && !agree(near, far) ? apart : near.error();
        return new ClockReading(near.offset(), error, near.how(), near.measuredAt());
    }

    /** Whether one offset could have been behind both. */
    private static boolean agree(ClockReading one, ClockReading other) {
        return one.offset().minus(other.offset()).abs().compareTo(one.error().plus(other.error())) <= 0;
    }
}
