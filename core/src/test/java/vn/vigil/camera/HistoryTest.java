package vn.vigil.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vigil.base.CameraId;
import vn.vigil.base.Codec;
import vn.vigil.base.TimeSpan;
import vn.vigil.config.Config;
import vn.vigil.config.Home;
import vn.vigil.ledger.Ledger;
import vn.vigil.people.People;
import vn.vigil.store.Store;
import vn.vigil.testkit.Databases;
import vn.vigil.testkit.TestWorld;
import vn.vigil.upkeep.Upkeep;

/** A camera looked at every five minutes, as cron would, and what its history says afterwards. */
class HistoryTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Settling.Rule RULE = new Settling.Rule(new Settling.Of(1, 1), new Settling.Of(2, 3), 3);

    @TempDir
    Path folder;

    private final SqlCameraStore sql = new SqlCameraStore();
    private final History history = new History(ZONE, Duration.ofMinutes(15), Duration.ofDays(7));

    private static Camera camera(String id) {
        return new Camera(
                new CameraId(id),
                id,
                "rtsp://192.0.2.1:554/",
                null,
                null,
                null,
                null,
                null,
                true,
                "",
                DeviceFacts.NONE,
                Route.plain(null),
                Card.EMPTY);
    }

    private Upkeep upkeep(Store store) {
        TestWorld world = TestWorld.create();
        Config config = Config.load(world, Home.of(world, folder), null);
        Ledger ledger = new Ledger(store, world);
        return new Upkeep(world, config, store, ledger, new People(store, ledger, config, world));
    }

    /** Looks from {@code from} on, a letter each: u, g, d; x for a run that did not come to this camera; blank for no run at all. */
    private void looks(Store store, Camera camera, Instant from, String letters) {
        Memory memory = new Memory(store, RULE, history, upkeep(store));
        for (int i = 0; i < letters.length(); i++) {
            Instant at = from.plusSeconds(300L * i);
            if (letters.charAt(i) != ' ') {
                CameraState state =
                        switch (letters.charAt(i)) {
                            case 'u' -> CameraState.UP;
                            case 'g' -> CameraState.DEGRADED;
                            case 'd' -> CameraState.DOWN;
                            default -> CameraState.NOT_CHECKED;
                        };
                List<Finding> findings = state == CameraState.DOWN ? List.of(Finding.UNREACHABLE) : List.of();
                PictureFacts picture = state != CameraState.UP
                        ? null
                        : new PictureFacts(Codec.H264, 640, 360, 12.5, 800_000, Duration.ZERO, 99, 1, 90);
                ClockReading clock = state == CameraState.DOWN
                        ? null
                        : new ClockReading(
                                Duration.ofMillis(-100L * i), Duration.ofMillis(20), ClockReading.How.ONVIF, at);
                CameraVerdict v = new CameraVerdict(camera, state, findings, null, true, at, at, clock, picture);
                Remembered before = store.read(tx -> sql.remembered(tx, camera.id()));
                assertTrue(memory.save(
                        at,
                        List.of(new Memory.Item(v, before, Observation.failed(Observation.Failure.NONE, null))),
                        (tx, standing) -> {}));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void figuresAddUpAndUnknownIsNeverUp(Databases database) {
        Instant begin = Instant.parse("2026-03-01T17:00:00Z"); // midnight in Vietnam
        try (Store store = database.empty(TestWorld.create(), folder)) {
            Camera gate = camera("gate-1");
            store.write(tx -> {
                sql.insert(tx, gate, begin);
                return null;
            });
            looks(store, gate, begin, "uuuuuudddduuuuuu            uux");
            Instant now = begin.plus(Duration.ofHours(24));
            List<CameraFigures> all =
                    store.read(tx -> history.figures(tx, LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 3), now));
            assertEquals(1, all.size());
            CameraFigures f = all.get(0);
            assertEquals(86_400, f.total());
            assertEquals(20 * 60, f.down());
            // Eleven whole intervals up, a quarter of an hour that the last look before the silence vouches for, one
            // more.
            assertEquals(11 * 300 + 900 + 300, f.up());
            assertEquals(86_400 - f.up() - f.down(), f.notChecked());
            assertEquals(f.up() / (double) (f.up() + f.down()), f.availability(), 1e-9);
            assertEquals((f.up() + f.down()) / 86_400.0, f.coverage(), 1e-9);
            assertEquals(18, f.looks());
            assertEquals(1, f.outages());
            assertEquals(12.5, f.framesPerSecond(), 1e-9);
            assertEquals(800, f.kilobitsPerSecond());
            assertEquals(0.01, f.loss(), 1e-9);
            assertEquals(Duration.ofMillis(-2900), f.drift());
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void transitionsAreSpansAndTheLastOneIsOpen(Databases database) {
        Instant begin = Instant.parse("2026-03-01T17:00:00Z");
        try (Store store = database.empty(TestWorld.create(), folder)) {
            Camera gate = camera("gate-1");
            store.write(tx -> {
                sql.insert(tx, gate, begin);
                return null;
            });
            looks(store, gate, begin, "uuddudduuuuu");
            TimeSpan day = new TimeSpan(begin, begin.plus(Duration.ofDays(1)));
            List<CameraSpan> spans = store.read(tx -> history.spans(tx, gate.id(), day));
            assertEquals(
                    List.of(CameraState.UP, CameraState.DOWN, CameraState.UP),
                    spans.stream().map(CameraSpan::state).toList());
            assertNull(spans.get(0).to());
            assertEquals(begin.plusSeconds(600), spans.get(1).from());
            assertEquals(begin.plusSeconds(2700), spans.get(1).to());
            assertEquals(List.of(Finding.UNREACHABLE), spans.get(1).findings());
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aLightRunWithinADeepOneCountsNoSecondTwice(Databases database) {
        Instant begin = Instant.parse("2026-03-02T01:00:00Z");
        try (Store store = database.empty(TestWorld.create(), folder)) {
            Camera gate = camera("gate-1");
            store.write(tx -> {
                sql.insert(tx, gate, begin);
                return null;
            });
            Memory memory = new Memory(store, RULE, history, upkeep(store));
            Remembered first = YearOfLooks.remembered(CameraState.UP, begin, begin);
            // The deep run looks at second 310 and ends last; a light one begins after it, and is written down before
            // it.
            for (int second : new int[] {0, 365, 310, 600}) {
                Instant at = begin.plusSeconds(second);
                CameraVerdict v = new CameraVerdict(gate, CameraState.UP, List.of(), null, true, at, begin, null, null);
                Memory.Item item = new Memory.Item(v, second == 0 ? null : first, YearOfLooks.seen(null));
                assertTrue(memory.save(at, List.of(item), (tx, standing) -> {}));
            }
            CameraFigures f = store.read(tx -> history.figures(
                            tx, LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 3), begin.plusSeconds(600)))
                    .get(0);
            assertEquals(600, f.up());
            assertEquals(0, f.notChecked());
            assertEquals(4, f.looks());
        }
    }
}
