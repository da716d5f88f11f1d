package vn.vigil.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.Severity;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.sim.CameraSpec;
import vn.vigil.sim.Fault;
import vn.vigil.sim.PictureSpec;
import vn.vigil.sim.SimulatedSite;
import vn.vigil.sim.SiteSpec;

/** One round over a site in which much is wrong. */
class CameraCheckStoriesTest {
    private static final PictureSpec SMALL = new PictureSpec(320, 180, 10, 1, 10);

    @TempDir
    static Path folder;

    private static SimulatedSite site;

    @BeforeAll
    static void open() {
        site = SimulatedSite.start(
                World.real(),
                SiteSpec.of(
                        camera("good"),
                        camera("frozen").with(Fault.FROZEN),
                        camera("black").with(Fault.BLACK),
                        camera("dead").with(Fault.DEAD),
                        camera("refusing").with(Fault.REFUSES_LOGIN),
                        camera("stalling").with(Fault.STALLS),
                        camera("late").with(Fault.WRONG_CLOCK),
                        camera("slow").with(Fault.SLOW),
                        camera("silent").with(Fault.FALLS_SILENT),
                        camera("cut").with(Fault.CUTS_OFF)));
    }

    private static CameraSpec camera(String id) {
        return CameraSpec.of(id).with(SMALL).withLogin("admin", "pass word/1");
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void everyCameraIsJudgedByWhatItShows() throws Exception {
        try (CameraHouse house = new CameraHouse(World.real(), folder.resolve("round"))) {
            for (String id : List.of("good", "frozen", "black", "dead", "refusing", "stalling", "slow", "cut")) {
                String url = site.camera(id).liveUrl().toString();
                house.add(house.byUrl(id, url, "admin", "pass word/1"));
            }
            CheckResult first = house.check();
            Map<String, String> seen = words(first);
            assertEquals("up [] null", seen.get("good"));
            assertEquals("degraded [FROZEN] judge", seen.get("frozen"));
            assertEquals("degraded [BLACK] judge", seen.get("black"));
            assertEquals("down [UNREACHABLE] tcp", seen.get("dead"));
            assertEquals("down [REFUSED] auth", seen.get("refusing"));
            assertEquals("down [NO_STREAM] packets", seen.get("stalling"));
            assertEquals("up [] null", seen.get("slow"), "late answers are no fault of the picture");
            assertEquals("up [] null", seen.get("cut"), "two key frames came before it cut off");
            assertEquals(Severity.CRITICAL, first.severity());
            assertTrue(first.saved());

            PictureFacts picture = verdict(first, "good").picture();
            assertEquals(320, picture.width());
            assertEquals(180, picture.height());
            assertEquals(10, picture.framesPerSecond(), 2);
            assertEquals(0, picture.lost());
            assertNull(verdict(first, "dead").picture());

            CheckResult second = house.check();
            assertEquals(seen, words(second), "a second look comes to the same");
            assertFalse(verdict(second, "refusing").contacted(), "a refused login is not offered again");
            assertTrue(verdict(second, "dead").contacted());
            assertEquals(
                    verdict(first, "frozen").since(), verdict(second, "frozen").since());
            assertTrue(house.ledger.verify().intact());
            assertEquals(
                    1,
                    house.ledger.linesOf("camera/refusing").stream()
                            .filter(l -> l.contains("camera.login-refused"))
                            .count());
        }
    }

    @Test
    void aNewPasswordLiftsTheQuarantineAndTheSameOneDoesNot() throws Exception {
        try (CameraHouse house = new CameraHouse(World.real(), folder.resolve("quarantine"))) {
            String url = site.camera("good").liveUrl().toString();
            house.add(house.byUrl("gate-1", url, "admin", "wrong"));
            assertEquals(List.of(Finding.REFUSED), house.checkOne("gate-1").findings());

            assertEquals(
                    Added.Outcome.UNCHANGED,
                    house.add(house.byUrl("gate-1", url, "admin", "wrong")).outcome());
            assertFalse(house.checkOne("gate-1").contacted());
            VigilException e = assertThrows(
                    VigilException.class,
                    () -> house.cameras.openLive(new vn.vigil.base.CameraId("gate-1"), house.deadline()));
            assertEquals("VG-CAMERA-LOGIN-QUARANTINED", e.id());

            assertEquals(
                    Added.Outcome.LOGIN_CHANGED,
                    house.add(house.byUrl("gate-1", url, "admin", "pass word/1"))
                            .outcome());
            CameraVerdict now = house.checkOne("gate-1");
            assertTrue(now.contacted());
            assertEquals(CameraState.UP, now.state());
        }
    }

    @Test
    void aWrongClockIsFoundAndMeasured() throws Exception {
        try (CameraHouse house = new CameraHouse(World.real(), folder.resolve("clock"))) {
            Added added = house.add(house.byOnvif("late", site.camera("late").onvifAddress(), "admin", "pass word/1"));
            assertNotNull(added.camera().url());
            assertNotNull(added.camera().device().serial());
            CameraVerdict late = house.checkOne("late");
            assertEquals(CameraState.DEGRADED, late.state());
            assertEquals(List.of(Finding.CLOCK_WRONG), late.findings());
            assertEquals(Step.CLOCK, late.brokenStep());
            Duration off = late.clock().offset().minus(Duration.ofMinutes(31)).abs();
            assertTrue(
                    off.compareTo(late.clock().error().plusMillis(50)) <= 0,
                    late.clock().toString());
            assertTrue(late.clock().error().compareTo(Duration.ofSeconds(1)) < 0);
            assertNotNull(house.cameras.lastClock(late.camera().id()));
        }
    }

    private static CameraVerdict verdict(CheckResult result, String id) {
        return result.cameras().stream()
                .filter(v -> v.camera().id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> words(CheckResult result) {
        Map<String, String> words = new TreeMap<>();
        for (CameraVerdict v : result.cameras()) {
            words.put(
                    v.camera().id().value(),
                    v.state().word() + " " + v.findings() + " "
                            + (v.brokenStep() == null ? null : v.brokenStep().word()));
        }
        return words;
    }

    @Test
    void aStreamThatFallsSilentBehindItsFirstPictureIsFoundByOneRunOfFour() throws Exception {
        try (CameraHouse house = new CameraHouse(World.real(), folder)) {
            Map<Integer, String> ids = new TreeMap<>();
            for (int i = 0; ids.size() < 4; i++) {
                ids.putIfAbsent(Math.floorMod(("c" + i).hashCode(), 4), "c" + i);
            }
            for (String id : ids.values()) {
                house.add(house.byUrl(id, site.camera("silent").liveUrl().toString(), "admin", "pass word/1"));
            }
            for (CameraVerdict v : house.check().cameras()) {
                assertEquals(List.of(Finding.NO_STREAM), v.findings(), "a first look watches two pictures");
            }
            // As if it had been well until now.
            house.store.write(tx -> tx.run("update camera_check set state = 'up', findings = '', broken_step = null"));
            int found = 0;
            for (CameraVerdict v : house.check().cameras()) {
                found += v.findings().equals(List.of(Finding.NO_STREAM)) && v.brokenStep() == Step.PACKETS ? 1 : 0;
            }
            assertTrue(found >= 1 && found <= 2, found + " of four");
        }
    }
}
