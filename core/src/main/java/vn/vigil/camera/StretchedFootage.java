package vn.vigil.camera;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.Deadline;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.TrackFormat;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.media.ParameterSets;
import vn.vigil.rtsp.RtspException;

/**
 * A recording fetched stretch by stretch, one conversation after the other, as one footage: vendors' players let media time run
 * on across a hole, and give one playback at a time. What a stretch brings from behind its end is left out, since its time would
 * be wrong; what it repeats of the stretch before too. Media time is moved so that holes stay holes. Every unit of a stretch must
 * carry camera time.
 */
final class StretchedFootage implements FootageSource {
    /** A device needs a moment to let go of the playback before. */
    private static final Duration LET_GO = Duration.ofSeconds(1);

    private static final int TRIES = 4;

    /** Begins to fetch one stretch. */
    interface Opening {
        FootageSource open(Deadline deadline) throws DriverException, RtspException;
    }

    /**
     * One stretch without a hole.
     *
     * @param span camera time
     * @param runsOut the asked span ends with it or within it: what comes behind its end is for the receiver to cut, who knows
     *     how pictures are reordered
     */
    record Stretch(TimeSpan span, boolean runsOut, Opening opening) {}

    /** Where one track stands: how camera time lies to media time, and what was handed out last. */
    private static final class Place {
        private Instant anchorTime;
        private long anchorTicks;
        private long shift;
        private Instant last;
        private long lastTicks;
        private int stretch = -1;
    }

    private final World world;
    private final Camera camera;
    private final List<Stretch> stretches;
    private final List<SourceFacts> done = new ArrayList<>();
    private final GapBook gaps = new GapBook();
    private final List<TrackFormat> tracks;
    private final Place[] places;
    private FootageSource current;
    private int index;

    private StretchedFootage(World world, Camera camera, List<Stretch> stretches, FootageSource first) {
        this.world = world;
        this.camera = camera;
        this.stretches = List.copyOf(stretches);
        this.current = first;
        this.tracks = new ArrayList<>(first.tracks());
        this.places = new Place[tracks.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = new Place();
        }
    }

    /** Opens the first stretch; the others follow as they are needed. @param stretches in order, at least one */
    static StretchedFootage open(World world, Camera camera, List<Stretch> stretches, Deadline deadline)
            throws DriverException, RtspException {
        FootageSource first = stretches.get(0).opening().open(deadline);
        return new StretchedFootage(world, camera, stretches, first);
    }

    @Override
    public List<TrackFormat> tracks() {
        return List.copyOf(tracks);
    }

    @Override
    public AccessUnit next(Deadline deadline) {
        while (current != null) {
            AccessUnit unit = current.next(deadline);
            if (unit == null || unit.track() == 0 && isBehind(unit)) {
                leave();
                if (++index == stretches.size()) {
                    return null;
                }
                enter(deadline);
            } else if (unit.track() < places.length && !isBehind(unit)) {
                AccessUnit placed = place(unit);
                if (placed != null) {
                    return placed;
                }
            }
        }
        return null;
    }

    private boolean isBehind(AccessUnit unit) {
        Stretch stretch = stretches.get(index);
        return !stretch.runsOut() && !unit.cameraTime().isBefore(stretch.span().to());
    }

    private void leave() {
        done.add(current.facts());
        current.close();
        current = null;
    }

    private void enter(Deadline deadline) {
        for (int tried = 1; current == null; tried++) {
            try {
                current = stretches.get(index).opening().open(deadline);
            } catch (RtspException e) {
                throw RtspFootage.broke(camera).causedBy(e);
            } catch (DriverException e) {
                boolean wait = e.reason() == DriverException.Reason.BUSY && tried < TRIES && !deadline.passed();
                if (!wait) {
                    VigilException broke = RtspFootage.broke(camera);
                    throw (e.why() == null ? broke : broke.why(e.why())).causedBy(e);
                }
                world.sleep(LET_GO);
            }
        }
        TrackFormat now = current.tracks().get(0);
        if (now.codec() != tracks.get(0).codec()
                || now.clockRate() != tracks.get(0).clockRate()) {
            throw codingChanged();
        }
    }

    /** The unit on the common time line; null for one that was handed out before, or cannot be decoded without such. */
    private AccessUnit place(AccessUnit unit) {
        boolean video = unit.track() == 0;
        Place place = places[unit.track()];
        boolean first = place.stretch != index;
        boolean apart = index > 0
                && stretches
                        .get(index - 1)
                        .span()
                        .to()
                        .isBefore(stretches.get(index).span().from());
        if (first) {
            boolean repeated = place.last != null && !unit.cameraTime().isAfter(place.last);
            if (repeated || video && apart && !unit.keyFrame()) {
                return null;
            }
            if (video && index > 0) {
                requireSameCoding(unit);
            }
            begin(place, unit);
        }
        boolean hole = first && apart;
        long ticks = unit.time() + place.shift;
        place.lastTicks = Math.max(place.lastTicks, ticks);
        place.last = place.last == null || unit.cameraTime().isAfter(place.last) ? unit.cameraTime() : place.last;
        if (video) {
            gaps.picture(unit.cameraTime(), unit.afterLoss() || hole);
        }
        return new AccessUnit(
                unit.track(),
                unit.data(),
                unit.keyFrame(),
                ticks,
                unit.cameraTime(),
                unit.arrivedNanos(),
                unit.afterLoss() || hole);
    }

    private void begin(Place place, AccessUnit unit) {
        place.stretch = index;
        if (place.anchorTime == null) {
            place.anchorTime = unit.cameraTime();
            place.anchorTicks = unit.time();
            place.lastTicks = unit.time();
            return;
        }
        long rate = tracks.get(unit.track()).clockRate();
        Duration since = Duration.between(place.anchorTime, unit.cameraTime());
        long ticks = place.anchorTicks + since.getSeconds() * rate + since.getNano() * rate / 1_000_000_000L;
        place.shift = Math.max(ticks, place.lastTicks + 1) - unit.time();
    }

    /** Other parameter sets that came beside the stream would be lost: within it, whoever writes the clip sees them. */
    private void requireSameCoding(AccessUnit unit) {
        TrackFormat now = current.tracks().get(0);
        TrackFormat before = tracks.get(0);
        if (now.parameterSets().isEmpty() || same(now.parameterSets(), before.parameterSets())) {
            return;
        }
        TrackFormat bare = new TrackFormat(now.codec(), now.clockRate(), now.channels(), List.of());
        if (ParameterSets.changed(bare, unit) == null) {
            throw codingChanged();
        }
        tracks.set(0, now);
    }

    private static boolean same(List<byte[]> one, List<byte[]> other) {
        boolean same = one.size() == other.size();
        for (int i = 0; same && i < one.size(); i++) {
            same = java.util.Arrays.equals(one.get(i), other.get(i));
        }
        return same;
    }

    private VigilException codingChanged() {
        return new VigilException(
                        ErrorKind.FAILED, "VG-CAMERA-CODING-CHANGED", CameraText.CANNOT_REPLAY.with(camera.id()))
                .why(CameraText.CODING_CHANGED.with());
    }

    @Override
    public SourceFacts facts() {
        List<SourceFacts> all = new ArrayList<>(done);
        if (current != null) {
            all.add(current.facts());
        }
        SourceFacts first = all.get(0);
        long packets = 0;
        long lost = 0;
        Duration jitter = Duration.ZERO;
        TimeBasis basis = null;
        for (SourceFacts f : all) {
            packets += f.packets();
            lost += f.lost();
            jitter = f.jitter().compareTo(jitter) > 0 ? f.jitter() : jitter;
            basis = TimeBasis.worse(basis, f.timeBasis());
        }
        return new SourceFacts(
                first.driver(), first.device(), first.url(), packets, lost, jitter, gaps.gaps(), first.clock(), basis);
    }

    @Override
    public void close() {
        if (current != null) {
            leave();
        }
    }
}
