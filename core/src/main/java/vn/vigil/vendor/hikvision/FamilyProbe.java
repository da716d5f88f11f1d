package vn.vigil.vendor.hikvision;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Finds out what a device means by the times of its recordings: what it recorded a moment ago must end at what its own clock
 * shows, read one way or the other. For one thread.
 */
final class FamilyProbe {
    /** How far a recording that is still growing may end from the device's clock. */
    private static final Duration NEAR = Duration.ofMinutes(5);
    /** How far behind its clock no recording can end. */
    private static final Duration AHEAD = Duration.ofMinutes(2);

    /** Asks for all recordings of a span of written times. */
    interface Searching {
        List<SegmentSearch.Hit> in(Instant from, Instant to) throws HikvisionException;
    }

    private FamilyProbe() {}

    static TimeFamily find(HikvisionClock clock, Searching search) throws HikvisionException {
        Instant utc = clock.time();
        Instant local = utc.plusSeconds(clock.zoneOffset().getTotalSeconds());
        if (clock.zoneOffset().equals(ZoneOffset.UTC)) {
            return TimeFamily.UTC; // the two are one
        }
        boolean east = utc.isBefore(local);
        Instant earlier = east ? utc : local;
        Instant later = east ? local : utc;
        TimeFamily byEarlier = east ? TimeFamily.UTC : TimeFamily.LOCAL_AS_UTC;
        TimeFamily byLater = east ? TimeFamily.LOCAL_AS_UTC : TimeFamily.UTC;

        // By the earlier reading nothing can end behind this point: it has not happened yet.
        Instant future = newest(search.in(earlier.plus(AHEAD), later.plus(NEAR)));
        if (future != null && future.isAfter(earlier.plus(AHEAD))) {
            // Behind both readings: the device's clock was set back meanwhile, and proves nothing.
            return future.isAfter(later.plus(AHEAD)) ? TimeFamily.UNKNOWN : byLater;
        }
        Instant last = newest(search.in(earlier.minus(NEAR.multipliedBy(2)), earlier.plus(AHEAD)));
        return last != null && !last.isBefore(earlier.minus(NEAR)) ? byEarlier : TimeFamily.UNKNOWN;
    }

    private static Instant newest(List<SegmentSearch.Hit> hits) {
        Instant newest = null;
        for (SegmentSearch.Hit hit : hits) {
            newest = newest == null || hit.to().isAfter(newest) ? hit.to() : newest;
        }
        return newest;
    }
}
