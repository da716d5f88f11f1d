package vn.vigil.camera;

import java.io.IOException;
import java.nio.file.FileStore;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.vigil.base.Deadline;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.media.MediaException;
import vn.vigil.media.SegmentReader;

/**
 * The folder of an existing recorder (MediaMTX, Frigate, FFmpeg): what it recorded lies there as files named by their beginning.
 * Nothing is written there and nobody is contacted; a live stream has an address of its own, where there is one.
 *
 * <p>Camera time here is the time of the recorder's host, as its file names tell it: when the recorder got a segment's first
 * picture, which is later than the picture by the way from the camera, and cut to whole seconds unless the names are finer.
 * No clock is read: nothing says that the files were named by the clock of this host.
 */
final class FolderDriver implements Driver {
    /** The newest file may hold nothing yet, and the one before may have been left without an index. */
    private static final int NEWEST_TRIED = 3;

    private final World world;
    private final ZoneId zone;
    private final Camera camera;

    FolderDriver(World world, ZoneId zone, Camera camera) {
        this.world = world;
        this.zone = zone;
        this.camera = camera;
    }

    @Override
    public Set<Ability> abilities() {
        Set<Ability> abilities = EnumSet.of(Ability.RECORDINGS, Ability.REPLAY, Ability.STORAGE);
        if (camera.url() != null) {
            abilities.add(Ability.LIVE);
        }
        return abilities;
    }

    @Override
    public ClockAnswer clockForCheck(Deadline deadline) {
        return ClockAnswer.NOT_ASKED;
    }

    @Override
    public ClockFacts clock(Deadline deadline) {
        return ClockFacts.NONE;
    }

    @Override
    public Found find(Deadline deadline) {
        return new Found(DeviceFacts.NONE, null, camera.url(), camera.subUrl(), null, null, -1);
    }

    /** @throws VigilException UNREACHABLE when the folder is not there or may not be read */
    @Override
    public Footage footage(TimeSpan cameraTime, Deadline deadline) {
        SegmentPattern pattern = SegmentPattern.of(camera.route().folder());
        SegmentFolder folder = new SegmentFolder(pattern, zone, CameraText.CANNOT_ASK.with(camera.id()));
        List<Segment> segments = segments(folder, pattern, cameraTime);
        Look look = new Look(folder.growing(world.now()), deadline);
        return new SegmentSpans(pattern.tolerance(), look).footage(cameraTime, segments);
    }

    /** A segment named a little after the end of a span may still hold its last pictures. */
    private static List<Segment> segments(SegmentFolder folder, SegmentPattern pattern, TimeSpan span) {
        return folder.within(span.from(), span.to().plus(pattern.tolerance()));
    }

    /** @throws VigilException as {@link #footage}; NOT_FOUND when nothing is recorded in the span */
    @Override
    public FootageSource replay(TimeSpan cameraTime, ClockReading clock, Deadline deadline) {
        SegmentPattern pattern = SegmentPattern.of(camera.route().folder());
        SegmentFolder folder = new SegmentFolder(pattern, zone, CameraText.CANNOT_REPLAY.with(camera.id()));
        List<Segment> segments = segments(folder, pattern, cameraTime);
        Segment growing = folder.growing(world.now());
        return new FolderFootage(world, camera, segments, growing, pattern.tolerance(), cameraTime, clock, deadline);
    }

    static VigilException nothing(Camera camera) {
        return new VigilException(
                        ErrorKind.NOT_FOUND, "VG-CAMERA-NO-RECORDING", CameraText.CANNOT_REPLAY.with(camera.id()))
                .why(CameraText.NOTHING_RECORDED.with());
    }

    /** @throws VigilException as {@link #footage} */
    @Override
    public StorageFacts storage(Deadline deadline) {
        Message what = CameraText.CANNOT_ASK.with(camera.id());
        SegmentFolder folder =
                new SegmentFolder(SegmentPattern.of(camera.route().folder()), zone, what);
        Segment first = folder.first();
        return new StorageFacts(List.of(disk(folder)), first == null ? null : first.from(), newest(folder));
    }

    private static StorageFacts.Disk disk(SegmentFolder folder) {
        FileStore store = folder.disk();
        long bytes = 0;
        long free = -1;
        try {
            bytes = store.getTotalSpace();
            free = store.getUsableSpace();
        } catch (IOException e) {
            // Not told then.
        }
        return new StorageFacts.Disk(store.name(), "mounted", true, bytes, free);
    }

    /** When the last picture ends that can be read; null when there is none. */
    private Instant newest(SegmentFolder folder) {
        Segment segment = folder.latest(Instant.MAX);
        Segment growing = folder.growing(world.now());
        for (int i = 0; i < NEWEST_TRIED && segment != null; i++) {
            try {
                return segment.from().plus(SegmentReader.length(segment.file(), segment.equals(growing)));
            } catch (MediaException e) {
                segment = folder.latest(segment.from().minusNanos(1));
            }
        }
        return segment == null ? null : segment.from();
    }

    @Override
    public List<Account> accounts(Deadline deadline) throws DriverException {
        throw new DriverException(DriverException.Reason.UNSUPPORTED, "");
    }

    /** Looks into files for as long as half of the time is left. */
    private static final class Look implements SegmentSpans.Look {
        private final Segment growing;
        private final Deadline deadline;
        private final Duration half;

        Look(Segment growing, Deadline deadline) {
            this.growing = growing;
            this.deadline = deadline;
            half = deadline.left().dividedBy(2);
        }

        @Override
        public Duration length(Segment segment) {
            try {
                return SegmentReader.length(segment.file(), segment.equals(growing));
            } catch (MediaException e) {
                return null;
            }
        }

        @Override
        public boolean time() {
            return deadline.left().compareTo(half) > 0;
        }
    }
}
