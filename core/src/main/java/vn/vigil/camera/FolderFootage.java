package vn.vigil.camera;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.Deadline;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.TrackFormat;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.media.MediaException;
import vn.vigil.media.ParameterSets;
import vn.vigil.media.SegmentReader;

/** Footage out of a recorder's segments, as they lie on the disk. What cannot be read is a hole. */
final class FolderFootage implements FootageSource {
    /** How many pictures may have to be held back for reordering when the stream does not say. */
    private static final int REORDER_UNTOLD = 4;

    /** As many pictures of a segment's beginning are looked at for the earliest: the standards reorder 16 at most. */
    private static final int REORDER_MOST = 17;

    /** Less than ten seconds are read through. */
    private static final long WORTH_SKIPPING = 900_000;

    /** So much is kept of what lies between a key frame and the asked start; where there is more, it begins earlier. */
    private static final long MAX_LEAD_BYTES = 128L << 20;

    private final World world;
    private final Camera camera;
    private final ClockReading clock;
    private final TimeSpan asked;
    private final Segment growing;
    private final Deque<Segment> segments;
    private final FolderTimes times;
    private final GapBook gaps = new GapBook();

    /** Units with the tracks as they are from there on. */
    private record Item(AccessUnit unit, List<TrackFormat> tracks) {}

    private final Deque<Item> ready = new ArrayDeque<>();
    private final Deque<Item> ahead = new ArrayDeque<>();
    private SegmentReader reader;
    private TrackFormat sound;
    private boolean skipped;
    private boolean hole;
    private boolean leading = true;
    private long leadBytes;
    private int late;
    private boolean ended;
    private List<TrackFormat> tracks;

    /**
     * Reads up to the first unit that is to be delivered.
     *
     * @param segments in order: those that begin in the span, and the last before
     * @param growing the one that is still being written, or null
     * @throws VigilException NOT_FOUND when there is no picture in the span
     */
    FolderFootage(
            World world,
            Camera camera,
            List<Segment> segments,
            Segment growing,
            Duration tolerance,
            TimeSpan asked,
            ClockReading clock,
            Deadline deadline) {
        this.world = world;
        this.camera = camera;
        this.clock = clock;
        this.asked = asked;
        this.growing = growing;
        this.segments = new ArrayDeque<>(segments);
        this.times = new FolderTimes(tolerance);
        boolean open = false;
        try {
            while (leading && !ended) {
                step(deadline);
            }
            if (ready.isEmpty()) {
                throw FolderDriver.nothing(camera);
            }
            tracks = ready.peek().tracks();
            open = true;
        } finally {
            if (!open) {
                close();
            }
        }
    }

    @Override
    public List<TrackFormat> tracks() {
        return tracks;
    }

    @Override
    public AccessUnit next(Deadline deadline) {
        while (ready.isEmpty() && !ended) {
            step(deadline);
        }
        Item item = ready.poll();
        if (item == null) {
            return null;
        }
        tracks = item.tracks();
        if (item.unit().track() == 0) {
            gaps.picture(item.unit().cameraTime(), item.unit().afterLoss());
        }
        return item.unit();
    }

    /** Reads one unit and puts it where it belongs. */
    private void step(Deadline deadline) {
        if (deadline.passed()) {
            throw new VigilException(
                            ErrorKind.UNREACHABLE,
                            "VG-CAMERA-STREAM-BROKE",
                            CameraText.CANNOT_RECEIVE.with(camera.id()))
                    .why(CameraText.STREAM_BROKE.with());
        }
        Item item = read();
        if (item == null) {
            end();
            return;
        }
        AccessUnit unit = item.unit();
        if (leading) {
            lead(item);
        } else if (unit.track() == 0 || unit.cameraTime().isBefore(asked.to())) {
            ready.add(item);
        }
        if (unit.track() == 0 && !unit.cameraTime().isBefore(asked.to())) {
            // A picture from before the end may still come after one behind it.
            late++;
            if (late > reorder(item.tracks().get(0))) {
                end();
            }
        }
    }

    private void end() {
        ended = true;
        if (leading && (times.end() == null || !times.end().isAfter(asked.from()))) {
            ready.clear();
        }
        leading = false;
        closeReader();
    }

    /** Before the asked start: only what follows the last key frame is kept. */
    private void lead(Item item) {
        AccessUnit unit = item.unit();
        if (unit.track() == 0) {
            boolean reached = !unit.cameraTime().isBefore(asked.from());
            if (unit.keyFrame() && !unit.cameraTime().isAfter(asked.from())) {
                ready.clear();
                leadBytes = 0;
            } else if (ready.isEmpty() && !unit.keyFrame()) {
                return;
            }
            leading = !reached && leadBytes < MAX_LEAD_BYTES;
        } else if (ready.isEmpty()) {
            return;
        }
        leadBytes += unit.data().length;
        ready.add(item);
    }

    private static int reorder(TrackFormat video) {
        int told = ParameterSets.facts(video).reorder();
        return told >= 0 ? told : REORDER_UNTOLD;
    }

    /** The next unit on the time line; null at the end of the last segment. */
    private Item read() {
        while (true) {
            Item item = reader == null ? null : take();
            if (item == null) {
                closeReader();
                if (!open()) {
                    return null;
                }
                continue;
            }
            AccessUnit unit = item.unit();
            boolean video = unit.track() == 0;
            if (!video && !same(sound, item.tracks().get(1))) {
                continue;
            }
            boolean afterLoss = video && hole;
            hole &= !video;
            TrackFormat format = item.tracks().get(unit.track());
            TrackFormat pictures = item.tracks().get(0);
            return new Item(
                    times.place(unit, format, afterLoss, world.nanos()),
                    sound == null ? List.of(pictures) : List.of(pictures, sound));
        }
    }

    private Item take() {
        return ahead.isEmpty() ? fresh() : ahead.poll();
    }

    private Item fresh() {
        try {
            AccessUnit unit = reader.next();
            skipped |= unit == null && reader.brokenOff();
            return unit == null ? null : new Item(unit, reader.tracks());
        } catch (MediaException e) {
            skipped = true;
            return null;
        }
    }

    /** Opens the next segment that can be read; false when there is none. */
    private boolean open() {
        while (!segments.isEmpty()) {
            Segment segment = segments.poll();
            try {
                reader = SegmentReader.open(segment.file(), segment.equals(growing));
            } catch (MediaException e) {
                skipped = true;
                continue;
            }
            long first = Long.MAX_VALUE;
            boolean before = skipped;
            skipped = false;
            for (int pictures = 0; pictures < REORDER_MOST; ) {
                Item item = fresh();
                if (item == null) {
                    break;
                }
                ahead.add(item);
                if (item.unit().track() == 0) {
                    first = Math.min(first, item.unit().time());
                    pictures++;
                }
            }
            enter(segment, first, before);
            long wanted = times.inFile(asked.from());
            if (leading && wanted - first > WORTH_SKIPPING) {
                ahead.clear();
                try {
                    reader.skipTo(wanted);
                } catch (MediaException e) {
                    skipped = true;
                    closeReader();
                    continue;
                }
            }
            return true;
        }
        return false;
    }

    private void enter(Segment segment, long first, boolean afterSkipped) {
        Instant before = times.end();
        hole = times.enter(segment.from(), first, afterSkipped);
        if (leading && hole && (before == null || !before.isAfter(asked.from()))) {
            ready.clear();
            leadBytes = 0;
        }
        if (leading && ready.isEmpty()) {
            List<TrackFormat> formats = reader.tracks();
            sound = formats.size() > 1 ? formats.get(1) : null;
        }
    }

    private static boolean same(TrackFormat a, TrackFormat b) {
        return a != null
                && a.codec() == b.codec()
                && a.clockRate() == b.clockRate()
                && a.channels() == b.channels()
                && Arrays.deepEquals(
                        a.parameterSets().toArray(), b.parameterSets().toArray());
    }

    @Override
    public SourceFacts facts() {
        return new SourceFacts(
                "folder-replay",
                camera.device(),
                camera.route().folder(),
                0,
                0,
                Duration.ZERO,
                gaps.gaps(),
                clock,
                TimeBasis.NAME);
    }

    @Override
    public void close() {
        ended = true;
        closeReader();
    }

    private void closeReader() {
        if (reader != null) {
            reader.close();
            reader = null;
        }
        ahead.clear();
    }
}
