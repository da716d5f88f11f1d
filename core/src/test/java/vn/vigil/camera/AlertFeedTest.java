package vn.vigil.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.CameraId;
import vn.vigil.camera.alert.Alert;
import vn.vigil.testkit.TestWorld;

/** From looks to alerts: what settles is told, what flickers is not. */
class AlertFeedTest {
    private static final Settling.Rule RULE = new Settling.Rule(new Settling.Of(1, 1), new Settling.Of(2, 3), 3);

    @TempDir
    Path folder;

    private final TestWorld world = TestWorld.create();
    private final SqlCameraStore sql = new SqlCameraStore();
    private final History history = new History(world.zone(), Duration.ofMinutes(15), Duration.ofDays(7));

    private static Camera camera(String onvif, String url, String address) {
        Route route = new Route(DriverKind.ONVIF, address, 1, null, false, null, null);
        return new Camera(
                new CameraId("gate-1"),
                "Cổng",
                url,
                null,
                onvif,
                null,
                null,
                null,
                false,
                "",
                DeviceFacts.NONE,
                route,
                Card.EMPTY);
    }

    /** Looks three minutes apart, a letter each: u up, d down, x not looked at. */
    private void looks(CameraHouse house, Camera camera, String letters) {
        Memory memory = new Memory(house.store, RULE, history, house.upkeep);
        for (char letter : letters.toCharArray()) {
            Instant at = world.now();
            CameraState state =
                    switch (letter) {
                        case 'u' -> CameraState.UP;
                        case 'd' -> CameraState.DOWN;
                        default -> CameraState.NOT_CHECKED;
                    };
            List<Finding> findings = state == CameraState.DOWN ? List.of(Finding.NO_STREAM) : List.of();
            CameraVerdict v = new CameraVerdict(camera, state, findings, null, true, at, at, null, null);
            Remembered before = house.store.read(tx -> sql.remembered(tx, camera.id()));
            assertTrue(memory.save(
                    at,
                    List.of(new Memory.Item(v, before, Observation.failed(Observation.Failure.NONE, null))),
                    new AlertFeed(house.alerts, at, at, Shard.WHOLE)));
            world.pass(Duration.ofMinutes(3));
        }
    }

    @Test
    void twentyFlapsAnHourAreOneOutageAndOneRecovery() {
        try (CameraHouse house = new CameraHouse(world, folder)) {
            house.add(CameraHouse.byUrl("gate-1", "rtsp://192.0.2.1/"));
            Camera camera = house.cameras.get(new CameraId("gate-1"));
            looks(house, camera, "uu" + "dududududududududu" + "xu");
            List<Alert> alerts = house.alerts.list(true);
            assertEquals(1, alerts.size());
            assertEquals(null, alerts.get(0).closing(), "not yet: a look that saw nothing proves nothing");
            looks(house, camera, "u");
            alerts = house.alerts.list(true);
            assertEquals(1, alerts.size());
            assertEquals(null, alerts.get(0).closing().by());
            List<String> told = new ArrayList<>();
            house.alerts.told(alerts.get(0).id()).forEach(t -> told.add(t.what()));
            assertEquals("opened", told.get(0));
            assertEquals(1, told.stream().filter(t -> t.equals("opened")).count());
            assertEquals(1, told.stream().filter(t -> t.equals("recovered")).count());
        }
    }

    @Test
    void aCamerasDeviceIsTheHostThatSpeaksForIt() {
        assertEquals(
                "192.0.2.7", AlertFeed.host(camera("192.0.2.8:80", "rtsp://192.0.2.9:554/a", "https://192.0.2.7")));
        assertEquals("192.0.2.8", AlertFeed.host(camera("192.0.2.8:80", "rtsp://192.0.2.9:554/a", null)));
        assertEquals("192.0.2.9", AlertFeed.host(camera(null, "rtsp://192.0.2.9:554/a:b?x=//y:1", null)));
        assertEquals("[2001:db8::1]", AlertFeed.host(camera("[2001:db8::1]", null, null)));
        assertEquals("[2001:db8::1]", AlertFeed.host(camera("[2001:db8::1]:8000", null, null)));
        assertEquals("", AlertFeed.host(camera(null, null, null)));
    }
}
