package vn.vigil.vendor.hikvision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.Deadline;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.TrackFormat;
import vn.vigil.base.World;
import vn.vigil.media.PictureDecoder;
import vn.vigil.media.SceneReader;
import vn.vigil.net.AddressRules;
import vn.vigil.net.CameraUrl;
import vn.vigil.net.Login;
import vn.vigil.net.TlsTrust;
import vn.vigil.rtsp.PlayRequest;
import vn.vigil.rtsp.RecordedTime;
import vn.vigil.rtsp.RtspEvent;
import vn.vigil.rtsp.RtspOptions;
import vn.vigil.rtsp.RtspSession;
import vn.vigil.sim.CameraSpec;
import vn.vigil.sim.PictureSpec;
import vn.vigil.sim.SimulatedCamera;
import vn.vigil.sim.SimulatedSite;
import vn.vigil.sim.SiteSpec;
import vn.vigil.sim.Vendor;

/** The whole way with simulated devices of both families, whose clocks run ahead: clock, times, search, playback. */
class SimulatedHikvisionTest {
    private static final World WORLD = World.real();
    private static final Duration AHEAD = Duration.ofSeconds(97);
    private static final Instant NOW = WORLD.now().truncatedTo(ChronoUnit.SECONDS);
    private static final TimeSpan RECORDED = new TimeSpan(NOW.minusSeconds(9 * 3600), NOW.plusSeconds(3600));

    /** In the middle of one of the recorder's files of ten minutes, whatever the time of day. */
    private static final TimeSpan HOLE = hole();

    private static final Login LOGIN = new Login("admin", "bí mật & <1>");

    private static TimeSpan hole() {
        long camera = NOW.minusSeconds(1800).plus(AHEAD).getEpochSecond();
        Instant from = Instant.ofEpochSecond(camera / 600 * 600 + 200).minus(AHEAD);
        return new TimeSpan(from, from.plusSeconds(100));
    }

    private static SimulatedSite site;

    @BeforeAll
    static void start() {
        CameraSpec one = CameraSpec.of("camera")
                .with(new PictureSpec(320, 180, 10, 1, 10))
                .withLogin(LOGIN.user(), LOGIN.password())
                .withClockOffset(AHEAD)
                .withRecording(RECORDED, HOLE)
                .withVendor(Vendor.HIKVISION);
        site = SimulatedSite.start(
                WORLD,
                SiteSpec.of(
                        one,
                        one.named("recorder").withVendor(Vendor.HIKVISION_LOCAL_TIME),
                        one.named("other").withVendor(Vendor.NONE)));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static HikvisionDevice connect(String id, Login login, Dialect dialect) throws Exception {
        SimulatedCamera camera = site.camera(id);
        return HikvisionDevice.connect(
                WORLD,
                CameraUrl.parse(camera.onvif().toString(), "http").endpoint(),
                AddressRules.of("127.0.0.1"),
                TlsTrust.anyKey(),
                login,
                HikvisionOptions.STANDARD
                        .withClockSamples(2, Duration.ofMillis(200))
                        .withRtspPort(camera.liveUrl().getPort())
                        .withDialect(dialect));
    }

    @Test
    void aCameraTellsWhatItIsAndHowItsClockStands() throws Exception {
        HikvisionDevice device = connect("camera", LOGIN, Dialect.UNKNOWN);
        assertEquals("SIM-CD2000-camera", device.device().serial());
        HikvisionClock clock = device.clock();
        assertTrue(clock.offset().minus(AHEAD).abs().compareTo(clock.error()) <= 0, clock.toString());
        assertEquals(ZoneOffset.ofHours(7), clock.zoneOffset());
        assertEquals(List.of("pool.ntp.org"), clock.ntpServers());
        assertTrue(device.storage().get(0).usable());
        assertEquals(List.of(), device.channels());
        assertEquals("admin", device.users().get(0).name());
        assertEquals(Map.of(NetworkService.TELNET, false, NetworkService.UPNP, true), device.services());
        Instant camera = NOW.plus(AHEAD);
        LocalDate today = camera.atOffset(ZoneOffset.ofHours(7)).toLocalDate();
        assertTrue(device.recordedDays(101, YearMonth.from(today)).contains(today));
        assertFalse(
                device.recordedDays(101, YearMonth.from(today.minusMonths(2))).contains(today));
        assertEquals(0, site.camera("camera").refusedLogins());
    }

    @ParameterizedTest
    @ValueSource(strings = {"camera", "recorder"})
    void theTimesAreFoundOutAndWhatIsRecordedIsFoundOnCameraTime(String id) throws Exception {
        HikvisionDevice device = connect(id, LOGIN, Dialect.UNKNOWN);
        boolean local = id.equals("recorder");
        assertEquals(local ? TimeFamily.LOCAL_AS_UTC : TimeFamily.UTC, device.findTimeFamily(101));
        assertEquals(
                local ? Dialect.SearchForm.TRACK_LIST : Dialect.SearchForm.TRACK_ID_LIST,
                device.dialect().search());
        List<Segment> all = device.search(101, RECORDED.plus(AHEAD));
        assertTrue(all.size() > 50, all.size() + " files of ten minutes, more than a page");
        Set<TimeSpan> holes = new java.util.HashSet<>();
        for (int i = 1; i < all.size(); i++) {
            Instant before = all.get(i - 1).span().to();
            Instant after = all.get(i).span().from();
            if (!before.equals(after)) {
                holes.add(new TimeSpan(before, after));
            }
        }
        assertEquals(Set.of(HOLE.plus(AHEAD)), holes);

        // Another conversation with what was remembered needs no finding out.
        HikvisionDevice later = connect(id, LOGIN, Dialect.of(device.dialect().toText()));
        TimeSpan within = new TimeSpan(HOLE.from().minusSeconds(30), HOLE.to().plusSeconds(30)).plus(AHEAD);
        assertEquals(2, later.search(101, within).size());
        assertEquals(List.of(), later.search(101, HOLE.plus(AHEAD)));
        assertEquals(List.of(), later.search(201, within));
    }

    @ParameterizedTest
    @ValueSource(strings = {"camera", "recorder"})
    void aSpanIsPlayedByTheVendorsAddressAndEndsWhereItWasAskedTo(String id) throws Exception {
        HikvisionDevice device = connect(id, LOGIN, Dialect.UNKNOWN);
        device.findTimeFamily(101);
        Instant from = NOW.minusSeconds(3600).plus(AHEAD);
        TimeSpan span = new TimeSpan(from, from.plusSeconds(12));
        PlayRequest request = PlayRequest.recorded(span, device.writtenAhead(from));
        List<AccessUnit> units = new ArrayList<>();
        TrackFormat format;
        Deadline deadline = Deadline.in(WORLD, Duration.ofSeconds(20));
        try (RtspSession session = RtspSession.open(
                WORLD,
                device.playbackUrl(101, span),
                LOGIN,
                AddressRules.of("127.0.0.1"),
                RtspOptions.defaults(),
                deadline)) {
            format = session.describe(deadline).video().format();
            session.setup(List.of(0), request, deadline);
            session.play(deadline);
            RtspEvent event = session.next(deadline);
            while (event instanceof RtspEvent.Unit unit) {
                units.add(unit.unit());
                event = session.next(deadline);
            }
            assertEquals(new RtspEvent.Ended(RtspEvent.EndReason.REACHED_END), event);
            assertEquals(RecordedTime.PLAY_RANGE, session.recordedTime());
        }
        assertTrue(units.get(0).keyFrame());
        assertEquals(from, units.get(0).cameraTime());
        // The number burnt into a picture tells its true time; the camera's clock runs ahead of that.
        long shown = SceneReader.frameNumber(PictureDecoder.decode(format, units.subList(0, 1)));
        assertEquals(from.minus(AHEAD).getEpochSecond() * 10 % 100, shown);
        long inside = units.stream().filter(u -> span.contains(u.cameraTime())).count();
        assertEquals(120, inside, "ten pictures a second, none left out");
    }

    @Test
    void aSegmentsOwnAddressPlaysToo() throws Exception {
        HikvisionDevice device = connect("camera", LOGIN, Dialect.of("times=utc"));
        Segment segment = device.search(101, new TimeSpan(NOW.minusSeconds(7200), NOW.minusSeconds(7100)).plus(AHEAD))
                .get(0);
        assertTrue(segment.original().startsWith("rtsp://0.0.0.0:"));
        Deadline deadline = Deadline.in(WORLD, Duration.ofSeconds(20));
        try (RtspSession session = RtspSession.open(
                WORLD, segment.playback(), LOGIN, AddressRules.of("127.0.0.1"), RtspOptions.defaults(), deadline)) {
            session.describe(deadline);
            session.setup(List.of(0), PlayRequest.recorded(segment.span(), Duration.ZERO), deadline);
            session.play(deadline);
            AccessUnit first = ((RtspEvent.Unit) session.next(deadline)).unit();
            assertEquals(segment.span().from(), first.cameraTime());
        }
        // The simulated camera serves no files, and says so.
        HikvisionException e =
                assertThrows(HikvisionException.class, () -> device.download(segment, bytes -> {}, 1000, deadline));
        assertEquals(HikvisionException.Cause.UNSUPPORTED, e.reason());
    }

    @Test
    void theLiveAddressShowsWhatTheCameraSees() throws Exception {
        HikvisionDevice device = connect("camera", LOGIN, Dialect.UNKNOWN);
        Deadline deadline = Deadline.in(WORLD, Duration.ofSeconds(20));
        try (RtspSession session = RtspSession.open(
                WORLD, device.liveUrl(1, 1), LOGIN, AddressRules.of("127.0.0.1"), RtspOptions.defaults(), deadline)) {
            session.describe(deadline);
            session.setup(List.of(0), PlayRequest.live(), deadline);
            session.play(deadline);
            assertTrue(((RtspEvent.Unit) session.next(deadline)).unit().keyFrame());
        }
    }

    @Test
    void aWrongPasswordIsSpentOnceAndACameraOfAnotherMakeIsNoIsapi() throws Exception {
        int before = site.camera("recorder").refusedLogins();
        HikvisionDevice device = connect("recorder", new Login("admin", "wrong"), Dialect.UNKNOWN);
        assertTrue(assertThrows(HikvisionException.class, device::device).loginRefused());
        assertTrue(assertThrows(HikvisionException.class, device::clock).loginRefused());
        assertEquals(before + 1, site.camera("recorder").refusedLogins());
        HikvisionDevice other = connect("other", LOGIN, Dialect.UNKNOWN);
        HikvisionException e = assertThrows(HikvisionException.class, other::device);
        assertEquals(HikvisionException.Cause.NOT_ISAPI, e.reason());
    }
}
