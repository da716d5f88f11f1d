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
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.CameraId;
import vn.vigil.base.Deadline;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.sim.CameraSpec;
import vn.vigil.sim.PictureSpec;
import vn.vigil.sim.SimulatedSite;
import vn.vigil.sim.SiteSpec;

/** What a recorder holds, and a picture of now. */
class RecordedFootageStoriesTest {
    private static final TimeSpan RECORDED = span("2024-03-04T07:00:00Z", "2024-03-04T07:04:00Z");
    private static final TimeSpan HOLE = span("2024-03-04T07:01:04.250Z", "2024-03-04T07:01:11.500Z");
    private static final CameraId GATE = new CameraId("gate-1");

    @TempDir
    static Path folder;

    private static SimulatedSite site;

    @BeforeAll
    static void open() {
        site = SimulatedSite.start(
                World.real(),
                SiteSpec.of(CameraSpec.of("gate-1")
                        .with(new PictureSpec(320, 180, 10, 1, 10))
                        .withLogin("admin", "p@ss: /?#'\"\\ Cổng%21")
                        .withRecording(RECORDED, HOLE)));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    private static CameraHouse house(String name) {
        return new CameraHouse(World.real(), folder.resolve(name));
    }

    private static Added addByOnvif(CameraHouse house) throws Exception {
        String address = site.camera("gate-1").onvifAddress();
        return house.add(house.byOnvif("gate-1", address, "admin", "p@ss: /?#'\"\\ Cổng%21"));
    }

    @Test
    void anOnvifCameraIsAddedByItsAddressAlone() throws Exception {
        try (CameraHouse house = house("added")) {
            Added added = addByOnvif(house);
            assertEquals(Added.Outcome.ADDED, added.outcome());
            assertEquals(
                    site.camera("gate-1").liveUrl().toString(), added.camera().url());
            assertEquals(
                    site.camera("gate-1").replayUrl().toString(), added.camera().replayUrl());
            assertNotNull(added.camera().recording());
            assertTrue(added.camera().device().known());
            assertTrue(
                    added.clock().offset().abs().compareTo(added.clock().error().plusMillis(50)) <= 0);
            assertEquals(added.camera(), house.cameras.get(GATE));
            assertEquals(Added.Outcome.UNCHANGED, addByOnvif(house).outcome());
        }
    }

    @Test
    void theRecorderTellsItsHoles() throws Exception {
        try (CameraHouse house = house("holes")) {
            addByOnvif(house);
            Footage whole =
                    house.cameras.footage(GATE, span("2024-03-04T07:02:00Z", "2024-03-04T07:03:00Z"), house.deadline());
            assertEquals(Footage.Source.RECORDER, whole.source());
            assertEquals(List.of(), whole.gaps());
            Footage holed =
                    house.cameras.footage(GATE, span("2024-03-04T07:01:00Z", "2024-03-04T07:01:20Z"), house.deadline());
            assertEquals(1, holed.gaps().size(), holed.toString());
            assertEquals(2, holed.present().size());
            Footage nothing =
                    house.cameras.footage(GATE, span("2023-03-04T07:01:00Z", "2023-03-04T07:01:20Z"), house.deadline());
            assertEquals(List.of(), nothing.present());
        }
    }

    @Test
    void aReplayBeginsAtTheKeyFrameBeforeAndEndsBehindTheAskedSpan() throws Exception {
        try (CameraHouse house = house("replay")) {
            addByOnvif(house);
            TimeSpan asked = span("2024-03-04T07:02:10.550Z", "2024-03-04T07:02:14.250Z");
            Instant first = null;
            Instant last = null;
            try (FootageSource source = house.cameras.openReplay(GATE, asked, house.deadline())) {
                AccessUnit unit;
                while ((unit = source.next(Deadline.in(house.world, Duration.ofSeconds(5)))) != null) {
                    if (unit.track() == 0) {
                        assertTrue(first != null || unit.keyFrame());
                        first = first == null ? unit.cameraTime() : first;
                        last = unit.cameraTime();
                    }
                }
                assertEquals("onvif-replay", source.facts().driver());
                assertEquals(List.of(), source.facts().gaps());
                assertNotNull(source.facts().clock());
                assertFalse(source.facts().url().contains("admin"));
            }
            assertFalse(first.isAfter(asked.from()), first.toString());
            assertTrue(Duration.between(first, asked.from()).compareTo(Duration.ofSeconds(1)) <= 0);
            assertFalse(last.plusMillis(100).isBefore(asked.to()), last.toString());
        }
    }

    @Test
    void aHoleSeenInAReplayIsAFact() throws Exception {
        try (CameraHouse house = house("hole")) {
            addByOnvif(house);
            TimeSpan asked = span("2024-03-04T07:01:02Z", "2024-03-04T07:01:14Z");
            try (FootageSource source = house.cameras.openReplay(GATE, asked, house.deadline())) {
                while (source.next(Deadline.in(house.world, Duration.ofSeconds(5))) != null) {}
                assertEquals(1, source.facts().gaps().size());
                TimeSpan gap = source.facts().gaps().get(0);
                assertTrue(gap.overlaps(HOLE) && gap.length().compareTo(Duration.ofSeconds(6)) > 0, gap.toString());
            }
        }
    }

    @Test
    void aReplayAddressNeedsNoSoap() throws Exception {
        try (CameraHouse house = house("address")) {
            CameraForm request = house.byUrl(
                            "gate-1", site.camera("gate-1").liveUrl().toString(), "admin", "p@ss: /?#'\"\\ Cổng%21")
                    .with(
                            CameraField.REPLAY_URL,
                            site.camera("gate-1").replayUrl().toString());
            house.add(request);
            TimeSpan asked = span("2024-03-04T07:02:10Z", "2024-03-04T07:02:11Z");
            assertEquals(
                    Footage.Source.NOT_TOLD,
                    house.cameras.footage(GATE, asked, house.deadline()).source());
            assertNull(house.cameras.clock(GATE, house.deadline()));
            try (FootageSource source = house.cameras.openReplay(GATE, asked, house.deadline())) {
                assertEquals("rtsp-replay", source.facts().driver());
                assertNotNull(source.next(house.deadline()));
            }
        }
    }

    @Test
    void aSnapshotIsAPrivateJpegAndIsNeverOverwrittenUnasked() throws Exception {
        try (CameraHouse house = house("snapshot")) {
            addByOnvif(house);
            Path file = folder.resolve("gate-1.jpg");
            Snapshot taken =
                    house.cameras.snapshot(new SnapshotRequest(GATE, file, false), house.actor, house.deadline());
            assertEquals(320, taken.width());
            byte[] jpeg = Files.readAllBytes(file);
            assertEquals(0xffd8, (jpeg[0] & 0xff) << 8 | jpeg[1] & 0xff);
            assertEquals(
                    "rw-------",
                    java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            VigilException e = assertThrows(
                    VigilException.class,
                    () -> house.cameras.snapshot(
                            new SnapshotRequest(GATE, file, false), house.actor, house.deadline()));
            assertEquals(ErrorKind.CONFLICT, e.kind());
            assertEquals(jpeg.length, Files.size(file));
            assertEquals(List.of(), house.ledger.unfinished());
            assertTrue(house.ledger.verify().intact());
        }
    }

    @Test
    void theStoreHoldsNoPassword() throws Exception {
        try (CameraHouse house = house("canary")) {
            String live = site.camera("gate-1").liveUrl().toString();
            Added added = house.add(CameraHouse.byUrl("gate-1", live.replace("//", "//admin:kanari-9173@")));
            assertTrue(added.loginTakenFromUrl());
            assertEquals(live, added.camera().url());
            assertEquals("admin", added.camera().user());
            house.store.close();
            try (var files = Files.walk(house.folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String bytes = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
                    assertFalse(bytes.contains("kanari"), file.toString());
                }
            }
        }
    }

    private static TimeSpan span(String from, String to) {
        return new TimeSpan(Instant.parse(from), Instant.parse(to));
    }
}
