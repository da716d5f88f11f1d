package vn.vigil.camera;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.Deadline;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.TrackFormat;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.net.AddressRules;
import vn.vigil.net.CameraUrl;
import vn.vigil.net.Login;
import vn.vigil.rtsp.PlayRequest;
import vn.vigil.rtsp.Presentation;
import vn.vigil.rtsp.RtspEvent;
import vn.vigil.rtsp.RtspException;
import vn.vigil.rtsp.RtspOptions;
import vn.vigil.rtsp.RtspSession;
import vn.vigil.rtsp.StreamFacts;

/** Footage over one RTSP session, live or replayed. */
final class RtspFootage implements FootageSource {
    /** A playback that falls silent so near before its asked end is over: devices say nothing at the end of a file. */
    private static final Duration NEAR_END = Duration.ofSeconds(2);

    private final World world;
    private final Camera camera;
    private final String driver;
    private final String url;
    private final ClockReading clock;
    private final RtspSession session;
    private final boolean replay;
    /** Where a playback by a vendor's address is to end; null for any other stream. */
    private final Instant end;

    /** The session's track index → index in {@link #tracks}, −1 for tracks not set up. */
    private final int[] place;

    private final List<TrackFormat> tracks = new ArrayList<>();
    private final GapBook gaps = new GapBook();
    private boolean started;
    private boolean ended;

    private RtspFootage(
            World world,
            Camera camera,
            String driver,
            CameraUrl url,
            ClockReading clock,
            RtspSession session,
            PlayRequest request,
            Presentation presentation) {
        this.world = world;
        this.camera = camera;
        this.driver = driver;
        this.url = withoutSecrets(url);
        this.clock = clock;
        this.session = session;
        this.replay = !(request instanceof PlayRequest.Live);
        this.end = request instanceof PlayRequest.Recorded recorded
                ? recorded.span().to()
                : null;
        this.place = new int[presentation.tracks().size()];
        java.util.Arrays.fill(place, -1);
    }

    /**
     * Starts a session.
     *
     * @param clock the camera's clock as known, or null: a live stream's own reports tell it then
     * @throws RtspException when the device does not give what is asked; the session is over then
     */
    static RtspFootage open(
            World world,
            Camera camera,
            String driver,
            CameraUrl url,
            Login login,
            RtspOptions options,
            PlayRequest request,
            ClockReading clock,
            Deadline deadline)
            throws RtspException {
        RtspSession session = RtspSession.open(world, url, login, AddressRules.of(url.host()), options, deadline);
        boolean open = false;
        try {
            Presentation presentation = session.describe(deadline);
            Presentation.Track video = presentation.video();
            Presentation.Track audio = presentation.audio();
            if (video == null) {
                throw new RtspException(RtspException.Cause.NO_TRACK, RtspException.Step.DESCRIBE, "no video track");
            }
            RtspFootage footage = new RtspFootage(world, camera, driver, url, clock, session, request, presentation);
            footage.add(video);
            footage.add(audio);
            session.setup(
                    audio == null ? List.of(video.index()) : List.of(video.index(), audio.index()), request, deadline);
            session.play(deadline);
            open = true;
            return footage;
        } finally {
            if (!open) {
                session.close();
            }
        }
    }

    private void add(Presentation.Track track) {
        if (track != null) {
            place[track.index()] = tracks.size();
            tracks.add(track.format());
        }
    }

    @Override
    public List<TrackFormat> tracks() {
        return List.copyOf(tracks);
    }

    @Override
    public AccessUnit next(Deadline deadline) {
        while (!ended) {
            boolean ending = end != null && gaps.last() != null && !gaps.last().isBefore(end.minus(NEAR_END));
            RtspEvent event;
            try {
                event = session.next(ending ? deadline.within(NEAR_END) : deadline);
            } catch (RtspException e) {
                throw broke(camera).causedBy(e);
            }
            if (event instanceof RtspEvent.Unit u) {
                AccessUnit unit = accept(u.unit());
                if (unit != null) {
                    return unit;
                }
            } else if (event instanceof RtspEvent.FormatChanged changed && place[changed.track()] >= 0) {
                tracks.set(place[changed.track()], changed.format());
            } else if (event instanceof RtspEvent.Ended over) {
                if (!replay || over.reason() == RtspEvent.EndReason.CLOSED && !ending) {
                    throw broke(camera);
                }
                ended = true;
            } else if (event instanceof RtspEvent.TimedOut && ending && !deadline.passed()) {
                ended = true;
            } else if (event instanceof RtspEvent.TimedOut || event instanceof RtspEvent.Stalled && !replay) {
                throw broke(camera);
            }
        }
        return null;
    }

    /** The unit under its index in {@link #tracks}; null when it comes before the first key frame, or of no track of ours. */
    private AccessUnit accept(AccessUnit unit) {
        int track = unit.track() < place.length ? place[unit.track()] : -1;
        if (track < 0) {
            return null;
        }
        boolean video = track == 0;
        if (video && !started && !unit.keyFrame()) {
            return null;
        }
        if (video) {
            started = true;
            gaps.picture(unit.cameraTime(), unit.afterLoss());
        }
        return new AccessUnit(
                track,
                unit.data(),
                unit.keyFrame(),
                unit.time(),
                unit.cameraTime(),
                unit.arrivedNanos(),
                unit.afterLoss());
    }

    /** Footage that ended before its time. */
    static VigilException broke(Camera camera) {
        return new VigilException(
                        ErrorKind.UNREACHABLE, "VG-CAMERA-STREAM-BROKE", CameraText.CANNOT_RECEIVE.with(camera.id()))
                .why(CameraText.STREAM_BROKE.with())
                .next(CameraText.NEXT_CHECK.with(camera.id()));
    }

    @Override
    public SourceFacts facts() {
        List<StreamFacts> all = session.facts();
        long packets = 0;
        long lost = 0;
        Duration jitter = Duration.ZERO;
        for (StreamFacts f : all) {
            if (f.track() < place.length && place[f.track()] == 0) {
                packets = f.packets();
                lost = f.lost();
                jitter = Duration.ofNanos(Math.round(f.jitterMillis() * 1e6));
            }
        }
        ClockReading known = clock != null || replay ? clock : Probe.rtcpClock(world, all);
        TimeBasis basis = TimeBasis.of(session.recordedTime());
        return new SourceFacts(driver, camera.device(), url, packets, lost, jitter, gaps.gaps(), known, basis);
    }

    @Override
    public void close() {
        session.close();
    }

    /** Some recorders take a login as parameters; the values of such are left out. */
    static String withoutSecrets(CameraUrl url) {
        String text = url.toString();
        int query = text.indexOf('?');
        if (query < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.substring(0, query + 1));
        for (String part : text.substring(query + 1).split("&", -1)) {
            int equals = part.indexOf('=');
            String name = (equals < 0 ? part : part.substring(0, equals)).toLowerCase(java.util.Locale.ROOT);
            boolean secret = name.contains("user")
                    || name.contains("pass")
                    || name.contains("pwd")
                    || name.contains("auth")
                    || name.contains("token")
                    || name.contains("key");
            out.append(out.charAt(out.length() - 1) == '?' ? "" : "&")
                    .append(secret && equals >= 0 ? part.substring(0, equals + 1) + "***" : part);
        }
        return out.toString();
    }
}
