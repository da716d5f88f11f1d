package vn.vigil.onvif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import vn.vigil.net.Endpoint;
import vn.vigil.net.NetException;

class DeviceAddressTest {
    private static final Endpoint DEVICE = new Endpoint("192.0.2.7", 8080, false);

    private static String http(String sent) throws NetException {
        return DeviceAddress.http(sent, DEVICE).url().toString();
    }

    private static String rtsp(String sent, int port) throws NetException {
        return DeviceAddress.rtsp(sent, DEVICE, port).url().toString();
    }

    @Test
    void theHostIsOursAndThePathTheirs() throws NetException {
        assertEquals("http://192.0.2.7:8080/onvif/media?x=1&y=%20", http("http://10.0.0.5/onvif/media?x=1&y=%20"));
        assertEquals("http://192.0.2.7:8080/onvif/Media", http("HTTPS://camera.local:443/onvif/Media"));
        assertEquals("http://192.0.2.7:8080/onvif/media", http("http://0.0.0.0/onvif/media"));
        assertEquals("http://192.0.2.7:8080/onvif/media", http("http:///onvif/media"));
        assertEquals("http://192.0.2.7:8080/onvif/media", http("/onvif/media"));
        assertEquals("http://192.0.2.7:8080/x", http("http://[fe80::1%25eth0]:80/x"));
        DeviceAddress moved = DeviceAddress.http("http://10.0.0.5/onvif/media", DEVICE);
        assertTrue(moved.rewritten());
        assertEquals("http://10.0.0.5/onvif/media", moved.original());
        assertFalse(
                DeviceAddress.http("http://192.0.2.7:8080/onvif/media", DEVICE).rewritten());
    }

    @Test
    void streamsKeepTheirPortUnlessItIsMapped() throws NetException {
        assertEquals("rtsp://192.0.2.7:554/live?a=1&b=2", rtsp("rtsp://10.0.0.5/live?a=1&b=2", 0));
        assertEquals("rtsp://192.0.2.7:8554/live", rtsp("rtsp://10.0.0.5:8554/live", 0));
        assertEquals("rtsp://192.0.2.7:9554/live", rtsp("rtsp://10.0.0.5:8554/live", 9554));
        assertEquals("rtsps://192.0.2.7:322/live", rtsp("rtsps://[::ffff:10.0.0.5]/live", 0));
        assertEquals("rtsp://192.0.2.7:554/live", rtsp("rtsp:///live", 0));
    }

    @Test
    void whatIsNoAddressOfADeviceIsRefused() {
        for (String bad : new String[] {
            "file:///etc/passwd",
            "jar:http://10.0.0.5/a.jar!/b",
            "ftp://10.0.0.5/x",
            "gopher://10.0.0.5/x",
            "",
            "onvif/media",
            "http://10.0.0.5/x\r\nHost: elsewhere",
            "http://user:secret@10.0.0.5/x",
            "http://10.0.0.5/" + "x".repeat(2000)
        }) {
            NetException e = assertThrows(NetException.class, () -> http(bad), bad);
            assertEquals(NetException.Cause.BAD_URL, e.cause());
            assertFalse(e.getMessage().contains("secret"));
        }
        assertThrows(NetException.class, () -> rtsp("rtsp://user:secret@10.0.0.5/x", 0));
        assertThrows(NetException.class, () -> rtsp("http://10.0.0.5/x", 0));
        assertThrows(NetException.class, () -> rtsp("/live", 0));
        assertThrows(NetException.class, () -> rtsp("rtsp://10.0.0.5:0/x", 0));
    }
}
