package vn.vigil.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vigil.base.World;
import vn.vigil.testkit.TestWorld;

class SimulatedSiteTest {
    private static void refused(URI address) {
        assertThrows(ConnectException.class, () -> new Socket("127.0.0.1", address.getPort()).close());
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().startsWith("simulated site"))
                .count();
    }

    @Test
    void aDeadCameraHasAddressesAndNobodyThere() throws IOException {
        try (SimulatedSite site =
                SimulatedSite.start(World.real(), SiteSpec.of(Sites.camera().with(Fault.DEAD)))) {
            SimulatedCamera camera = site.camera("gate-1");
            refused(camera.onvif());
            refused(camera.liveUrl());
            camera.start();
            try (RawRtsp client = new RawRtsp(camera.liveUrl())) {
                assertEquals(200, client.ask("OPTIONS", "").status());
            }
        }
    }

    @Test
    void aCameraDiesAndComesBackAtTheSameAddress() throws IOException {
        try (SimulatedSite site = SimulatedSite.start(World.real(), SiteSpec.of(Sites.camera()))) {
            SimulatedCamera camera = site.camera("gate-1");
            URI live = camera.liveUrl();
            try (RawRtsp client = new RawRtsp(live).setUp()) {
                client.ask("PLAY", "");
                camera.stop();
                refused(live);
                refused(camera.onvif());
                assertThrows(IOException.class, () -> {
                    while (true) {
                        client.next();
                    }
                });
            }
            camera.start();
            assertEquals(live, camera.liveUrl());
            try (RawRtsp client = new RawRtsp(live)) {
                assertEquals(200, client.ask("DESCRIBE", "").status());
            }
        }
    }

    @Test
    void closingLeavesNoThreadAndNoPort() throws IOException {
        long before = threads();
        SimulatedSite site = SimulatedSite.start(
                World.real(),
                SiteSpec.of(Sites.camera(), Sites.camera().named("slow").with(Fault.SLOW)));
        SimulatedCamera camera = site.camera("gate-1");
        try (RawRtsp playing = new RawRtsp(camera.liveUrl()).setUp();
                RawRtsp idle = new RawRtsp(site.camera("slow").liveUrl());
                Socket silent = new Socket("127.0.0.1", camera.onvif().getPort())) {
            playing.ask("PLAY", "");
            assertTrue(threads() >= before + 2);
            site.close();
            assertEquals(before, threads());
            assertEquals(-1, silent.getInputStream().read());
            assertThrows(IOException.class, () -> idle.ask("OPTIONS", ""));
        }
        refused(camera.onvif());
        refused(camera.liveUrl());
    }

    @Test
    void aSessionThatNobodyKeepsAliveEnds() throws IOException {
        TestWorld world = TestWorld.create();
        try (SimulatedSite site = SimulatedSite.start(world, SiteSpec.of(Sites.camera()));
                RawRtsp client = new RawRtsp(site.camera("gate-1").liveUrl()).setUp()) {
            world.pass(Duration.ofSeconds(59));
            assertEquals(200, client.ask("GET_PARAMETER", "").status());
            world.pass(Duration.ofSeconds(61));
            assertTrue(client.closedByOther());
        }
    }

    @Test
    void aHundredIdleCamerasCostOneThread() {
        long before = threads();
        List<CameraSpec> cameras = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            cameras.add(Sites.camera().named("cam-" + i));
        }
        try (SimulatedSite site = SimulatedSite.start(World.real(), new SiteSpec(cameras))) {
            assertEquals(100, site.cameras().size());
            assertTrue(threads() <= before + 2, "one that accepts, and for a moment one that encodes");
            assertNotEquals(
                    site.camera("cam-1").liveUrl(), site.camera("cam-100").liveUrl());
        }
    }

    @Test
    void twoCamerasOfOneNameAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> SiteSpec.of(Sites.camera(), Sites.camera()));
    }
}
