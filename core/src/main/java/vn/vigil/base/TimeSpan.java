package vn.vigil.base;

import java.time.Duration;
import java.time.Instant;

/**
 * A half-open span of true time, UTC.
 *
 * @param from first instant inside
 * @param to first instant no longer inside; after {@code from}
 */
public record TimeSpan(Instant from, Instant to) {
    public TimeSpan {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("span ends before it begins: " + from + "/" + to);
        }
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    public boolean contains(Instant t) {
        return !t.isBefore(from) && t.isBefore(to);
    }

    /** True when {@code other} lies wholly inside this span. */
    public boolean covers(TimeSpan other) {
        return !other.from.isBefore(from) && !other.to.isAfter(to);
    }

    public boolean overlaps(TimeSpan other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    /** The same span on a clock that runs {@code offset} ahead. */
    public TimeSpan plus(Duration offset) {
        return new TimeSpan(from.plus(offset), to.plus(offset));
    }
}
