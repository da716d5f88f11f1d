package vn.vigil.camera;

import java.time.Duration;
import java.time.Instant;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.TrackFormat;
import vn.vigil.media.Extent;

/**
 * The one time line through all segments of a replay. It starts where the first segment's name says; a following segment goes on
 * where the pictures of the one before end, unless its name says that it begins later than names are precise: then there is a
 * hole. Names with whole seconds are cut off, so that by themselves they would make pictures overlap or part. Pure but for its
 * state; for one thread.
 */
final class FolderTimes {
    private static final int VIDEO_RATE = 90_000;

    private final Duration tolerance;
    private Instant zero;
    private long begin;
    private long offset;
    private Extent extent;

    /** @param tolerance how far a name may be from the time line */
    FolderTimes(Duration tolerance) {
        this.tolerance = tolerance;
    }

    /**
     * A segment begins.
     *
     * @param from what its name says
     * @param firstTime earliest time of its first pictures, as the file counts
     * @param skipped something before it could not be read
     * @return whether there is a hole before it
     */
    boolean enter(Instant from, long firstTime, boolean skipped) {
        boolean hole = false;
        if (zero == null) {
            zero = from;
        } else {
            long end = extent.begun() ? extent.end() : begin;
            long named = ticks(Duration.between(zero, from));
            hole = skipped || named - end > ticks(tolerance);
            begin = hole ? Math.max(end, named) : end;
        }
        offset = begin - firstTime;
        extent = new Extent();
        return hole;
    }

    /** The end of what has come, camera time; null while nothing has. */
    Instant end() {
        return extent == null || !extent.begun() ? null : at(extent.end());
    }

    /** A moment as the entered segment's file counts it. */
    long inFile(Instant at) {
        return ticks(Duration.between(zero, at)) - offset;
    }

    /** A unit of the segment on the time line. */
    AccessUnit place(AccessUnit unit, TrackFormat format, boolean afterLoss, long arrivedNanos) {
        boolean video = format.codec().video();
        long moved = video ? offset : Math.round(offset * (double) format.clockRate() / VIDEO_RATE);
        long time = unit.time() + moved;
        if (video) {
            extent.add(time);
        }
        Instant at = video ? at(time) : zero.plusNanos(nanos(time, format.clockRate()));
        return new AccessUnit(
                unit.track(), unit.data(), unit.keyFrame(), time, at, arrivedNanos, afterLoss || unit.afterLoss());
    }

    private Instant at(long ticks) {
        return zero.plusNanos(nanos(ticks, VIDEO_RATE));
    }

    /** Without overflow for any stretch that a replay can have. */
    private static long nanos(long ticks, long rate) {
        return Math.floorDiv(ticks, rate) * 1_000_000_000L + Math.floorMod(ticks, rate) * 1_000_000_000L / rate;
    }

    private static long ticks(Duration length) {
        return length.getSeconds() * VIDEO_RATE + length.getNano() * (long) VIDEO_RATE / 1_000_000_000L;
    }
}
