package vn.vigil.vendor.dahua;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.Deadline;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.World;
import vn.vigil.media.DavReader;
import vn.vigil.media.PictureDecoder;
import vn.vigil.media.SceneReader;
import vn.vigil.net.AddressRules;
import vn.vigil.net.CameraUrl;
import vn.vigil.net.Login;
import vn.vigil.net.TlsTrust;
import vn.vigil.rtsp.PlayRequest;
import vn.vigil.rtsp.Presentation;
import vn.vigil.rtsp.RecordedTime;
import vn.vigil.rtsp.RtspEvent;
import vn.vigil.rtsp.RtspException;
import vn.vigil.rtsp.RtspOptions;
import vn.vigil.rtsp.RtspSession;
import vn.vigil.sim.CameraSpec;
import vn.vigil.sim.Fault;
import vn.vigil.sim.PictureSpec;
import vn.vigil.sim.SimulatedCamera;
import vn.vigil.sim.SimulatedSite;
import vn.vigil.sim.SiteSpec;
import vn.vigil.sim.Vendor;

/** The client and the simulated Dahua camera, end to end: asked, searched, downloaded, played. */
class SimulatedDahuaTest {
    private static final World WORLD = World.real();
    private static final Login LOGIN = new Login("admin", "đúng rồi");

    /** Ten pictures a second, a key frame each second, burnt-in numbers 0–99. */
    private static final PictureSpec SMALL = new PictureSpec(320, 180, 10, 1, 10);

    private static final TimeSpan RECORDED = span("2026-11-20T08:00:00Z", "2026-11-20T08:20:20Z");
    private static final TimeSpan HOLE = span("2026-11-20T08:05:04Z", "2026-11-20T08:05:11.500Z");
    private static final Duration AHEAD = Duration.ofSeconds(90);
    private static SimulatedSite site;

    @TempDir
    private Path folder;

    private static TimeSpan span(String from, String to) {
        return new TimeSpan(Instant.parse(from), Instant.parse(to));
    }

    @BeforeAll
    static void start() {
        CameraSpec good = CameraSpec.of("yard")
                .with(SMALL)
                .withVendor(Vendor.DAHUA)
                .withLogin(LOGIN.user(), LOGIN.password())
                .withRecording(RECORDED, HOLE);
        site = SimulatedSite.start(
                WORLD,
                SiteSpec.of(
                        good,
                        good.named("ahead").withClockOffset(AHEAD),
                        good.named("empty").with(Fault.NO_RECORDING),
                        good.named("locked"),
                        good.named("other").withVendor(Vendor.NONE)));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static DahuaDevice connect(String id) throws Exception {
        return connect(id, LOGIN);
    }

    private static DahuaDevice connect(String id, Login login) throws Exception {
        SimulatedCamera camera = site.camera(id);
        return DahuaDevice.connect(
                WORLD,
                CameraUrl.parse(camera.onvif().toString(), "http").endpoint(),
                AddressRules.of("127.0.0.1"),
                TlsTrust.anyKey(),
                login,
                DahuaOptions.STANDARD
                        .withRtspPort(camera.liveUrl().getPort())
                        .withClockSamples(4, Duration.ofMillis(60)));
    }

    private static Deadline soon() {
        return Deadline.in(WORLD, Duration.ofSeconds(10));
    }

    @Test
    void itTellsWhoItIsAndHowItFares() throws Exception {
        DahuaDevice yard = connect("yard");
        DahuaInformation who = yard.device();
        assertEquals("SIM-IPC", who.type());
        assertEquals("SIM-yard", who.serial());
        assertEquals("2.800.0000000.1.R", who.firmware());
        assertEquals(new NtpSettings(true, "pool.ntp.org"), yard.ntp());
        assertEquals(
                List.of(new Disk("/dev/mmc0", "Success", false, 64_000_000_000L, 16_000_000_000L)), yard.storage());
        assertEquals(List.of(new User("admin", "admin")), yard.users());
        assertEquals(List.of("yard"), yard.channels());
        assertEquals(List.of(), yard.eventIndexes(DahuaDevice.Event.VIDEO_BLIND));
        assertEquals(0, site.camera("yard").refusedLogins());
    }

    @Test
    void itsClockIsMeasured() throws Exception {
        ClockReading ahead = connect("ahead").clock();
        assertTrue(ahead.offset().minus(AHEAD).abs().compareTo(ahead.error()) <= 0, ahead.toString());
        assertTrue(ahead.plausible());
    }

    @Test
    void aWrongPasswordIsCountedOnce() throws Exception {
        DahuaDevice locked = connect("locked", new Login("admin", "sai rồi"));
        assertThrows(DahuaException.class, locked::device);
        assertTrue(assertThrows(DahuaException.class, () -> locked.search(1, RECORDED))
                .loginRefused());
        assertEquals(1, site.camera("locked").refusedLogins());
        DahuaException other = assertThrows(DahuaException.class, connect("other")::device);
        assertEquals(DahuaException.Cause.NOT_DAHUA, other.reason());
    }

    @Test
    void theSearchFindsFilesAndTheirHoleAndGivesEveryHandleBack() throws Exception {
        DahuaDevice yard = connect("yard");
        for (int i = 0; i < 6; i++) {
            List<Segment> found = yard.search(1, RECORDED);
            assertEquals(
                    List.of(
                            span("2026-11-20T08:00:00Z", "2026-11-20T08:05:04Z"),
                            span("2026-11-20T08:05:12Z", "2026-11-20T08:10:00Z"),
                            span("2026-11-20T08:10:00Z", "2026-11-20T08:20:00Z"),
                            span("2026-11-20T08:20:00Z", "2026-11-20T08:20:20Z")),
                    found.stream().map(s -> new TimeSpan(s.start(), s.end())).toList());
            assertEquals(List.of("Timing"), found.get(0).flags());
        }
        assertEquals(Dialect.Channels.FROM_ZERO, yard.dialect().search());
        assertEquals(List.of(), yard.search(1, HOLE));
        assertEquals(List.of(), yard.search(2, RECORDED));
        assertEquals(List.of(), connect("empty").search(1, RECORDED));
        assertEquals(0, site.camera("yard").openSearches());
        assertEquals(0, site.camera("empty").openSearches());
    }

    private List<AccessUnit> read(Path file, List<Long> numbers) {
        List<AccessUnit> units = new ArrayList<>();
        try (DavReader reader = DavReader.open(file, DahuaZone.of(ZoneOffset.ofHours(7))::camera)) {
            for (AccessUnit unit = reader.next(); unit != null; unit = reader.next()) {
                units.add(unit);
            }
            numbers.addAll(PictureDecoder.decodeAll(reader.format(), units).stream()
                    .map(SceneReader::frameNumber)
                    .toList());
        }
        return units;
    }

    @Test
    void aDownloadHoldsExactlyTheRecordedPicturesAtTheCamerasTimes() throws Exception {
        Path file = folder.resolve("yard.dav");
        TimeSpan asked = span("2026-11-20T08:05:00Z", "2026-11-20T08:05:15Z").plus(AHEAD);
        DahuaDevice ahead = connect("ahead");
        long bytes;
        try (OutputStream out = Files.newOutputStream(file)) {
            bytes = ahead.download(1, asked, out::write, 10 << 20, soon());
        }
        assertEquals(Files.size(file), bytes);
        List<Long> numbers = new ArrayList<>();
        List<AccessUnit> units = read(file, numbers);
        // Forty pictures up to the hole, thirty from the first key frame behind it.
        assertEquals(70, units.size());
        assertEquals(
                LongStream.concat(LongStream.range(0, 40), LongStream.range(120, 150))
                        .map(n -> n % 100)
                        .boxed()
                        .toList(),
                numbers);
        for (int i = 0; i < 70; i++) {
            Instant taken = asked.from().plusMillis((i < 40 ? i : i + 80) * 100L);
            assertEquals(taken, units.get(i).cameraTime());
            assertEquals(i == 40, units.get(i).afterLoss());
            assertEquals(i % 10 == 0, units.get(i).keyFrame());
        }
    }

    @Test
    void oneFileIsDownloadedAsItIs() throws Exception {
        DahuaDevice yard = connect("yard");
        Segment last = yard.search(1, RECORDED).get(3);
        Path file = folder.resolve("last.dav");
        try (OutputStream out = Files.newOutputStream(file)) {
            yard.downloadFile(last.path(), out::write, 20 << 20, soon());
        }
        List<AccessUnit> units = read(file, new ArrayList<>());
        assertEquals(200, units.size());
        assertEquals(last.start(), units.get(0).cameraTime());
        assertEquals(last.end().minusMillis(100), units.get(199).cameraTime());
        IOException full = assertThrows(
                IOException.class,
                () -> yard.downloadFile(
                        last.path(),
                        piece -> {
                            throw new IOException("no room");
                        },
                        20 << 20,
                        soon()));
        assertEquals("no room", full.getMessage());
    }

    private static List<Long> play(CameraUrl url, int most) throws Exception {
        try (RtspSession session =
                RtspSession.open(WORLD, url, LOGIN, AddressRules.of("127.0.0.1"), RtspOptions.defaults(), soon())) {
            Presentation presentation = session.describe(soon());
            session.setup(List.of(presentation.video().index()), PlayRequest.live(), soon());
            session.play(soon());
            List<AccessUnit> units = new ArrayList<>();
            while (units.size() < most) {
                if (session.next(soon()) instanceof RtspEvent.Unit unit) {
                    units.add(unit.unit());
                }
            }
            return PictureDecoder.decodeAll(presentation.video().format(), units).stream()
                    .map(SceneReader::frameNumber)
                    .toList();
        }
    }

    @Test
    void aPlaybackThatTellsNoTimeIsTimedByWhatWasAskedForAndSaysSo() throws Exception {
        TimeSpan asked = span("2026-11-20T08:10:00Z", "2026-11-20T08:10:01Z");
        try (RtspSession session = RtspSession.open(
                WORLD,
                connect("yard").playbackUrl(1, asked),
                LOGIN,
                AddressRules.of("127.0.0.1"),
                RtspOptions.defaults().withWatchdog(Duration.ofSeconds(1)),
                soon())) {
            session.describe(soon());
            session.setup(List.of(0), PlayRequest.recorded(asked, Duration.ofHours(7)), soon());
            session.play(soon());
            List<Instant> times = new ArrayList<>();
            while (session.next(soon()) instanceof RtspEvent.Unit unit) {
                times.add(unit.unit().cameraTime());
            }
            // Its sender reports tell the present, which is no time of this recording.
            assertEquals(RecordedTime.ASKED, session.recordedTime());
            assertEquals(10, times.size());
            assertEquals(asked.from(), times.get(0));
            assertEquals(asked.from().plusMillis(900), times.get(9));
        }
    }

    @Test
    void itsStreamsPlayLiveAndWhatWasRecorded() throws Exception {
        DahuaDevice yard = connect("yard");
        assertEquals(3, play(yard.liveUrl(1, 0), 3).size());
        CameraUrl recorded = yard.playbackUrl(1, span("2026-11-20T08:05:03.500Z", "2026-11-20T08:05:13Z"));
        // From 08:05:03 on, which is picture 30 of the loop's hundred, over the hole to 08:05:12.
        assertEquals(List.of(30L, 31L, 32L, 33L, 34L, 35L, 36L, 37L, 38L, 39L, 20L, 21L), play(recorded, 12));
        CameraUrl hole = yard.playbackUrl(1, span("2026-11-20T08:05:05Z", "2026-11-20T08:05:10Z"));
        assertEquals(
                RtspException.Cause.NOT_FOUND,
                assertThrows(RtspException.class, () -> play(hole, 1)).cause());
        CameraUrl none = yard.liveUrl(2, 0);
        assertEquals(
                RtspException.Cause.NOT_FOUND,
                assertThrows(RtspException.class, () -> play(none, 1)).cause());
    }
}
