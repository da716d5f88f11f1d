package vn.vigil.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vigil.base.CameraId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Progress;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.net.Ipv4Range;
import vn.vigil.net.NetException;
import vn.vigil.net.NetInterface;

class DiscoveriesTest {
    private static final Duration SHORT = Duration.ofMillis(400);

    private final World world = World.real();
    private final List<NetInterface> machine = List.of(
            interfaceOf("lo", "127.0.0.1", "127.0.0.0/8", true),
            interfaceOf("eth0", "192.168.7.2", "192.168.7.0/24", false),
            interfaceOf("eth0", "192.168.7.3", "192.168.7.0/24", false),
            interfaceOf("eth1", "10.20.0.1", "10.20.0.0/16", false));

    private static NetInterface interfaceOf(String name, String address, String range, boolean loopback) {
        try {
            return new NetInterface(name, address, Ipv4Range.parse(range), !loopback, loopback);
        } catch (NetException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private DiscoveryPlan plan(String onInterface, String range, boolean confirmed) {
        return DiscoveryPlanner.plan(new DiscoveryRequest(onInterface, range, null, confirmed), machine);
    }

    private VigilException refused(String onInterface, String range, boolean confirmed) {
        return assertThrows(VigilException.class, () -> plan(onInterface, range, confirmed));
    }

    private static Camera camera(String id, String url, String onvif) {
        DeviceFacts device = new DeviceFacts(null, null, null, null, null);
        return new Camera(
                new CameraId(id),
                id,
                url,
                null,
                onvif,
                null,
                null,
                null,
                false,
                "",
                device,
                Route.plain(onvif),
                Card.EMPTY);
    }

    @Test
    void withoutAWordEveryNetworkButTheLoopbackIsAskedOnce() {
        assertEquals(
                List.of("eth0 192.168.7.2", "eth1 10.20.0.1"),
                plan(null, null, false).networks().stream()
                        .map(n -> n.name() + " " + n.address())
                        .toList());
        assertEquals(1, plan("10.20.0.1", null, false).networks().size());
        assertEquals("lo", plan("lo", null, false).networks().get(0).name());
        assertEquals(ErrorKind.NOT_FOUND, refused("eth7", null, false).kind());
    }

    @Test
    void aRangeIsTakenAsTypedAndALargeOrPublicOneOnlyWhenConfirmed() {
        DiscoveryPlan plan = plan(null, "10.20.16.1/20", false);
        assertEquals("10.20.16.0/20", plan.range());
        assertEquals(4094, plan.hosts());
        assertEquals("eth1", plan.networks().get(0).name());
        assertEquals(ErrorKind.REFUSED, refused(null, "10.20.0.0/19", false).kind());
        assertEquals(8190, plan(null, "10.20.0.0/19", true).hosts());
        assertEquals(ErrorKind.REFUSED, refused(null, "203.0.113.0/24", false).kind());
        assertEquals(254, plan(null, "203.0.113.0/24", true).hosts());
        assertEquals(ErrorKind.USAGE, refused(null, "10.0.0.0/8", true).kind());
        assertEquals(ErrorKind.USAGE, refused(null, "239.255.255.0/24", true).kind());
        assertEquals(ErrorKind.USAGE, refused(null, "gate-1", true).kind());
        assertEquals(ErrorKind.USAGE, refused("eth0", "10.20.0.0/24", true).kind());
    }

    @Test
    void whoAnswersIsToldWithTheCameraItIsInTheInventory() throws Exception {
        try (DatagramSocket device = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
            answering(device);
            DiscoveryPlan plan = new DiscoveryPlan(
                    List.of(new DiscoveryPlan.Network("lo", "127.0.0.1", "127.0.0.0/8")), null, 0, List.of(), SHORT);
            List<Camera> known =
                    List.of(camera("gate-1", null, "127.0.0.1:8899"), camera("yard", "rtsp://192.0.2.1:554/", null));
            DiscoveryResult result = new Discoveries(
                            world, known, new InetSocketAddress("127.0.0.1", device.getLocalPort()))
                    .run(plan, Progress.NONE);
            assertEquals(1, result.found().size());
            Discovered one = result.found().get(0);
            assertEquals("127.0.0.1:8899", one.onvif());
            assertEquals(List.of(new CameraId("gate-1")), one.cameras());
            assertTrue(result.complete());
            assertNull(result.nothing());
        }
    }

    private static void answering(DatagramSocket device) {
        Thread thread = new Thread(() -> {
            byte[] buffer = new byte[4096];
            try {
                while (true) {
                    DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                    device.receive(packet);
                    String question = new String(buffer, 0, packet.getLength(), StandardCharsets.UTF_8);
                    int from = question.indexOf("MessageID>") + 10;
                    String id = question.substring(from, question.indexOf('<', from));
                    byte[] answer = ("<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Header>"
                                    + "<a:RelatesTo>" + id + "</a:RelatesTo></s:Header><s:Body><d:ProbeMatches>"
                                    + "<d:ProbeMatch><d:XAddrs>http://127.0.0.1:8899/onvif/device_service</d:XAddrs>"
                                    + "</d:ProbeMatch></d:ProbeMatches></s:Body></s:Envelope>")
                            .getBytes(StandardCharsets.UTF_8);
                    device.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            } catch (IOException e) {
                // closed: the test is over
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Test
    void silenceIsExplained() throws Exception {
        try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
            Discoveries discoveries =
                    new Discoveries(world, List.of(), new InetSocketAddress("127.0.0.1", silent.getLocalPort()));
            DiscoveryPlan asked = new DiscoveryPlan(
                    List.of(new DiscoveryPlan.Network("lo", "127.0.0.1", "127.0.0.0/8")), null, 0, List.of(), SHORT);
            assertEquals(
                    NothingFound.NOTHING_ANSWERED,
                    discoveries.run(asked, Progress.NONE).nothing());
            DiscoveryPlan nowhere = new DiscoveryPlan(List.of(), null, 0, List.of(), SHORT);
            assertEquals(
                    NothingFound.NO_INTERFACE,
                    discoveries.run(nowhere, Progress.NONE).nothing());
            DiscoveryPlan gone = new DiscoveryPlan(
                    List.of(new DiscoveryPlan.Network("eth9", "192.0.2.77", "192.0.2.0/24")),
                    null,
                    0,
                    List.of(),
                    SHORT);
            assertFalse(discoveries.run(gone, Progress.NONE).complete());
        }
    }

    @Test
    void aRangeIsKnockedAtAndItsHostsFoundAgainInTheInventory() throws Exception {
        try (ServerSocket port = new ServerSocket()) {
            try {
                port.bind(new InetSocketAddress("127.67.0.3", 0));
            } catch (IOException e) {
                assumeTrue(false, "only Linux answers on all of 127.0.0.0/8");
            }
            Discoveries discoveries = new Discoveries(
                    world,
                    List.of(camera("hall", "rtsp://127.67.0.3:554/live", null)),
                    new InetSocketAddress("127.0.0.1", 9));
            DiscoveryPlan plan = new DiscoveryPlan(List.of(), "127.67.0.0/29", 6, List.of(port.getLocalPort()), SHORT);
            DiscoveryResult result = discoveries.run(plan, Progress.NONE);
            assertEquals(1, result.found().size());
            assertEquals("127.67.0.3", result.found().get(0).address());
            assertEquals(List.of(port.getLocalPort()), result.found().get(0).ports());
            assertEquals(List.of(new CameraId("hall")), result.found().get(0).cameras());
            DiscoveryPlan closed =
                    new DiscoveryPlan(List.of(), "127.67.0.8/29", 6, List.of(port.getLocalPort()), SHORT);
            assertEquals(
                    NothingFound.NO_CAMERA_PORT,
                    discoveries.run(closed, Progress.NONE).nothing());
        }
    }
}
