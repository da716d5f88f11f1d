package vn.vigil.camera;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.vigil.base.Deadline;
import vn.vigil.base.TimeSpan;
import vn.vigil.net.CameraUrl;
import vn.vigil.net.Endpoint;
import vn.vigil.net.NetException;
import vn.vigil.rtsp.PlayRequest;
import vn.vigil.rtsp.RtspException;

/** What the drivers for makers' own web interfaces have in common. */
abstract class VendorDriver implements Driver {
    /** Recorders tell whole seconds: files that follow each other may seem this far apart. */
    private static final Duration ROUNDING = Duration.ofSeconds(1);

    private static final int HTTP = 80;

    final Wire wire;
    final Camera camera;
    private final int rtspPort;

    /** @param rtspPort port for streams when it is mapped; 0: that of the known live address, else the device's own */
    VendorDriver(Wire wire, Camera camera, int rtspPort) {
        this.wire = wire;
        this.camera = camera;
        this.rtspPort = rtspPort;
    }

    @Override
    public Set<Ability> abilities() {
        return EnumSet.of(
                Ability.LIVE,
                Ability.DEVICE,
                Ability.CLOCK,
                Ability.NTP,
                Ability.RECORDINGS,
                Ability.REPLAY,
                Ability.STORAGE,
                Ability.ACCOUNTS);
    }

    /** ONVIF tells its clock to anybody; the maker's interface wants the login, which is offered once. */
    @Override
    public ClockAnswer clockForCheck(Deadline deadline) throws DriverException {
        return camera.onvif() != null
                ? new OnvifDriver(wire, camera, rtspPort).clockForCheck(deadline)
                : clockIfTold(deadline);
    }

    /** Whatever else fails shows when the stream is asked for. */
    ClockAnswer clockIfTold(Deadline deadline) throws DriverException {
        try {
            ClockFacts told = measure(deadline);
            return new ClockAnswer(told.reading(), told.implausible(), false);
        } catch (DriverException e) {
            if (e.loginRefused() || e.reason() == DriverException.Reason.KEY_CHANGED) {
                throw e;
            }
            return ClockAnswer.NOT_ASKED;
        }
    }

    /** The clock by the maker's interface; by what it goes need not be told. */
    abstract ClockFacts measure(Deadline deadline) throws DriverException;

    /** What is recorded of a span, in order; it may reach beyond the span. */
    abstract List<TimeSpan> recorded(TimeSpan cameraTime, Deadline deadline) throws DriverException;

    @Override
    public Footage footage(TimeSpan cameraTime, Deadline deadline) throws DriverException {
        return Coverages.within(cameraTime, Coverages.merged(recorded(cameraTime, deadline), ROUNDING));
    }

    /** The stretches of whole seconds in which a span is to be fetched. */
    List<TimeSpan> stretches(TimeSpan cameraTime, Deadline deadline) throws DriverException, RtspException {
        Instant from = cameraTime.from().truncatedTo(ChronoUnit.SECONDS);
        Instant to = cameraTime.to().truncatedTo(ChronoUnit.SECONDS);
        TimeSpan asked = new TimeSpan(from, to.equals(cameraTime.to()) ? to : to.plusSeconds(1));
        List<TimeSpan> present = footage(asked, deadline).present();
        if (present.isEmpty()) {
            throw new RtspException(
                    RtspException.Cause.RANGE, RtspException.Step.DESCRIBE, "the recorder has nothing of this span");
        }
        return present;
    }

    /** A stretch that is played by RTSP. */
    StretchedFootage.Stretch played(
            TimeSpan stretch, TimeSpan asked, String name, CameraUrl url, Duration writtenAhead, ClockReading clock) {
        PlayRequest request = PlayRequest.recorded(stretch, writtenAhead);
        return new StretchedFootage.Stretch(stretch, runsOut(stretch, asked), deadline -> {
            try {
                return wire.open(camera, name, url.toString(), request, clock, deadline);
            } catch (RtspException e) {
                if (e.cause() == RtspException.Cause.BUSY) {
                    throw new DriverException(
                            DriverException.Reason.BUSY, "", false, CameraText.PLAYBACK_TAKEN.with(), e);
                }
                throw e;
            }
        });
    }

    static boolean runsOut(TimeSpan stretch, TimeSpan asked) {
        return !stretch.to().isBefore(asked.to());
    }

    /** Where the maker's web interface is. */
    Endpoint web() {
        String address = camera.route().address() != null ? camera.route().address() : camera.onvif();
        try {
            return address != null
                    ? CameraFacts.onvif(address)
                    : new Endpoint(CameraFacts.rtsp(camera.url()).host(), HTTP, false);
        } catch (NetException e) {
            throw new IllegalArgumentException("address was not judged before");
        }
    }

    /** The port of streams: as given, else that of the live address on the same host; 0: the device's own. */
    int streamPort() {
        if (rtspPort != 0 || camera.url() == null) {
            return rtspPort;
        }
        try {
            CameraUrl live = CameraFacts.rtsp(camera.url());
            return live.endpoint().tls() || !live.host().equals(web().host()) ? 0 : live.port();
        } catch (NetException e) {
            return 0;
        }
    }

    static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    static String empty(String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
