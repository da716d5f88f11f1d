package vn.vigil.camera.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * When whole runs of one part began and ended. Pure.
 *
 * @param part from 1, of {@code parts}
 * @param finishedAt of the last run that ended, or null
 * @param intervals between the last starts, newest last
 */
record Heartbeat(int part, int parts, Instant startedAt, Instant finishedAt, int cameras, List<Duration> intervals) {
    /** So many intervals are remembered: few, so that a new timetable is learned within three runs. */
    private static final int REMEMBERED = 5;

    /** Fewer say nothing about the timetable. */
    private static final int ENOUGH = 3;

    /** No timetable is shorter: cron's finest is a minute. Runs closer together are started by hand, and teach nothing. */
    private static final Duration BY_HAND = Duration.ofSeconds(30);

    /** The usual time between starts; null while it is not known. */
    Duration usual() {
        if (intervals.size() < ENOUGH) {
            return null;
        }
        List<Duration> sorted = new ArrayList<>(intervals);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    /** Was vigil away for more than two intervals before a run that begins now? */
    boolean missed(Instant now) {
        Duration usual = usual();
        return usual != null && now.isAfter(lastSign().plus(usual.multipliedBy(2)));
    }

    /** When it last showed that it lives. */
    Instant lastSign() {
        return finishedAt != null && finishedAt.isAfter(startedAt) ? finishedAt : startedAt;
    }

    Heartbeat began(Instant now, int allCameras) {
        List<Duration> more = new ArrayList<>(intervals);
        Duration interval = Duration.between(startedAt, now);
        if (interval.compareTo(BY_HAND) >= 0) {
            more.add(interval);
        }
        return new Heartbeat(
                part,
                parts,
                now,
                finishedAt,
                allCameras,
                more.subList(Math.max(0, more.size() - REMEMBERED), more.size()));
    }

    Heartbeat finished(Instant now) {
        return new Heartbeat(part, parts, startedAt, now, cameras, intervals);
    }
}
