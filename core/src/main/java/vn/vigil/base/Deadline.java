package vn.vigil.base;

import java.time.Duration;

/**
 * A moment on the monotonic ticker by which something must have ended. Immutable.
 */
public final class Deadline {
    private final World world;
    private final long at;

    private Deadline(World world, long at) {
        this.world = world;
        this.at = at;
    }

    /** A deadline {@code length} from now. */
    public static Deadline in(World world, Duration length) {
        return new Deadline(world, world.nanos() + length.toNanos());
    }

    /** The time left, never negative. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, at - world.nanos()));
    }

    /** The time left in milliseconds, at least 1 while any is left: fit for socket timeouts, where 0 would mean for ever. */
    public int leftMillis() {
        long nanos = at - world.nanos();
        return nanos <= 0 ? 0 : (int) Math.min(Integer.MAX_VALUE, Math.max(1, nanos / 1_000_000));
    }

    public boolean passed() {
        return at - world.nanos() <= 0;
    }

    /** The earlier of this deadline and one {@code length} from now. */
    public Deadline within(Duration length) {
        long other = world.nanos() + length.toNanos();
        return other - at < 0 ? new Deadline(world, other) : this;
    }
}
