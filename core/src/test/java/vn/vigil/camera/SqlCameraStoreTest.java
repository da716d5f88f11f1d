package vn.vigil.camera;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vigil.base.CameraId;
import vn.vigil.media.LumaThumb;
import vn.vigil.store.Store;
import vn.vigil.testkit.Databases;
import vn.vigil.testkit.TestWorld;

/** The one suite for both databases. */
class SqlCameraStoreTest {
    private static final Instant NOW = Instant.parse("2026-03-02T07:05:00Z");

    private static final ClockReading CLOCK =
            new ClockReading(Duration.ofMillis(-70), Duration.ofMillis(9), ClockReading.How.DAHUA, NOW);

    private static final Camera GATE = new Camera(
            new CameraId("gate-1"),
            "Cổng chính'; drop table camera; --",
            "rtsp://192.0.2.1:554/a",
            null,
            "192.0.2.1:80",
            "rtsp://192.0.2.1:554/replay",
            "Recording_1",
            "admin",
            true,
            "",
            new DeviceFacts("Acme", "X1", "1.0", "S-1", null),
            new Route(DriverKind.HIKVISION, "192.0.2.1:8080", 7, null, true, "ab".repeat(32), "trackList"),
            new Card(
                    List.of("ngoài trời", "cổng"),
                    "Cơ sở 2",
                    "Ra vào",
                    30,
                    LocalDate.parse("2024-05-06"),
                    "Công ty Ví Dụ",
                    LocalDate.parse("2027-05-06"),
                    "sw-1"));

    @TempDir
    Path folder;

    private final SqlCameraStore sql = new SqlCameraStore();

    @ParameterizedTest
    @EnumSource(Databases.class)
    void keepsWhatItIsGiven(Databases database) {
        try (Store store = database.empty(TestWorld.create(), folder)) {
            Camera plain = new Camera(
                    new CameraId("alley"),
                    "alley",
                    "rtsp://192.0.2.2:554/",
                    null,
                    null,
                    null,
                    null,
                    null,
                    false,
                    "Ngõ",
                    DeviceFacts.NONE,
                    Route.plain(null),
                    Card.EMPTY);
            store.write(tx -> {
                sql.insert(tx, GATE, NOW);
                sql.insert(tx, plain, NOW);
                return null;
            });
            assertEquals(List.of(plain, GATE), store.read(sql::all));
            assertEquals(GATE, store.read(tx -> sql.find(tx, GATE.id())));
            assertNull(store.read(tx -> sql.find(tx, new CameraId("other"))));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void remembersTheLastCheckAndKeepsAThumbUntilThereIsAnother(Databases database) {
        try (Store store = database.empty(TestWorld.create(), folder)) {
            byte[] grey = new byte[LumaThumb.WIDTH * LumaThumb.HEIGHT];
            grey[5] = (byte) 200;
            CameraVerdict frozen = verdict(CameraState.DEGRADED, NOW, Finding.FROZEN, Finding.CLOCK_WRONG);
            CameraVerdict down = verdict(CameraState.DOWN, NOW.plusSeconds(60), Finding.UNREACHABLE);
            store.write(tx -> {
                sql.insert(tx, GATE, NOW);
                assertNull(sql.remembered(tx, GATE.id()));
                assertNull(sql.lastVerdict(tx, GATE));
                Settled settled = new Settled(CameraState.DEGRADED, NOW, frozen.findings(), "ug");
                try (SqlRunStore run = new SqlRunStore(tx)) {
                    assertNull(run.settled(GATE.id()));
                    assertNull(run.clock(GATE.id()));
                    run.saveCheck(frozen, settled, new LumaThumb(grey));
                    run.saveClock(GATE.id(), CLOCK);
                }
                assertEquals(frozen.findings(), sql.lastVerdict(tx, GATE).findings());
                assertEquals(CameraState.DEGRADED, sql.lastVerdict(tx, GATE).state());
                try (SqlRunStore run = new SqlRunStore(tx)) {
                    assertTrue(run.has(GATE.id()));
                    assertFalse(run.has(new CameraId("other")));
                    assertEquals(settled, run.settled(GATE.id()));
                    assertEquals(CLOCK.offset(), run.clock(GATE.id()).offset());
                    assertEquals(CLOCK.how(), run.clock(GATE.id()).how());
                    run.saveCheck(down, settled, null);
                }
                return null;
            });
            Remembered before = store.read(tx -> sql.remembered(tx, GATE.id()));
            assertEquals(CameraState.DOWN, before.state());
            assertEquals(NOW.plusSeconds(60), before.since());
            assertEquals("S-1", before.serial());
            assertArrayEquals(grey, before.thumb().bytes());
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aNewLoginIsANewVersionAndARefusalBelongsToOne(Databases database) {
        try (Store store = database.empty(TestWorld.create(), folder)) {
            store.write(tx -> {
                sql.insert(tx, GATE, NOW);
                assertEquals(1, sql.loginVersion(tx, GATE.id()));
                sql.saveRefusal(tx, GATE.id(), new SqlCameraStore.Refusal(1, NOW));
                sql.setUser(tx, GATE.id(), "viewer");
                return null;
            });
            assertEquals(2L, (long) store.read(tx -> sql.loginVersion(tx, GATE.id())));
            assertEquals(new SqlCameraStore.Refusal(1, NOW), store.read(tx -> sql.refusal(tx, GATE.id())));
            assertEquals("viewer", store.read(tx -> sql.find(tx, GATE.id())).user());
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void keepsTheLastClockWithAnErrorThatCoversTheRounding(Databases database) {
        try (Store store = database.empty(TestWorld.create(), folder)) {
            ClockReading first =
                    new ClockReading(Duration.ofHours(-10), Duration.ofNanos(300_400_000), ClockReading.How.ONVIF, NOW);
            ClockReading second =
                    new ClockReading(Duration.ofMillis(16_000), Duration.ofMillis(500), ClockReading.How.RTCP, NOW);
            store.write(tx -> {
                sql.insert(tx, GATE, NOW);
                assertNull(sql.clock(tx, GATE.id()));
                sql.saveClock(tx, GATE.id(), first);
                return null;
            });
            ClockReading kept = store.read(tx -> sql.clock(tx, GATE.id()));
            assertEquals(new ClockReading(Duration.ofHours(-10), Duration.ofMillis(301), first.how(), NOW), kept);
            store.write(tx -> {
                sql.saveClock(tx, GATE.id(), second);
                return null;
            });
            assertEquals(
                    second.offset(), store.read(tx -> sql.clock(tx, GATE.id())).offset());
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void learningGoesOnUnderAnAcceptedViewUntilItIsReplaced(Databases database) {
        try (Store store = database.empty(TestWorld.create(), folder)) {
            SqlLookStore looks = new SqlLookStore();
            LumaThumb thumb = new LumaThumb(new byte[LumaThumb.WIDTH * LumaThumb.HEIGHT]);
            Instant later = NOW.plusSeconds(1800);
            store.write(tx -> {
                sql.insert(tx, GATE, NOW);
                assertNull(looks.kept(tx, GATE.id()));
                looks.saveBaseline(tx, GATE.id(), Baseline.NONE, NOW);
                looks.saveBaseline(tx, GATE.id(), Baseline.NONE, later);
                return null;
            });
            SqlLookStore.Kept learned = store.read(tx -> looks.kept(tx, GATE.id()));
            assertEquals(NOW, learned.begunAt());
            assertEquals(later, learned.updatedAt());
            assertNull(learned.acceptedBy());
            store.write(tx -> {
                looks.replaceBaseline(
                        tx, GATE.id(), new SqlLookStore.Kept(Baseline.NONE, later, later, "an", later, thumb));
                looks.saveBaseline(tx, GATE.id(), Baseline.NONE, later.plusSeconds(1800));
                return null;
            });
            SqlLookStore.Kept accepted = store.read(tx -> looks.kept(tx, GATE.id()));
            assertEquals(later, accepted.begunAt());
            assertEquals("an", accepted.acceptedBy());
            assertEquals(later, accepted.acceptedAt());
            assertArrayEquals(thumb.bytes(), accepted.thumb().bytes());
            store.write(tx -> {
                looks.replaceBaseline(tx, GATE.id(), new SqlLookStore.Kept(Baseline.NONE, null, NOW, null, null, null));
                return null;
            });
            SqlLookStore.Kept blank = store.read(tx -> looks.kept(tx, GATE.id()));
            assertNull(blank.begunAt());
            assertNull(blank.acceptedAt());
            assertNull(blank.thumb());
        }
    }

    private static CameraVerdict verdict(CameraState state, Instant at, Finding... findings) {
        return new CameraVerdict(GATE, state, List.of(findings), Step.JUDGE, true, at, at, null, null);
    }
}
