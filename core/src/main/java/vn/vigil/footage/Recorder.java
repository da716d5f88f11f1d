package vn.vigil.footage;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.Deadline;
import vn.vigil.base.Message;
import vn.vigil.base.Progress;
import vn.vigil.base.TrackFormat;
import vn.vigil.base.World;
import vn.vigil.camera.FootageSource;
import vn.vigil.media.ClipFacts;
import vn.vigil.media.Mp4Writer;
import vn.vigil.media.ParameterSets;

/**
 * Takes footage from a source into MP4 files, nothing re-encoded. A new file begins where the picture's parameters change,
 * where a file would grow past its limit, and behind a hole too long for one time line. One thread.
 */
final class Recorder {
    /** Video that stops for so long is broken off: the recorder has ended, or stalls. */
    private static final Duration STALL = Duration.ofSeconds(20);

    /** A longer hole starts a new file; MP4 counts a sample's length in 32 bits. */
    private static final Duration LONGEST_HOLE = Duration.ofHours(1);

    /** How many pictures a stream may hold back for reordering when it does not say (H.264 allows 16, cameras use 0 to 3). */
    private static final int REORDER_UNTOLD = 4;

    /**
     * One finished file.
     *
     * @param firstPicture camera time of its first picture, in whole milliseconds as {@code lastPicture}; null when the camera told no time
     * @param lastPicture camera time of its last picture; null when the camera told no time
     */
    record Take(ClipFacts facts, Instant firstPicture, Instant lastPicture) {}

    private final World world;
    private final Path folder;
    private final String name;
    private final long maxBytes;
    private final Progress progress;
    private final Message step;

    private final List<Take> takes = new ArrayList<>();
    private List<TrackFormat> tracks;
    private int video;
    private TrackFormat told;
    private TrackFormat fresh;
    private Mp4Writer writer;
    private Duration expected;
    private long bytes;
    private long firstTicks;
    private long lastTicks;
    private Instant knownTime;
    private long knownTicks;

    /**
     * @param folder where the files go; exists
     * @param name their beginning
     * @param maxBytes a file grows about so far and no further
     * @param step what progress is told, in the user's words
     */
    Recorder(World world, Path folder, String name, long maxBytes, Progress progress, Message step) {
        this.world = world;
        this.folder = folder;
        this.name = name;
        this.maxBytes = maxBytes;
        this.progress = progress;
        this.step = step;
    }

    /** Takes a replay up to the first picture at or after {@code end}, camera time. */
    List<Take> replay(FootageSource source, Instant end, Duration length) {
        begin(source, length);
        try {
            List<AccessUnit> late = new ArrayList<>();
            for (AccessUnit unit = next(source); unit != null; unit = next(source)) {
                boolean past = unit.cameraTime() != null && !unit.cameraTime().isBefore(end);
                if (past && unit.track() == video) {
                    late.add(unit);
                    if (late.size() > reorder()) {
                        break;
                    }
                } else if (!past) {
                    if (unit.track() == video) {
                        // A picture from before the end comes after one behind it: it refers to that one.
                        for (AccessUnit needed : late) {
                            take(needed);
                        }
                        late.clear();
                    }
                    take(unit);
                    tell(length);
                }
            }
            return finish();
        } finally {
            abandon();
        }
    }

    /** Takes live footage for {@code length}, from the first picture on. */
    List<Take> live(FootageSource source, Duration length) {
        begin(source, length);
        try {
            long begun = Long.MIN_VALUE;
            for (AccessUnit unit = next(source); unit != null; unit = next(source)) {
                if (unit.track() == video) {
                    if (begun == Long.MIN_VALUE) {
                        begun = unit.time();
                    }
                    if (ticks(unit.time() - begun).compareTo(length) >= 0) {
                        break;
                    }
                }
                take(unit);
                tell(length);
            }
            return finish();
        } finally {
            abandon();
        }
    }

    private void begin(FootageSource source, Duration length) {
        tracks = new ArrayList<>(source.tracks());
        expected = length;
        video = 0;
        while (!tracks.get(video).codec().video()) {
            video++;
        }
        told = tracks.get(video);
    }

    /** A source may tell of new parameters beside the pictures, as where a recorder begins another file. */
    private AccessUnit next(FootageSource source) {
        AccessUnit unit = source.next(Deadline.in(world, STALL));
        if (unit != null && unit.track() == video && unit.keyFrame()) {
            TrackFormat now = source.tracks().get(video);
            if (!same(told, now)) {
                told = now;
                fresh = now;
            }
        }
        return unit;
    }

    private static boolean same(TrackFormat a, TrackFormat b) {
        return a.codec() == b.codec()
                && Arrays.deepEquals(
                        a.parameterSets().toArray(), b.parameterSets().toArray());
    }

    private void take(AccessUnit unit) {
        if (unit.track() != video) {
            if (writer != null) {
                writer.write(unit);
            }
            return;
        }
        if (fresh != null && unit.keyFrame()) {
            if (!same(fresh, tracks.get(video))) {
                closeFile();
                tracks.set(video, fresh);
            }
            fresh = null;
        }
        TrackFormat changed = ParameterSets.changed(tracks.get(video), unit);
        if (writer == null && !unit.keyFrame() && changed == null) {
            return;
        }
        if (changed != null) {
            closeFile();
            tracks.set(video, changed);
        } else if (writer != null && unit.keyFrame() && (bytes > maxBytes || hole(unit))) {
            closeFile();
        }
        if (writer == null) {
            writer = Mp4Writer.create(folder.resolve(name + "-" + (takes.size() + 1) + ".mp4"), tracks, expected);
            bytes = 0;
            firstTicks = unit.time();
            lastTicks = unit.time();
            knownTime = null;
        }
        writer.write(unit);
        bytes += unit.data().length;
        firstTicks = Math.min(firstTicks, unit.time());
        lastTicks = Math.max(lastTicks, unit.time());
        if (knownTime == null && unit.cameraTime() != null) {
            knownTime = unit.cameraTime();
            knownTicks = unit.time();
        }
    }

    private boolean hole(AccessUnit unit) {
        return ticks(unit.time() - lastTicks).compareTo(LONGEST_HOLE) > 0;
    }

    private int reorder() {
        int told = ParameterSets.facts(tracks.get(video)).reorder();
        return told >= 0 ? told : REORDER_UNTOLD;
    }

    private Duration ticks(long count) {
        return Duration.ofNanos(Math.multiplyExact(count, 1_000_000_000L / 1000)
                / tracks.get(video).clockRate()
                * 1000);
    }

    private void tell(Duration length) {
        if (writer != null) {
            progress.at(
                    step, ticks(lastTicks - firstTicks).toMillis(), length.toMillis(), Progress.Unit.FOOTAGE);
        }
    }

    private void closeFile() {
        if (writer == null) {
            return;
        }
        ClipFacts facts = writer.finish();
        writer.close();
        writer = null;
        takes.add(new Take(facts, timeAt(firstTicks), timeAt(lastTicks)));
    }

    /** The camera's wall clock is one line through the first picture that carried it: sender reports come a little late. */
    private Instant timeAt(long ticks) {
        return knownTime == null
                ? null
                : knownTime.plus(ticks(ticks - knownTicks)).truncatedTo(ChronoUnit.MILLIS);
    }

    private List<Take> finish() {
        closeFile();
        return List.copyOf(takes);
    }

    private void abandon() {
        if (writer != null) {
            writer.close();
            writer = null;
        }
    }
}
