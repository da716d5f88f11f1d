package vn.vigil.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.Deadline;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.TrackFormat;
import vn.vigil.base.World;
import vn.vigil.media.Luma;
import vn.vigil.media.Picture;
import vn.vigil.media.PictureDecoder;
import vn.vigil.media.SceneReader;
import vn.vigil.net.AddressRules;
import vn.vigil.net.CameraUrl;
import vn.vigil.net.Endpoint;
import vn.vigil.net.Login;
import vn.vigil.net.TlsTrust;
import vn.vigil.onvif.Coverage;
import vn.vigil.onvif.MediaProfile;
import vn.vigil.onvif.NtpSettings;
import vn.vigil.onvif.OnvifDevice;
import vn.vigil.onvif.OnvifException;
import vn.vigil.onvif.OnvifOptions;
import vn.vigil.onvif.OnvifUser;
import vn.vigil.rtsp.PlayRequest;
import vn.vigil.rtsp.Presentation;
import vn.vigil.rtsp.RtspEvent;
import vn.vigil.rtsp.RtspException;
import vn.vigil.rtsp.RtspOptions;
import vn.vigil.rtsp.RtspSession;

/** vigil's own clients visit the simulated site: every camera looks as it was told to look. */
class ClientStoriesTest {
    private static final World WORLD = World.real();
    private static final Login LOGIN = new Login("admin", "đúng rồi");
    private static final TimeSpan TEN_SECONDS = Sites.span("2024-03-04T07:01:00.500Z", "2024-03-04T07:01:15Z");
    private static SimulatedSite site;

    @BeforeAll
    static void start() {
        CameraSpec good = Sites.camera().withLogin(LOGIN.user(), LOGIN.password());
        site = SimulatedSite.start(
                WORLD,
                SiteSpec.of(
                        good,
                        good.named("modern").with(Authentication.DIGEST_SHA256),
                        good.named("token").with(Authentication.USERNAME_TOKEN),
                        good.named("frozen").with(Fault.FROZEN),
                        good.named("black").with(Fault.BLACK),
                        good.named("dead").with(Fault.DEAD),
                        good.named("slow").with(Fault.SLOW),
                        good.named("late").with(Fault.WRONG_CLOCK),
                        good.named("refuses").with(Fault.REFUSES_LOGIN),
                        good.named("cuts").with(Fault.CUTS_OFF),
                        good.named("stalls").with(Fault.STALLS),
                        good.named("empty").with(Fault.NO_RECORDING),
                        good.named("busy").with(Fault.BUSY)));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    /** What a session brought. */
    private record Received(TrackFormat format, List<AccessUnit> units, RtspEvent last) {
        List<Long> numbers() {
            return PictureDecoder.decodeAll(format, units).stream()
                    .map(SceneReader::frameNumber)
                    .toList();
        }
    }

    private static Received receive(URI url, Login login, PlayRequest what, int most) throws Exception {
        CameraUrl address = CameraUrl.parse(url.toString(), "rtsp");
        RtspOptions options = RtspOptions.defaults().withWatchdog(Duration.ofMillis(700));
        Deadline deadline = Deadline.in(WORLD, Duration.ofSeconds(20));
        try (RtspSession session =
                RtspSession.open(WORLD, address, login, AddressRules.of("127.0.0.1"), options, deadline)) {
            Presentation presentation = session.describe(deadline);
            session.setup(List.of(presentation.video().index()), what, deadline);
            session.play(deadline);
            List<AccessUnit> units = new ArrayList<>();
            while (true) {
                RtspEvent event = session.next(deadline);
                if (event instanceof RtspEvent.Unit unit) {
                    units.add(unit.unit());
                }
                boolean over = !(event instanceof RtspEvent.Unit) && !(event instanceof RtspEvent.FormatChanged);
                if (over || units.size() == most) {
                    return new Received(presentation.video().format(), units, event);
                }
            }
        }
    }

    private static Received live(String camera, int most) throws Exception {
        return receive(site.camera(camera).liveUrl(), LOGIN, PlayRequest.live(), most);
    }

    private static Received replay(String camera, TimeSpan span) throws Exception {
        return receive(site.camera(camera).replayUrl(), LOGIN, PlayRequest.replay(span), Integer.MAX_VALUE);
    }

    private static RtspException.Cause failure(String camera, Login login) {
        URI url = site.camera(camera).liveUrl();
        return assertThrows(RtspException.class, () -> receive(url, login, PlayRequest.live(), 1))
                .cause();
    }

    private static OnvifDevice onvif(String camera, OnvifOptions options) throws Exception {
        Endpoint endpoint =
                new Endpoint("127.0.0.1", site.camera(camera).onvif().getPort(), false);
        return OnvifDevice.connect(WORLD, endpoint, AddressRules.of("127.0.0.1"), TlsTrust.anyKey(), LOGIN, options);
    }

    private static OnvifOptions quick() {
        return OnvifOptions.STANDARD.withClockSamples(2, Duration.ofMillis(10));
    }

    @Test
    void liveShowsWhatTheCameraSeesNow() throws Exception {
        Received received = live("gate-1", 15);
        AccessUnit first = received.units().get(0);
        assertTrue(first.keyFrame());
        List<Long> numbers = received.numbers();
        for (int i = 1; i < numbers.size(); i++) {
            assertEquals((numbers.get(i - 1) + 1) % 100, numbers.get(i));
        }
        AccessUnit last = received.units().get(14);
        Instant shown = last.cameraTime().plusMillis(1);
        assertEquals(Recording.atOrBefore(Sites.SMALL, shown) % 100, numbers.get(14), "the picture fits its time");
        assertTrue(Duration.between(last.cameraTime(), WORLD.now()).abs().toMillis() < 2_000);
    }

    @Test
    void replayOverAHoleHoldsExactlyTheRecordedPictures() throws Exception {
        Received received = replay("gate-1", TEN_SECONDS);
        // From the key frame of 07:01:00 to the hole at 07:01:04.25, and from the key frame of 07:01:12 to 07:01:15.
        long start = Recording.atOrAfter(Sites.SMALL, Instant.parse("2024-03-04T07:01:00Z")) % 100;
        List<Long> expected = LongStream.concat(LongStream.range(0, 43), LongStream.range(120, 150))
                .map(n -> (start + n) % 100)
                .boxed()
                .toList();
        assertEquals(expected, received.numbers());
        assertEquals(new RtspEvent.Ended(RtspEvent.EndReason.TERMINAL), received.last());
        assertEquals(
                Instant.parse("2024-03-04T07:01:04.200Z"),
                received.units().get(42).cameraTime());
        assertEquals(
                Instant.parse("2024-03-04T07:01:12Z"), received.units().get(43).cameraTime());
        assertTrue(received.units().get(43).afterLoss());
    }

    @Test
    void aWrongPasswordIsRefusedOnceAndTheRightOneByEveryMethod() throws Exception {
        int before = site.camera("gate-1").refusedLogins();
        assertEquals(RtspException.Cause.LOGIN_REFUSED, failure("gate-1", new Login("admin", "sai rồi")));
        assertEquals(before + 1, site.camera("gate-1").refusedLogins());
        assertEquals(RtspException.Cause.LOGIN_NEEDED, failure("gate-1", null));
        assertEquals(before + 1, site.camera("gate-1").refusedLogins());
        assertEquals(1, live("modern", 1).units().size());
        assertEquals(0, site.camera("modern").refusedLogins());
    }

    @Test
    void faultsOfTheStreamLookAsTheyShould() throws Exception {
        assertEquals(RtspException.Cause.CONNECTION_REFUSED, failure("dead", LOGIN));
        assertEquals(RtspException.Cause.LOGIN_REFUSED, failure("refuses", LOGIN));
        assertEquals(RtspException.Cause.BUSY, failure("busy", LOGIN));
        assertTrue(live("stalls", 1).last() instanceof RtspEvent.Stalled);
        Received cut = replay("cuts", TEN_SECONDS);
        assertEquals(new RtspEvent.Ended(RtspEvent.EndReason.CLOSED), cut.last());
        assertEquals(30, cut.units().size());
        URI none = site.camera("empty").replayUrl();
        RtspException missing =
                assertThrows(RtspException.class, () -> receive(none, LOGIN, PlayRequest.replay(TEN_SECONDS), 1));
        assertEquals(RtspException.Cause.NOT_FOUND, missing.cause());
    }

    @Test
    void faultsOfThePictureLookAsTheyShould() throws Exception {
        Received frozen = live("frozen", 15);
        assertEquals(1, frozen.numbers().stream().distinct().count());
        assertTrue(frozen.units().get(14).time() > frozen.units().get(0).time());
        Received black = live("black", 1);
        Picture picture = PictureDecoder.decode(black.format(), black.units());
        assertTrue(Luma.of(picture).isBlack());
    }

    @Test
    void onvifTellsWhoTheCameraIsAndWhereItsFootageLies() throws Exception {
        for (String camera : List.of("gate-1", "modern", "token")) {
            int before = site.camera(camera).refusedLogins();
            OnvifDevice device = onvif(camera, quick());
            assertEquals("SIM-" + camera, device.device().serial());
            assertEquals(new NtpSettings(false, List.of("pool.ntp.org")), device.ntp());
            assertEquals(
                    List.of(new OnvifUser("viewer", "User"), new OnvifUser("admin", "Administrator")), device.users());
            MediaProfile profile = device.profiles().list().get(0);
            assertEquals(
                    site.camera(camera).liveUrl().toString(),
                    device.streamUri(profile).original());
            String token = device.recordings().get(0).token();
            assertEquals(
                    site.camera(camera).replayUrl().toString(),
                    device.replayUri(token).original());
            Coverage coverage = device.coverage(token, TEN_SECONDS);
            assertEquals(Coverage.Source.EVENTS, coverage.source());
            assertEquals(
                    List.of(
                            Sites.span("2024-03-04T07:01:00.500Z", "2024-03-04T07:01:04.300Z"),
                            Sites.span("2024-03-04T07:01:12Z", "2024-03-04T07:01:15Z")),
                    coverage.spans());
            assertEquals(before, site.camera(camera).refusedLogins());
        }
    }

    @Test
    void aWrongClockIsSeenAndStillLoggedInto() throws Exception {
        OnvifDevice device = onvif("late", quick());
        Duration apart = device.clock().offset().minus(Duration.ofMinutes(31)).abs();
        assertTrue(
                apart.compareTo(device.clock().error().plusMillis(50)) <= 0,
                device.clock().toString());
        assertEquals("SIM-late", device.device().serial());
        Instant camera = live("late", 1).units().get(0).cameraTime();
        assertTrue(Duration.between(WORLD.now().plus(Duration.ofMinutes(31)), camera)
                        .abs()
                        .toSeconds()
                < 3);
        Received replayed = replay("late", TEN_SECONDS.plus(Duration.ofMinutes(31)));
        assertEquals(73, replayed.units().size());
    }

    @Test
    void faultsOfTheServicesLookAsTheyShould() throws Exception {
        OnvifOptions hurried = quick().withDeadlines(Duration.ofSeconds(1), Duration.ofSeconds(1));
        assertEquals(
                OnvifException.Cause.UNREACHABLE,
                assertThrows(OnvifException.class, () -> onvif("dead", quick())).reason());
        assertEquals(
                OnvifException.Cause.TIMEOUT,
                assertThrows(OnvifException.class, () -> onvif("slow", hurried)).reason());
        OnvifDevice refusing = onvif("refuses", quick());
        assertTrue(assertThrows(OnvifException.class, refusing::device).loginRefused());
        assertEquals(1, site.camera("refuses").refusedLogins());
        assertTrue(onvif("empty", quick()).recordings().isEmpty());
    }
}
