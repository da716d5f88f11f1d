package vn.vigil.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.CameraId;
import vn.vigil.base.Deadline;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Progress;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.TrackFormat;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.media.PictureDecoder;
import vn.vigil.media.SceneReader;
import vn.vigil.net.Login;
import vn.vigil.sim.CameraSpec;
import vn.vigil.sim.Fault;
import vn.vigil.sim.PictureSpec;
import vn.vigil.sim.SimulatedCamera;
import vn.vigil.sim.SimulatedSite;
import vn.vigil.sim.SiteSpec;
import vn.vigil.sim.Vendor;

/** Recorders that are asked in their maker's own way: both families of Hikvision's times, and Dahua. Their zone is UTC+7. */
class VendorRecorderStoriesTest {
    private static final World WORLD = World.real();
    private static final Duration AHEAD = Duration.ofSeconds(97);
    private static final String PASSWORD = "bí mật & <1>";
    private static final Instant NOW = WORLD.now().truncatedTo(ChronoUnit.SECONDS);
    private static final TimeSpan RECORDED = new TimeSpan(NOW.minusSeconds(3 * 3600), NOW.plusSeconds(3600));
    private static final TimeSpan HOLE = new TimeSpan(NOW.minusSeconds(1800), NOW.minusSeconds(1700));

    @TempDir
    static Path folder;

    private static SimulatedSite site;

    @BeforeAll
    static void open() {
        CameraSpec one = CameraSpec.of("camera")
                .with(new PictureSpec(320, 180, 10, 1, 10))
                .withLogin("admin", PASSWORD)
                .withRecording(RECORDED, HOLE)
                .withVendor(Vendor.HIKVISION);
        CameraSpec recorder = one.named("recorder").withVendor(Vendor.HIKVISION_LOCAL_TIME);
        CameraSpec yard = one.named("yard").withVendor(Vendor.DAHUA);
        site = SimulatedSite.start(
                WORLD,
                SiteSpec.of(
                        one,
                        recorder.withClockOffset(AHEAD),
                        yard.withClockOffset(AHEAD),
                        recorder.named("stopped")
                                .withRecording(new TimeSpan(NOW.minusSeconds(40_000), NOW.minusSeconds(36_000))),
                        one.named("taken").with(Fault.BUSY),
                        recorder.named("locked"),
                        yard.named("barred")));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    /** A camera known by its web interface and its live address. */
    private static Camera camera(String id) {
        SimulatedCamera simulated = site.camera(id);
        boolean dahua = simulated.spec().vendor() == Vendor.DAHUA;
        String live = "rtsp://127.0.0.1:" + simulated.liveUrl().getPort()
                + (dahua ? "/cam/realmonitor?channel=1&subtype=0" : "/Streaming/Channels/101");
        return camera(id, live);
    }

    private static Camera camera(String id, String live) {
        boolean dahua = site.camera(id).spec().vendor() == Vendor.DAHUA;
        return new Camera(
                new CameraId(id),
                id,
                live,
                null,
                null,
                null,
                null,
                "admin",
                true,
                "",
                DeviceFacts.NONE,
                new Route(
                        dahua ? DriverKind.DAHUA : DriverKind.HIKVISION,
                        site.camera(id).onvifAddress(),
                        1,
                        null,
                        false,
                        null,
                        null),
                Card.EMPTY);
    }

    private static CameraHouse house(String name, Camera camera, String password) {
        CameraHouse house = new CameraHouse(WORLD, folder.resolve(name));
        house.insert(camera, password);
        return house;
    }

    private static Duration ahead(String id) {
        return site.camera(id).spec().clockOffset();
    }

    @ParameterizedTest
    @CsvSource({"camera, HIKVISION", "recorder, HIKVISION", "yard, DAHUA"})
    void theCameraIsCheckedAndItsHealthIsTold(String id, ClockReading.How how) {
        try (CameraHouse house = house("check-" + id, camera(id), PASSWORD)) {
            CameraVerdict verdict = house.checkOne(id);
            boolean right = ahead(id).isZero();
            assertEquals(right ? List.of() : List.of(Finding.CLOCK_WRONG), verdict.findings());
            assertEquals(how, verdict.clock().how());
            Duration apart = verdict.clock().offset().minus(ahead(id)).abs();
            assertTrue(
                    apart.compareTo(verdict.clock().error()) <= 0,
                    verdict.clock().toString());

            Camera known = house.cameras.find(id);
            Driver driver = new Drivers(WORLD, ZoneId.of("Asia/Ho_Chi_Minh"), false, folder)
                    .of(known, new Login("admin", PASSWORD));
            Driver.Found found = assertAnswered(() -> driver.find(house.deadline()));
            assertNotNull(found.device().serial());
            assertEquals(known.url(), found.url());
            assertNotNull(found.subUrl());
            assertEquals(1, found.recordings());
            List<Account> accounts = assertAnswered(() -> driver.accounts(house.deadline()));
            assertEquals("admin", accounts.get(0).name());
            StorageFacts storage = assertAnswered(() -> driver.storage(house.deadline()));
            assertTrue(storage.disks().get(0).healthy());
            near(RECORDED.from().plus(ahead(id)), storage.oldest());
            near(WORLD.now().plus(ahead(id)), storage.newest());
            assertEquals(0, site.camera(id).openSearches());
        }
    }

    private interface Question<T> {
        T put() throws Exception;
    }

    private static <T> T assertAnswered(Question<T> question) {
        try {
            return question.put();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void near(Instant expected, Instant told) {
        assertTrue(Duration.between(expected, told).abs().compareTo(Duration.ofSeconds(2)) <= 0, expected + " " + told);
    }

    @ParameterizedTest
    @CsvSource({"camera, utc", "recorder, local-as-utc", "yard, ''"})
    void whatIsRecordedIsToldInSiteTimeWhateverTheRecorderWrites(String id, String family) {
        try (CameraHouse house = house("recordings-" + id, camera(id), PASSWORD)) {
            CameraId camera = new CameraId(id);
            ClockFacts clock = house.cameras.askClock(camera, house.deadline());
            assertEquals("NTP", clock.mode());
            assertEquals(List.of("pool.ntp.org"), clock.servers());
            assertFalse(clock.zone().isEmpty());
            assertEquals(family, clock.family());
            TimeSpan asked =
                    new TimeSpan(HOLE.from().minusSeconds(60), HOLE.to().plusSeconds(60));
            RecordingsReport report = house.cameras.recordings(camera, asked, house.deadline());
            assertEquals(Footage.Source.RECORDER, report.source());
            assertEquals(1, report.holes().size(), report.toString());
            near(HOLE.from(), report.holes().get(0).span().from());
            near(HOLE.to(), report.holes().get(0).span().to());
            assertEquals(2, report.present().size());

            TimeSpan good = new TimeSpan(NOW.minusSeconds(1200), NOW.minusSeconds(1100));
            assertEquals(Readiness.Answer.YES, ready(house, camera, good).answer());
            assertEquals(List.of(Obstacle.HOLES), ready(house, camera, asked).obstacles());
            TimeSpan before = new TimeSpan(NOW.minusSeconds(5 * 3600), NOW.minusSeconds(4 * 3600));
            assertEquals(Readiness.Answer.NO, ready(house, camera, before).answer());
            assertEquals(0, site.camera(id).refusedLogins());
        }
    }

    private static Readiness ready(CameraHouse house, CameraId camera, TimeSpan span) {
        return house.cameras
                .ready(List.of(camera), span, Duration.ofSeconds(20), house.deadline(), Progress.NONE)
                .get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"recorder", "yard"})
    void howADeviceSpeaksIsFoundOutOnce(String id) {
        try (CameraHouse house = house("dialect-" + id, camera(id), PASSWORD)) {
            CameraId camera = new CameraId(id);
            TimeSpan asked = new TimeSpan(NOW.minusSeconds(1200), NOW.minusSeconds(1100)).plus(ahead(id));
            int before = site.camera(id).requests();
            Footage first = house.cameras.footage(camera, asked, house.deadline());
            int once = site.camera(id).requests() - before;
            assertNotNull(house.cameras.get(camera).route().dialect());
            assertEquals(first, house.cameras.footage(camera, asked, house.deadline()));
            int again = site.camera(id).requests() - before - once;
            assertTrue(again < once, again + " requests after " + once);
        }
    }

    private record Played(List<AccessUnit> units, List<Long> numbers, SourceFacts facts) {}

    private static Played play(CameraHouse house, CameraId camera, TimeSpan cameraTime) {
        try (FootageSource source = house.cameras.openReplay(camera, cameraTime, house.deadline())) {
            TrackFormat format = source.tracks().get(0);
            List<AccessUnit> units = new ArrayList<>();
            AccessUnit unit;
            while ((unit = source.next(Deadline.in(WORLD, Duration.ofSeconds(6)))) != null) {
                if (unit.cameraTime().isBefore(cameraTime.to())) {
                    units.add(unit);
                }
            }
            List<Long> numbers = PictureDecoder.decodeAll(format, units).stream()
                    .map(SceneReader::frameNumber)
                    .toList();
            return new Played(units, numbers, source.facts());
        }
    }

    /** Ten pictures a second; the number burnt into each is that of its true time. */
    private static void assertHolds(Played played, Duration ahead, TimeSpan... trueTime) {
        List<Long> numbers = new ArrayList<>();
        List<Instant> times = new ArrayList<>();
        for (TimeSpan span : trueTime) {
            for (Instant t = span.from(); t.isBefore(span.to()); t = t.plusMillis(100)) {
                numbers.add(t.toEpochMilli() / 100 % 100);
                times.add(t.plus(ahead));
            }
        }
        assertEquals(numbers, played.numbers());
        assertEquals(times, played.units().stream().map(AccessUnit::cameraTime).toList());
        long first = played.units().get(0).time();
        for (int i = 0; i < times.size(); i++) {
            long millis = Duration.between(times.get(0), times.get(i)).toMillis();
            assertEquals(millis * 90, played.units().get(i).time() - first, "media time keeps the hole");
        }
    }

    @ParameterizedTest
    @CsvSource({"camera, PLAY_RANGE", "recorder, PLAY_RANGE", "yard, ASKED"})
    void aSpanOverAHoleIsPlayedStretchByStretchAndHoldsExactlyWhatWasRecorded(String id, TimeBasis basis) {
        try (CameraHouse house = house("replay-" + id, camera(id), PASSWORD)) {
            Duration ahead = ahead(id);
            TimeSpan around =
                    new TimeSpan(HOLE.from().minusMillis(900), HOLE.to().plusMillis(800));
            Played played = play(house, new CameraId(id), around.plus(ahead));
            assertHolds(
                    played,
                    ahead,
                    new TimeSpan(HOLE.from().minusSeconds(1), HOLE.from()),
                    new TimeSpan(HOLE.to(), around.to()));
            assertEquals(
                    List.of(new TimeSpan(HOLE.from().minusMillis(100), HOLE.to()).plus(ahead)),
                    played.facts().gaps());
            assertTrue(played.units().get(10).afterLoss());
            assertTrue(played.facts().driver().endsWith("-playback"));
            assertEquals(basis, played.facts().timeBasis());
            assertTrue(played.facts().packets() > 20);
            assertEquals(0, played.facts().lost());
        }
    }

    @Test
    void whereNothingIsPlayedTheFileIsFetchedAndNothingOfItStays() throws Exception {
        String nowhere = "rtsp://127.0.0.1:1/cam/realmonitor?channel=1&subtype=0";
        try (CameraHouse house = house("download", camera("yard", nowhere), PASSWORD)) {
            Path partial = house.folder.resolve("partial");
            Files.createDirectories(partial);
            Path left = Files.createFile(partial.resolve("download-1.dav"));
            Files.setLastModifiedTime(left, java.nio.file.attribute.FileTime.from(NOW.minusSeconds(7200)));
            // More than one piece before the hole, and one behind it.
            TimeSpan around =
                    new TimeSpan(HOLE.from().minusSeconds(65), HOLE.to().plusSeconds(2));
            Played played = play(house, new CameraId("yard"), around.plus(AHEAD));
            assertHolds(played, AHEAD, new TimeSpan(around.from(), HOLE.from()), new TimeSpan(HOLE.to(), around.to()));
            assertEquals("dahua-download", played.facts().driver());
            assertEquals(TimeBasis.FILE, played.facts().timeBasis());
            assertEquals(1, played.facts().gaps().size());
            try (Stream<Path> files = Files.list(partial)) {
                assertEquals(List.of(), files.toList());
            }
        }
    }

    @Test
    void nothingRecordedIsSaidSo() {
        try (CameraHouse house = house("nothing", camera("camera"), PASSWORD)) {
            VigilException e = assertThrows(VigilException.class, () -> play(house, new CameraId("camera"), HOLE));
            assertEquals(ErrorKind.NOT_FOUND, e.kind());
            assertEquals("VG-CAMERA-NO-RECORDING", e.id());
        }
    }

    @Test
    void aRecorderThatPlaysForSomebodyElseIsBusyAndItIsSaidWhatToDo() {
        try (CameraHouse house = house("busy", camera("taken"), PASSWORD)) {
            TimeSpan asked = new TimeSpan(NOW.minusSeconds(1200), NOW.minusSeconds(1190));
            VigilException e = assertThrows(VigilException.class, () -> play(house, new CameraId("taken"), asked));
            assertEquals("VG-CAMERA-BUSY", e.id());
            assertTrue(
                    e.why().contains(CameraText.PLAYBACK_TAKEN.with()), e.why().toString());
        }
    }

    @Test
    void aRecorderOfWhichNobodyKnowsHowItWritesTimesIsNotGuessedAt() {
        try (CameraHouse house = house("unknown", camera("stopped"), PASSWORD)) {
            CameraId camera = new CameraId("stopped");
            TimeSpan asked = new TimeSpan(NOW.minusSeconds(39_000), NOW.minusSeconds(38_900));
            VigilException e =
                    assertThrows(VigilException.class, () -> house.cameras.footage(camera, asked, house.deadline()));
            assertEquals(List.of(CameraText.TIMES_UNKNOWN.with()), e.why());
            assertEquals("VG-CAMERA-FAULT", e.id());
            assertEquals(
                    "unknown", house.cameras.askClock(camera, house.deadline()).family());
            StorageFacts storage = assertAnswered(() -> new Drivers(WORLD, ZoneId.of("Asia/Ho_Chi_Minh"), false, folder)
                    .of(house.cameras.get(camera), new Login("admin", PASSWORD))
                    .storage(house.deadline()));
            assertEquals(1, storage.disks().size(), "its disks are told all the same");
            assertNull(storage.oldest());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"locked", "barred"})
    void aWrongPasswordIsOfferedOnceAndThenQuarantined(String id) {
        try (CameraHouse house = house("wrong-" + id, camera(id), "sai rồi")) {
            assertEquals(List.of(Finding.REFUSED), house.checkOne(id).findings());
            assertFalse(house.checkOne(id).contacted());
            CameraId camera = new CameraId(id);
            TimeSpan asked = new TimeSpan(NOW.minusSeconds(1200), NOW.minusSeconds(1100));
            VigilException e =
                    assertThrows(VigilException.class, () -> house.cameras.footage(camera, asked, house.deadline()));
            assertEquals("VG-CAMERA-LOGIN-QUARANTINED", e.id());
            assertEquals(1, site.camera(id).refusedLogins());
        }
    }

    @Test
    void whereOnvifAnswersItsClockIsTakenWithoutTheLogin() throws Exception {
        Camera both = camera("recorder");
        Camera withOnvif = new Camera(
                both.id(),
                both.name(),
                both.url(),
                null,
                both.route().address(),
                null,
                null,
                "admin",
                true,
                "",
                DeviceFacts.NONE,
                both.route(),
                Card.EMPTY);
        int before = site.camera("recorder").requests();
        Driver.ClockAnswer told = new Drivers(WORLD, ZoneId.of("Asia/Ho_Chi_Minh"), false, folder)
                .of(withOnvif, new Login("admin", PASSWORD))
                .clockForCheck(Deadline.in(WORLD, Duration.ofSeconds(8)));
        assertEquals(ClockReading.How.ONVIF, told.reading().how());
        assertEquals(before, site.camera("recorder").requests(), "nothing was asked that wants the login");
    }
}
