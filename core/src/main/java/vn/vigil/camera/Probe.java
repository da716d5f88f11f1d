package vn.vigil.camera;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import vn.vigil.base.Deadline;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.World;
import vn.vigil.camera.Observation.Failure;
import vn.vigil.media.Decoders;
import vn.vigil.net.AddressRules;
import vn.vigil.net.CameraUrl;
import vn.vigil.net.Login;
import vn.vigil.net.NetException;
import vn.vigil.rtsp.PlayRequest;
import vn.vigil.rtsp.Presentation;
import vn.vigil.rtsp.RtspException;
import vn.vigil.rtsp.RtspOptions;
import vn.vigil.rtsp.RtspSession;
import vn.vigil.rtsp.StreamFacts;

/**
 * The whole conversation with one camera, step by step, one session, the login offered once. Whatever happens is in the
 * observation. Stateless; safe for several threads.
 */
final class Probe {
    private static final Duration THOROUGH_PACE = Duration.ofMinutes(5);

    private final World world;
    private final Drivers drivers;
    private final Finder finder;
    private final Decoders decoders;
    private final Duration answer;
    private final Duration recorderEvery;

    /**
     * @param answer limit for each step
     * @param recorderEvery how often a camera's recorder is asked what it holds
     */
    Probe(World world, Drivers drivers, Finder finder, Decoders decoders, Duration answer, Duration recorderEvery) {
        this.world = world;
        this.drivers = drivers;
        this.finder = finder;
        this.decoders = decoders;
        this.answer = answer;
        this.recorderEvery = recorderEvery;
    }

    /**
     * @param login null to go without
     * @param before what is remembered of the camera, or null
     */
    Observation look(Camera camera, Login login, Remembered before, Deadline deadline) {
        Driver.ClockAnswer clock;
        try {
            clock = drivers.of(camera, login).clockForCheck(deadline.within(answer));
        } catch (DriverException e) {
            return failed(e);
        }
        Observation seen = picture(camera, login, before, deadline).timed(clock);
        boolean refused = seen.failure() == Failure.REFUSED || seen.failure() == Failure.KEY_CHANGED;
        RecorderFacts said = refused || !isDue(camera, before)
                ? null
                : recorder(camera, login, seen.clock(), deadline.within(answer));
        return said == null ? seen : seen.recorded(said);
    }

    private boolean isDue(Camera camera, Remembered before) {
        return drivers.of(camera, null).abilities().contains(Ability.RECORDINGS)
                && (before == null
                        || before.recorder() == null
                        || !world.now().isBefore(before.recorder().asked().plus(recorderEvery)));
    }

    /** What the recorder holds of the last day; null when it does not say. A check is not spoilt by a recorder that will not talk. */
    private RecorderFacts recorder(Camera camera, Login login, ClockReading clock, Deadline deadline) {
        Instant now = world.now().truncatedTo(ChronoUnit.SECONDS);
        Duration offset = clock == null || !clock.how().asked() ? Duration.ZERO : clock.offset();
        TimeSpan day = new TimeSpan(now.minus(RecorderFacts.WINDOW), now).plus(offset);
        try {
            Footage told = drivers.of(camera, login).footage(day, deadline);
            if (told.source() != Footage.Source.RECORDER) {
                return null;
            }
            Instant oldest = null;
            if (camera.card().retentionDays() > 0) {
                StorageFacts storage = drivers.of(camera, login).storage(deadline);
                oldest = storage.oldest() == null ? null : storage.oldest().minus(offset);
            }
            List<TimeSpan> present = told.present();
            Instant newest = present.isEmpty()
                    ? null
                    : present.get(present.size() - 1).to().minus(offset);
            return new RecorderFacts(
                    now,
                    oldest,
                    newest,
                    seconds(present),
                    seconds(told.gaps()),
                    told.gaps().size());
        } catch (DriverException e) {
            return null;
        }
    }

    private static long seconds(List<TimeSpan> spans) {
        long sum = 0;
        for (TimeSpan span : spans) {
            sum += span.length().toSeconds();
        }
        return sum;
    }

    /** The picture alone: neither the device's clock nor the recorder is asked. */
    Observation picture(Camera camera, Login login, Remembered before, Deadline deadline) {
        CameraUrl url;
        try {
            Camera complete = finder.complete(camera, login, deadline);
            // The smaller stream shows the same scene and costs the camera and the line less.
            String address = complete.subUrl() != null ? complete.subUrl() : complete.url();
            if (address == null && camera.route().driver() == DriverKind.FOLDER) {
                // Nothing live to look at: the recorder's files tell.
                return Observation.failed(Failure.NONE, null);
            }
            if (address == null) {
                return Observation.failed(Failure.NO_STREAM, Step.DESCRIBE);
            }
            url = CameraFacts.rtsp(address);
        } catch (DriverException e) {
            return failed(e);
        } catch (NetException e) {
            return Observation.failed(Failure.NO_STREAM, Step.DESCRIBE);
        }
        long started = world.nanos();
        RtspOptions options = drivers.wire(camera, login).rtsp(deadline.within(answer));
        try (RtspSession session =
                RtspSession.open(world, url, login, AddressRules.of(url.host()), options, deadline.within(answer))) {
            Presentation presentation = session.describe(deadline.within(answer));
            Presentation.Track video = presentation.video();
            if (video == null) {
                return Observation.failed(Failure.NO_STREAM, Step.DESCRIBE);
            }
            // Starts while this camera prepares its stream.
            decoders.warm();
            session.setup(List.of(video.index()), PlayRequest.live(), deadline.within(answer));
            session.play(deadline.within(answer));
            Observation seen = new Watch(
                            decoders, session, video.index(), video.format(), before, isThorough(camera), started)
                    .run(deadline);
            return seen.timed(rtcpClock(world, session.facts()));
        } catch (RtspException e) {
            return Observation.failed(failure(e), step(e));
        }
    }

    /** Every fourth run at one of five minutes, each camera in its own turn, so that no run is longer than the others by much. */
    private boolean isThorough(Camera camera) {
        long slot = world.now().getEpochSecond() / THOROUGH_PACE.toSeconds();
        return Math.floorMod(camera.id().value().hashCode() + slot, 4L) == 0;
    }

    /** The device was asked where its stream is, and did not tell. */
    private static Observation failed(DriverException e) {
        return switch (e.reason()) {
            case UNREACHABLE -> Observation.failed(Failure.UNREACHABLE, Step.TCP);
            case REFUSED, CLOCK_SUSPECTED, LOCKED ->
                Observation.failed(e.loginRefused() ? Failure.REFUSED : Failure.NOT_OFFERED, Step.AUTH);
            case KEY_CHANGED -> Observation.failed(Failure.KEY_CHANGED, Step.TCP);
            case BUSY -> Observation.failed(Failure.BUSY, Step.DESCRIBE);
            case STRANGER, UNSUPPORTED, FAULT -> Observation.failed(Failure.NO_STREAM, Step.DESCRIBE);
        };
    }

    /**
     * The camera's clock by the sender report that came quickest, or null. Sender reports need not carry the device's wall
     * clock at all: what lies more than a day away is taken for none.
     */
    static ClockReading rtcpClock(World world, List<StreamFacts> facts) {
        Instant now = world.now();
        long nanos = world.nanos();
        Duration best = null;
        Instant at = null;
        for (StreamFacts f : facts) {
            for (StreamFacts.Clock c : f.clocks()) {
                Instant arrived = now.minusNanos(nanos - c.arrivedNanos());
                Duration offset = Duration.between(arrived, c.time());
                if (best == null || offset.compareTo(best) > 0) {
                    best = offset;
                    at = arrived;
                }
            }
        }
        return best == null || best.abs().compareTo(Duration.ofDays(1)) > 0
                ? null
                : new ClockReading(best, RTCP_ERROR, ClockReading.How.RTCP, at.truncatedTo(ChronoUnit.MILLIS));
    }

    /** Encoding and the way take up to this long in live streams of common cameras; the true offset is rather above than below. */
    private static final Duration RTCP_ERROR = Duration.ofMillis(500);

    static Failure failure(RtspException e) {
        return switch (e.cause()) {
            case UNRESOLVED, UNREACHABLE, CONNECTION_REFUSED, FORBIDDEN_ADDRESS, TLS -> Failure.UNREACHABLE;
            case PIN_CHANGED -> Failure.KEY_CHANGED;
            case TIMEOUT ->
                switch (e.step()) {
                    case TCP, OPTIONS, DESCRIBE -> Failure.UNREACHABLE;
                    case SETUP, PLAY, STREAM -> Failure.NO_STREAM;
                };
            case LOGIN_NEEDED -> Failure.NOT_OFFERED;
            case LOGIN_REFUSED -> Failure.REFUSED;
            case BUSY -> Failure.BUSY;
            case CLOSED,
                    PROTOCOL,
                    NOT_FOUND,
                    SESSION_GONE,
                    REPLAY_UNSUPPORTED,
                    TRANSPORT,
                    REDIRECT,
                    RANGE,
                    NO_TRACK,
                    REJECTED -> Failure.NO_STREAM;
        };
    }

    static Step step(RtspException e) {
        if (failure(e) == Failure.REFUSED || failure(e) == Failure.NOT_OFFERED) {
            return Step.AUTH;
        }
        return switch (e.step()) {
            case TCP -> Step.TCP;
            case OPTIONS, DESCRIBE -> Step.DESCRIBE;
            case SETUP -> Step.SETUP;
            case PLAY -> Step.PLAY;
            case STREAM -> Step.PACKETS;
        };
    }
}
