package vn.vigil.footage;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.vigil.base.CameraId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.Progress;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.Version;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.camera.Camera;
import vn.vigil.camera.Cameras;
import vn.vigil.camera.ClockReading;
import vn.vigil.camera.FootageSource;
import vn.vigil.camera.SourceFacts;
import vn.vigil.evidence.ClipCheck;
import vn.vigil.evidence.ClipSheet;
import vn.vigil.media.ClipFacts;
import vn.vigil.media.Mp4Reader;
import vn.vigil.media.Mp4Writer;
import vn.vigil.media.TrackFacts;

/** Takes what was planned from its camera into files, nothing re-encoded, and measures each file from disk. One thread. */
public final class FootageTaker {
    /** As good as nothing, but not asked without a tail. */
    private static final Duration NO_FURTHER = Duration.ofMillis(1);

    private final World world;
    private final Cameras cameras;
    private final FootagePlanner planner;

    public FootageTaker(World world, Cameras cameras, FootagePlanner planner) {
        this.world = world;
        this.cameras = cameras;
        this.planner = planner;
    }

    /**
     * Takes one camera's footage.
     *
     * @param folder where the files go; exists, and holds nothing of the same name
     * @param name their beginning
     * @param maxBytes a file grows about so far and no further
     * @param notes what the operator should know is added: a time that rests on nothing the recorder told
     * @return what came, in order of time; empty when nothing did
     * @throws VigilException UNREACHABLE, DENIED, BUSY as the camera answers; FAILED when the disk gives back other pictures
     * @throws vn.vigil.media.MediaException when a file cannot be written
     */
    public List<Taken> take(
            Planned planned, Path folder, String name, long maxBytes, List<Message> notes, Progress progress) {
        List<Taken> taken = take(planned, Duration.ZERO, folder, name, maxBytes, notes, progress);
        if (taken != null) {
            return taken;
        }
        // The camera signs its pictures: once more, and on to the next signature as far as there is any.
        Instant now = planned.offset() == null ? world.now() : world.now().plus(planned.offset());
        Duration most = Duration.between(planned.deviceSpan().to(), now);
        Duration on = most.compareTo(Recorder.SIGNING_TAIL) < 0 ? most : Recorder.SIGNING_TAIL;
        if (on.compareTo(NO_FURTHER) > 0) {
            try {
                return take(planned, on, folder, name + "-signed", maxBytes, notes, progress);
            } catch (VigilException e) {
                if (e.kind() != ErrorKind.UNREACHABLE) {
                    throw e;
                }
                // Some recorders fall silent where the recording ends; what was asked for is theirs all the same.
            }
        }
        return take(planned, NO_FURTHER, folder, name + "-short", maxBytes, notes, progress);
    }

    /** @return null when the camera signs its pictures and was not asked to go on behind the end */
    private List<Taken> take(
            Planned planned,
            Duration on,
            Path folder,
            String name,
            long maxBytes,
            List<Message> notes,
            Progress progress) {
        CameraId camera = planned.camera();
        Message step = FootageText.STEP_RECEIVE.with(camera);
        Duration length = planned.wanted().asked().length();
        Recorder recorder = new Recorder(world, folder, name, maxBytes, progress, step);
        Instant begun = world.now();
        try (FootageSource source = planner.open(planned, on)) {
            List<Recorder.Take> takes = planned.deviceSpan() == null
                    ? recorder.live(source, length)
                    : recorder.replay(source, planned.deviceSpan().to(), on, length);
            if (takes == null) {
                return null;
            }
            Camera known = cameras.get(camera);
            return measured(
                    new ClipSheet.Camera(
                            camera.value(),
                            known.name(),
                            source.facts().device().model(),
                            source.facts().device().serial(),
                            source.facts().device().firmware(),
                            source.facts().url(),
                            source.facts().driver()),
                    planned,
                    takes,
                    source.facts(),
                    begun,
                    notes);
        }
    }

    /**
     * Takes a part of footage that lies here already, from whatever reads it.
     *
     * @param camera what was known of the camera when it was taken
     * @param planned whose times count as those of {@code source}
     * @throws VigilException as above
     */
    public List<Taken> copy(
            ClipSheet.Camera camera,
            Planned planned,
            FootageSource source,
            Path folder,
            String name,
            long maxBytes,
            List<Message> notes,
            Progress progress) {
        Duration length = planned.wanted().asked().length();
        Recorder recorder =
                new Recorder(world, folder, name, maxBytes, progress, FootageText.STEP_RECEIVE.with(camera.id()));
        List<Recorder.Take> takes = recorder.replay(source, planned.deviceSpan().to(), Recorder.SIGNING_TAIL, length);
        return measured(camera, planned, takes, source.facts(), world.now(), notes);
    }

    private static List<Taken> measured(
            ClipSheet.Camera camera,
            Planned planned,
            List<Recorder.Take> takes,
            SourceFacts source,
            Instant begun,
            List<Message> notes) {
        List<Taken> taken = new ArrayList<>();
        boolean assumed = false;
        for (Recorder.Take take : takes) {
            Taken one = measure(
                    camera,
                    planned,
                    take.facts(),
                    take.firstPicture(),
                    take.lastPicture(),
                    take.signing(),
                    source,
                    begun);
            if (!aroundIt(one, planned.asked())) {
                assumed |= one.timeAssumed();
                taken.add(one);
            }
        }
        if (assumed) {
            notes.add(FootageText.TIME_ASSUMED.with(camera.id()));
        }
        return taken;
    }

    /** Whether no picture is of the asked time: the key frame before a hole, and what follows behind it, lead to nothing. */
    private static boolean aroundIt(Taken one, TimeSpan asked) {
        ClipSheet sheet = one.sheet();
        if (asked == null || sheet.firstPicture() == null) {
            return false;
        }
        boolean hole = false;
        for (TimeSpan gap : sheet.gaps()) {
            hole |= ClipCheck.covers(gap, asked, sheet.clock().offset());
        }
        return hole || one.end().isBefore(asked.from());
    }

    /**
     * Reads a clip back from disk and holds it against what was written.
     *
     * @param facts what was written
     * @param first camera time of its first picture; null when the camera told no time
     * @param last camera time of its last picture; null likewise
     * @param signing the camera's own signatures in it; null when there are none
     * @param begun site time at which it was begun to be taken
     * @throws VigilException FAILED when the disk gives back other pictures than it was given
     */
    public static Taken measure(
            ClipSheet.Camera camera,
            Planned planned,
            ClipFacts facts,
            Instant first,
            Instant last,
            ClipSheet.Signing signing,
            SourceFacts source,
            Instant begun) {
        // The file's own hash is taken when it is copied into the package, so that it is read once less.
        ClipFacts read = Mp4Reader.read(facts.file(), 0, facts.file().toFile().length());
        TrackFacts video = read.video();
        if (!video.essenceSha256().equals(facts.video().essenceSha256())
                || video.units() != facts.video().units()) {
            throw new VigilException(ErrorKind.FAILED, "VG-EXTRACT-READ-BACK", FootageText.READ_BACK.with(camera.id()));
        }
        boolean live = planned.asked() == null;
        ClockReading clock = source.clock();
        Duration offset = !live
                ? planned.offset()
                : clock == null ? null : Duration.ofMillis(clock.offset().toMillis());
        Duration error = !live
                ? planned.error()
                : clock == null ? null : Duration.ofMillis(clock.error().toMillis() + 1);
        if (live && offset != null && first != null && apart(first.minus(offset), begun)) {
            // The stream's clock is not the one that was measured.
            clock = null;
            offset = null;
            error = null;
        }
        // Recorded pictures of an unmeasured clock are taken as they are; live ones are known to come now.
        boolean placed = first != null && (!live || offset != null);
        Duration shift = offset == null ? Duration.ZERO : offset;
        Instant start = placed ? first.minus(shift) : millis(begun);
        Instant end =
                placed ? last.minus(shift) : start.plusMillis(video.duration().toMillis());
        // Live footage is asked for from its first picture on.
        Duration tail = signing == null ? Duration.ZERO : signing.tail();
        TimeSpan asked = live
                ? new TimeSpan(
                        start, start.plusMillis(video.duration().minus(tail).toMillis()))
                : planned.asked();
        Duration lead = Duration.between(start, asked.from());
        List<TimeSpan> gaps = new ArrayList<>();
        for (TimeSpan gap : source.gaps()) {
            if (first == null || gap.from().isBefore(last) && gap.to().isAfter(first)) {
                gaps.add(new TimeSpan(millis(gap.from()), millis(gap.to())));
            }
        }
        ClipSheet sheet = new ClipSheet(
                ClipSheet.VERSION,
                camera,
                ClipSheet.Origin.CAMERA,
                asked,
                new ClipSheet.Clock(
                        offset,
                        error,
                        clock == null ? "not measured" : clock.how().name().toLowerCase(Locale.ROOT),
                        clock == null ? null : millis(clock.measuredAt())),
                first,
                last,
                source.timeBasis() == null ? null : source.timeBasis().word(),
                lead.isNegative() ? Duration.ZERO : lead,
                signing,
                gaps,
                source.packets(),
                source.lost(),
                new ClipSheet.Video(
                        video.codec().name(),
                        video.width(),
                        video.height(),
                        video.units(),
                        video.keyUnits(),
                        video.duration(),
                        video.essenceSha256()),
                null,
                null,
                "",
                read.bytes(),
                "",
                "vigil " + Version.NUMBER + "; FFmpeg " + Mp4Writer.library());
        return new Taken(planned.camera(), facts, sheet, start, end);
    }

    private static boolean apart(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(ClipCheck.LIVE_CLOCK) > 0;
    }

    private static Instant millis(Instant t) {
        return t.truncatedTo(ChronoUnit.MILLIS);
    }
}
