package vn.vigil.hold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.base.TimeSpan;
import vn.vigil.evidence.ClipSheet;
import vn.vigil.store.Store;
import vn.vigil.testkit.Databases;
import vn.vigil.testkit.TestWorld;

/** Holds come back from either database as they were put, and one span is held once. */
class SqlHoldStoreTest {
    private static final Instant AT = Instant.parse("2026-03-02T01:02:03.456Z");
    private static final CameraId GATE = new CameraId("gate-1");
    private static final TimeSpan SPAN = new TimeSpan(AT, AT.plusSeconds(60));
    private static final LocalDate DAY = LocalDate.parse("2027-03-02");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aHoldGoesItsWay(Databases database) {
        try (Store store = database.empty(TestWorld.create(), folder)) {
            CaseId id = store.write(tx -> SqlHoldStore.nextId(tx, Holds.SERIES, 2026));
            assertEquals("HLD-2026-0001", id.toString());
            Cause cause = new Cause(new CaseId("INC", 2026, 3), "mất xe", "lan", AT);
            HeldClip clip = new HeldClip(1, SPAN, sheet(), 5L << 32, "a".repeat(64), null, AT.plusSeconds(90));
            store.write(tx -> {
                SqlHoldStore.insert(tx, id, GATE, SPAN, AT, DAY, HoldReason.NOT_TRIED);
                SqlHoldStore.cause(tx, id, cause);
                SqlHoldStore.cause(tx, id, new Cause(null, "giữ thêm", "binh", AT.plusSeconds(1)));
                return null;
            });
            Held placed = store.read(tx -> SqlHoldStore.of(tx, GATE, SPAN));
            assertEquals(
                    new Held(
                            id,
                            GATE,
                            SPAN,
                            HoldState.PENDING,
                            List.of(cause, new Cause(null, "giữ thêm", "binh", AT.plusSeconds(1))),
                            List.of(),
                            List.of(new Missing(SPAN, HoldReason.NOT_TRIED)),
                            AT,
                            DAY,
                            false,
                            null),
                    placed);
            assertThrows(
                    RuntimeException.class,
                    () -> store.write(tx -> {
                        SqlHoldStore.insert(tx, new CaseId("HLD", 2026, 2), GATE, SPAN, AT, null, HoldReason.NOT_TRIED);
                        return null;
                    }),
                    "one span is held once");

            store.write(tx -> {
                SqlHoldStore.clip(tx, id, clip);
                SqlHoldStore.missing(tx, id, List.of());
                SqlHoldStore.state(tx, id, HoldState.COPIED, null);
                SqlHoldStore.keep(tx, id, DAY.plusDays(1), true);
                return null;
            });
            Held copied = store.read(tx -> SqlHoldStore.get(tx, id));
            assertEquals(List.of(clip), copied.clips());
            assertEquals(List.of(), copied.missing());
            assertNull(copied.until());

            Cause released = new Cause(null, "xong việc", "lan", AT.plus(Duration.ofDays(9)));
            store.write(tx -> {
                SqlHoldStore.release(tx, id, released);
                return null;
            });
            assertNull(store.read(tx -> SqlHoldStore.of(tx, GATE, SPAN)), "it may be held anew");
            assertEquals(List.of(), store.read(tx -> SqlHoldStore.all(tx, HoldFilter.HELD)));
            Held gone = store.read(tx -> SqlHoldStore.all(tx, new HoldFilter(cause.id(), GATE, null, true)))
                    .get(0);
            assertEquals(HoldState.RELEASED, gone.state());
            assertEquals(released, gone.released());
            assertEquals(List.of(clip), gone.clips(), "the record stays");

            Call call = new Call(new CaseId("CALL", 2026, 1), "Công an phường", null, AT, "lan");
            store.write(tx -> {
                SqlHoldStore.insert(tx, call);
                return null;
            });
            assertEquals(List.of(call), store.read(tx -> SqlHoldStore.calls(tx, "Công an phường", AT)));
            assertEquals(List.of(), store.read(tx -> SqlHoldStore.calls(tx, "Công an phường", AT.plusSeconds(1))));
        }
    }

    private static ClipSheet sheet() {
        return new ClipSheet(
                2,
                new ClipSheet.Camera("gate-1", "Cổng chính", null, null, null, "rtsp://192.0.2.1/", "onvif-replay"),
                ClipSheet.Origin.CAMERA,
                SPAN,
                new ClipSheet.Clock(Duration.ofSeconds(16), Duration.ofMillis(20), "onvif", AT),
                AT,
                AT.plusSeconds(60),
                null,
                Duration.ZERO,
                null,
                List.of(),
                1,
                0,
                new ClipSheet.Video("H264", 640, 360, 1500, 60, Duration.ofSeconds(60), "e".repeat(64)),
                null,
                null,
                "",
                5L << 32,
                "",
                "vigil");
    }
}
