package vn.vigil.camera;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.CameraId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.config.Config;
import vn.vigil.config.Home;
import vn.vigil.media.Decoders;
import vn.vigil.people.Actor;
import vn.vigil.people.NewMember;
import vn.vigil.people.Office;
import vn.vigil.people.People;
import vn.vigil.sim.CameraSpec;
import vn.vigil.sim.Fault;
import vn.vigil.sim.PictureSpec;
import vn.vigil.sim.SimulatedSite;
import vn.vigil.sim.SiteSpec;

/** A camera's usual look is learned, the camera is turned, somebody says by name that this is right. */
class BaselineStoriesTest {
    private static final PictureSpec SMALL = new PictureSpec(640, 360, 10, 1, 4);

    @TempDir
    static Path folder;

    private static SimulatedSite site;
    private static BaselineSample yard;

    @BeforeAll
    static void open() {
        site = SimulatedSite.start(
                World.real(),
                SiteSpec.of(
                        camera("yard"),
                        camera("turned").with(Fault.MOVED),
                        camera("frozen").with(Fault.FROZEN),
                        camera("black").with(Fault.BLACK),
                        camera("dead").with(Fault.DEAD),
                        camera("refusing").with(Fault.REFUSES_LOGIN).withLogin("admin", "pass word/1")));
    }

    private static CameraSpec camera(String id) {
        return CameraSpec.of(id).with(SMALL);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    private static String url(String camera) {
        return site.camera(camera).liveUrl().toString();
    }

    private static Actor member(CameraHouse house, String id, String name) {
        people(house)
                .add(
                        house.actor,
                        new NewMember(
                                new MemberId(id), name, null, null, null, null, Set.of(Office.TEAM_MEMBER), null, null),
                        false);
        return people(house).actor(id);
    }

    private static People people(CameraHouse house) {
        return new People(house.store, house.ledger, config(house), house.world);
    }

    private static Config config(CameraHouse house) {
        return Config.load(house.world, Home.of(house.world, house.folder), null);
    }

    private static SqlLookStore.Kept kept(CameraHouse house, String id) {
        return house.store.read(tx -> new SqlLookStore().kept(tx, new CameraId(id)));
    }

    /** What a look at the yard measures; one look does for all stories. */
    private static BaselineSample sample(CameraHouse house) {
        if (yard != null) {
            return yard;
        }
        Drivers drivers = new Drivers(house.world, ZoneOffset.UTC, false, house.folder);
        Finder finder = new Finder(house.store, new SqlCameraStore(), drivers);
        try (Decoders decoders = new Decoders()) {
            yard = new Probe(house.world, drivers, finder, decoders, Duration.ofSeconds(5), Duration.ofDays(1))
                    .picture(house.cameras.find("gate-1"), null, null, house.deadline())
                    .sample();
        }
        return yard;
    }

    /** As if the camera had been looked at every half hour, the last time an hour ago. */
    private static Instant teach(CameraHouse house, String id, int looks) {
        BaselineSample sample = sample(house);
        Instant first = house.world.now().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofMinutes(30L * (looks + 1)));
        Baseline baseline = Baseline.NONE;
        for (int i = 0; i < looks; i++) {
            baseline = baseline.learn(sample, first.plus(Duration.ofMinutes(30L * i)));
        }
        SqlLookStore.Kept kept = new SqlLookStore.Kept(baseline, first, first, null, null, null);
        house.store.write(tx -> {
            new SqlLookStore().replaceBaseline(tx, new CameraId(id), kept);
            return null;
        });
        return first;
    }

    @Test
    void aTurnedCameraIsFoundAcceptedByNameAndWell() throws Exception {
        try (CameraHouse house = new CameraHouse(World.real(), folder.resolve("turned"))) {
            Actor an = member(house, "an", "Nguyễn An");
            house.add(CameraHouse.byUrl("gate-1", url("yard")));
            assertEquals(CameraState.UP, house.checkOne("gate-1").state());
            Instant first = teach(house, "gate-1", 8);
            house.cameras.edit(CameraHouse.byUrl("gate-1", url("turned")), house.actor);

            CameraVerdict moved = house.checkOne("gate-1");
            assertEquals(CameraState.DEGRADED, moved.state());
            assertEquals(List.of(Finding.MOVED), moved.findings());

            Baselines baselines = house.cameras.baselines();
            Camera gate = house.cameras.find("gate-1");
            BaselineReport report = baselines.show(gate, house.deadline());
            assertEquals(first, report.begunAt());
            assertNull(report.acceptance());
            assertNull(report.accepted());
            BaselineReport.OfLight day = report.lights().get(0);
            assertEquals(8, day.samples());
            assertEquals(0, day.missing());
            assertEquals(8, report.lights().get(1).missing(), "nothing is learned by night");
            assertEquals(List.of(Finding.MOVED), report.today().findings());
            assertEquals(Light.DAY, report.today().light());
            assertTrue(report.judges(Light.DAY));
            assertFalse(report.judges(Light.NIGHT));
            double usual = day.usual(Measure.LAYOUT).median();
            assertTrue(report.today().values().get(Measure.LAYOUT) < usual - 0.2);
            assertEquals(160, report.today().picture().width());

            VigilException nobody =
                    assertThrows(VigilException.class, () -> baselines.accept(gate, house.actor, house.deadline()));
            assertEquals("VG-PEOPLE-WHO", nobody.id());
            assertEquals(8, kept(house, "gate-1").baseline().samples());

            ViewAccepted accepted = baselines.accept(gate, an, house.deadline());
            assertTrue(accepted.begunAnew());
            assertEquals(8, accepted.forgotten());
            assertEquals(List.of(Finding.MOVED), accepted.cleared());
            assertEquals(7, accepted.missing(), "one look is no baseline");
            assertNull(accepted.before());
            String line = lastLine(house);
            assertTrue(line.contains("camera.baseline-accept") && line.contains("\"an\""), line);
            assertTrue(line.contains("moved"), line);

            assertEquals(CameraState.UP, house.checkOne("gate-1").state());
            BaselineReport now = baselines.show(gate, null);
            assertNull(now.today(), "nobody was asked");
            assertEquals("Nguyễn An", now.acceptance().name());
            assertEquals(accepted.acceptance().at(), now.acceptance().at());
            assertEquals(now.acceptance().at(), now.begunAt());
            assertArrayEquals(accepted.picture().rgb(), now.accepted().rgb());
            assertEquals(1, now.lights().get(0).samples(), "the check came too soon after to be learned");
            assertTrue(house.ledger.verify().intact());
        }
    }

    @Test
    void whoAcceptsAViewThatFitsForgetsNothing() throws Exception {
        try (CameraHouse house = new CameraHouse(World.real(), folder.resolve("fits"))) {
            Actor an = member(house, "an", "Nguyễn An");
            Actor binh = member(house, "binh", "Trần Bình");
            house.add(CameraHouse.byUrl("gate-1", url("yard")));
            Instant first = teach(house, "gate-1", 8);
            Baselines baselines = house.cameras.baselines();
            Camera gate = house.cameras.find("gate-1");
            ViewAccepted accepted = baselines.accept(gate, an, house.deadline());
            assertFalse(accepted.begunAnew());
            assertEquals(0, accepted.forgotten());
            assertEquals(0, accepted.missing());
            assertEquals(first, kept(house, "gate-1").begunAt());
            assertEquals(9, kept(house, "gate-1").baseline().samples());

            ViewAccepted again = baselines.accept(gate, binh, house.deadline());
            assertEquals("Nguyễn An", again.before().name());
            assertEquals("binh", kept(house, "gate-1").acceptedBy());
            assertArrayEquals(accepted.picture().rgb(), again.former().rgb());
            String line = lastLine(house);
            assertTrue(line.contains("before"), line);

            house.store.rehearse();
            assertEquals(
                    "an",
                    baselines.accept(gate, an, house.deadline()).acceptance().by());
            assertEquals("binh", kept(house, "gate-1").acceptedBy(), "a rehearsal changes nothing");
        }
    }

    @Test
    void whatShowsNothingIsNotAccepted() throws Exception {
        try (CameraHouse house = new CameraHouse(World.real(), folder.resolve("refused"))) {
            Actor an = member(house, "an", "Nguyễn An");
            for (String id : List.of("frozen", "black", "dead")) {
                house.add(CameraHouse.byUrl(id, url(id)));
            }
            house.add(house.byUrl("refusing", url("refusing"), "admin", "pass word/1"));
            refused(house, an, "frozen", ErrorKind.REFUSED, "VG-BASELINE-FROZEN");
            refused(house, an, "black", ErrorKind.REFUSED, "VG-BASELINE-BLACK");
            refused(house, an, "dead", ErrorKind.UNREACHABLE, "VG-CAMERA-UNREACHABLE");
            refused(house, an, "refusing", ErrorKind.DENIED, "VG-CAMERA-LOGIN-QUARANTINED");
            assertNotNull(house.cameras.quarantinedSince(new CameraId("refusing")), "it is not offered again");
            TodaysView today = house.cameras
                    .baselines()
                    .show(house.cameras.find("dead"), house.deadline())
                    .today();
            assertEquals(CameraState.DOWN, today.state());
            assertEquals(List.of(Finding.UNREACHABLE), today.findings());
            assertNull(today.picture());
            assertTrue(today.values().isEmpty());
        }
    }

    private static void refused(CameraHouse house, Actor actor, String id, ErrorKind kind, String code) {
        Camera camera = house.cameras.find(id);
        VigilException e = assertThrows(
                VigilException.class, () -> house.cameras.baselines().accept(camera, actor, house.deadline()));
        assertEquals(code, e.id());
        assertEquals(kind, e.kind());
        assertNull(kept(house, id));
    }

    @Test
    void whoBeginsAnewForgetsAndACheckUnderWayDoesNotBringItBack() throws Exception {
        try (CameraHouse house = new CameraHouse(World.real(), folder.resolve("anew"))) {
            house.add(CameraHouse.byUrl("gate-1", url("yard")));
            Camera gate = house.cameras.find("gate-1");
            Baselines baselines = house.cameras.baselines();
            assertFalse(baselines.begin(gate, house.actor).now(), "nothing was learned");
            assertEquals(1, house.ledger.linesOf("camera/gate-1").size(), "and nothing is entered");

            house.checkOne("gate-1");
            teach(house, "gate-1", 8);
            SqlCameraStore sql = new SqlCameraStore();
            Remembered before = house.store.read(tx -> sql.remembered(tx, gate.id()));
            Instant looked = house.world.now().truncatedTo(ChronoUnit.MILLIS).minusMillis(1);
            BaselineBegun begun = baselines.begin(gate, house.actor);
            assertTrue(begun.now());
            assertEquals(8, begun.forgotten());
            assertTrue(lastLine(house).contains("camera.baseline-set"), lastLine(house));
            assertEquals(begun.at(), kept(house, "gate-1").begunAt());
            assertFalse(baselines.begin(gate, house.actor).now(), "there is nothing more to forget");

            save(house, gate, before, looked);
            assertEquals(0, kept(house, "gate-1").baseline().samples(), "it looked before the camera was turned");
            save(house, gate, before, begun.at());
            assertEquals(1, kept(house, "gate-1").baseline().samples(), "the run's memory is older than its look");
            assertEquals(begun.at(), kept(house, "gate-1").begunAt());
        }
    }

    /** What a run of checks writes down that found the camera well. */
    private static void save(CameraHouse house, Camera camera, Remembered before, Instant at) {
        BaselineSample sample = sample(house);
        Observation seen = new Observation(
                Observation.Failure.NONE,
                null,
                null,
                false,
                false,
                DeviceFacts.NONE,
                null,
                null,
                null,
                null,
                sample,
                null,
                false);
        CameraVerdict up = new CameraVerdict(camera, CameraState.UP, List.of(), null, true, at, at, null, null);
        Memory memory = new Memory(
                house.store,
                Settling.Rule.of(config(house)),
                new History(ZoneOffset.UTC, Duration.ofHours(1), Duration.ofDays(30)),
                house.upkeep);
        assertTrue(memory.save(at, List.of(new Memory.Item(up, before, seen)), (tx, cameras) -> {}));
    }

    private static String lastLine(CameraHouse house) {
        List<String> lines = house.ledger.linesOf("camera/gate-1");
        return lines.get(lines.size() - 1);
    }
}
