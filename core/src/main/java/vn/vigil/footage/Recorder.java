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
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.camera.FootageSource;
import vn.vigil.evidence.ClipSheet;
import vn.vigil.media.CameraSignature;
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
     * So long the next signature is waited for behind the asked end: two groups of pictures of most cameras. Without it the
     * clip ends where it was to end.
     */
    static final Duration SIGNING_TAIL = Duration.ofSeconds(10);

    /**
     * One finished file.
     *
     * @param firstPicture camera time of its first picture, in whole milliseconds as {@code lastPicture}; null when the camera told no time
     * @param lastPicture camera time of its last picture; null when the camera told no time
     * @param signing the camera's own signatures in it; null when there are none
     */
    record Take(ClipFacts facts, Instant firstPicture, Instant lastPicture, ClipSheet.Signing signing) {}

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
    private CameraSignature.Kind signing;
    private CameraSignature certificate;
    private long signed;
    private Duration tail = Duration.ZERO;

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

    /**
     * Takes a replay up to the first picture at or after {@code end}, camera time; of a camera that signs its pictures up to the
     * next signature behind it.
     *
     * @param on so far behind the end the source goes on, {@link #SIGNING_TAIL} or zero
     * @return null when the camera signs its pictures, and the source should go on behind the end but does not
     */
    List<Take> replay(FootageSource source, Instant end, Duration on, Duration length) {
        begin(source, length);
        try {
            List<AccessUnit> late = new ArrayList<>();
            Instant until = end;
            boolean sealed = false;
            for (AccessUnit unit = next(source, late); unit != null; unit = next(source, late)) {
                boolean picture = unit.track() == video;
                boolean seal = picture && seal(unit);
                if (seal && on.isZero() && unit.cameraTime() != null) {
                    return null;
                }
                boolean past = unit.cameraTime() != null && !unit.cameraTime().isBefore(until);
                if (past && picture) {
                    late.add(unit);
                    if (seal && !sealed) {
                        sealed = true;
                        tail = Duration.between(end, unit.cameraTime());
                        late.forEach(this::take);
                        late.clear();
                        // Pictures that are shown before this one may come behind it.
                        until = unit.cameraTime().plusNanos(1);
                        continue;
                    }
                    boolean enough =
                            signing == null || sealed || !unit.cameraTime().isBefore(end.plus(on));
                    if (enough && late.size() > reorder()) {
                        break;
                    }
                } else if (picture
                        ? !past
                        : unit.cameraTime() == null || unit.cameraTime().isBefore(end)) {
                    if (picture) {
                        // A picture from before the end comes after one behind it: it refers to that one. What is shown
                        // between
                        // the two comes too.
                        for (AccessUnit needed : late) {
                            take(needed);
                            boolean later = !needed.cameraTime().isBefore(until);
                            until = later ? needed.cameraTime().plusNanos(1) : until;
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

    /** Takes live footage for {@code length}, from the first picture on; of a camera that signs up to the next signature. */
    List<Take> live(FootageSource source, Duration length) {
        begin(source, length);
        try {
            List<AccessUnit> late = new ArrayList<>();
            long begun = Long.MIN_VALUE;
            for (AccessUnit unit = next(source, late); unit != null; unit = next(source, late)) {
                boolean picture = unit.track() == video;
                boolean seal = picture && seal(unit);
                if (picture && begun == Long.MIN_VALUE) {
                    begun = unit.time();
                }
                Duration past = begun == Long.MIN_VALUE || !picture
                        ? Duration.ofMillis(-1)
                        : ticks(unit.time() - begun).minus(length);
                if (past.isNegative()) {
                    if (late.isEmpty()) {
                        take(unit);
                    }
                    tell(length);
                    continue;
                }
                late.add(unit);
                if (seal) {
                    tail = past;
                    late.forEach(this::take);
                }
                if (seal || signing == null || past.compareTo(SIGNING_TAIL) >= 0) {
                    break;
                }
            }
            return finish();
        } finally {
            abandon();
        }
    }

    /** Whether a picture carries a signature over those before it; a certificate alone is kept for files that lack it. */
    private boolean seal(AccessUnit unit) {
        boolean seal = false;
        for (CameraSignature found : CameraSignature.in(tracks.get(video).codec(), unit)) {
            signing = found.kind();
            certificate = found.certificate() ? found : certificate;
            seal |= !found.certificate();
        }
        return seal;
    }

    /** The certificate comes with the first picture only, and nobody can check a signature without it. */
    private AccessUnit withCertificate(AccessUnit unit) {
        if (certificate == null) {
            return unit;
        }
        for (CameraSignature found : CameraSignature.in(tracks.get(video).codec(), unit)) {
            if (found.certificate()) {
                return unit;
            }
        }
        return certificate.before(tracks.get(video).codec(), unit);
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

    /**
     * A source may tell of new parameters beside the pictures, as where a recorder begins another file. Where it breaks off behind
     * the asked end, it has ended.
     */
    private AccessUnit next(FootageSource source, List<AccessUnit> late) {
        AccessUnit unit;
        try {
            unit = source.next(Deadline.in(world, STALL));
        } catch (VigilException e) {
            if (late.isEmpty() && tail.isZero()) {
                throw e;
            }
            return null;
        }
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
        AccessUnit written = unit;
        if (writer == null) {
            writer = Mp4Writer.create(folder.resolve(name + "-" + (takes.size() + 1) + ".mp4"), tracks, expected);
            bytes = 0;
            signed = 0;
            written = withCertificate(unit);
            firstTicks = unit.time();
            lastTicks = unit.time();
            knownTime = null;
        }
        writer.write(written);
        bytes += written.data().length;
        signed += signing != null && seal(unit) ? 1 : 0;
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
            progress.at(step, ticks(lastTicks - firstTicks).toMillis(), length.toMillis(), Progress.Unit.FOOTAGE);
        }
    }

    private void closeFile() {
        if (writer == null) {
            return;
        }
        ClipFacts facts = writer.finish();
        writer.close();
        writer = null;
        ClipSheet.Signing told =
                signing == null || signed == 0 ? null : new ClipSheet.Signing(signing.word(), signed, tail);
        takes.add(new Take(facts, timeAt(firstTicks), timeAt(lastTicks), told));
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
