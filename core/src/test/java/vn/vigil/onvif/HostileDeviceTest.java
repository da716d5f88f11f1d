package vn.vigil.onvif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import vn.vigil.base.World;
import vn.vigil.net.Login;
import vn.vigil.net.NetException;
import vn.vigil.testkit.TestWorld;

/** What a device can do to us: everything ends, refused or capped, within its deadline. */
class HostileDeviceTest {
    private static final OnvifOptions ONCE = OnvifOptions.STANDARD.withClockSamples(1, Duration.ZERO);
    private static final Login LOGIN = new Login("admin", "canary-7");
    private static final byte[] HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: application/soap+xml\r\n\r\n".getBytes(StandardCharsets.UTF_8);

    private final TestWorld world = TestWorld.create();

    private OnvifException refusal(ScriptedDevice.Script script) throws Exception {
        return refusal(world, ONCE, script);
    }

    private static OnvifException refusal(World world, OnvifOptions options, ScriptedDevice.Script script)
            throws Exception {
        try (ScriptedDevice device = new ScriptedDevice(script)) {
            OnvifException e = assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> assertThrows(OnvifException.class, () -> device.connect(world, LOGIN, options)));
            assertEquals(OnvifException.Step.CLOCK, e.step());
            assertFalse(e.toString().contains("canary"));
            return e;
        }
    }

    @Test
    void aDocumentTypeIsRefused() throws Exception {
        OnvifException e = refusal(
                (r, out) -> ScriptedDevice.reply(
                        out,
                        200,
                        "application/soap+xml",
                        "<?xml version=\"1.0\"?><!DOCTYPE Envelope [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Envelope>&x;</Envelope>"));
        assertEquals(OnvifException.Cause.PROTOCOL, e.reason());
        assertFalse(e.getMessage().contains("root:"));
    }

    @Test
    void aBodyWithoutEndIsCutOff() throws Exception {
        OnvifException e = refusal((r, out) -> {
            out.write(HEAD);
            byte[] more = "<a>endless</a>".repeat(1000).getBytes(StandardCharsets.UTF_8);
            for (int sent = 0; sent < 64 << 20; sent += more.length) {
                out.write(more);
            }
        });
        assertEquals(OnvifException.Cause.TOO_LARGE, e.reason());
    }

    @Test
    void aCompressedBombIsNotUnpacked() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write(new byte[32 << 20]);
        }
        OnvifException e = refusal((r, out) -> {
            out.write(
                    ("HTTP/1.1 200 OK\r\nContent-Type: application/soap+xml\r\nContent-Encoding: gzip\r\nContent-Length: "
                                    + bomb.size() + "\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            out.write(bomb.toByteArray());
        });
        assertEquals(OnvifException.Cause.NOT_ONVIF, e.reason());
    }

    @Test
    void aByteNowAndThenEndsAtTheDeadline() throws Exception {
        World real = World.real();
        OnvifOptions hasty = ONCE.withDeadlines(Duration.ofMillis(400), Duration.ofSeconds(2));
        long before = real.nanos();
        OnvifException e = refusal(real, hasty, (r, out) -> {
            out.write(HEAD);
            for (int i = 0; i < 100; i++) {
                out.write(' ');
                out.flush();
                real.sleep(Duration.ofMillis(100));
            }
        });
        assertEquals(OnvifException.Cause.TIMEOUT, e.reason());
        assertTrue(real.nanos() - before < 2_000_000_000L);
    }

    @Test
    void aMillionNestedElementsAreRefused() throws Exception {
        OnvifException e =
                refusal((r, out) -> ScriptedDevice.reply(out, 200, "application/soap+xml", "<a>".repeat(1_000_000)));
        assertEquals(OnvifException.Cause.PROTOCOL, e.reason());
        assertTrue(e.getMessage().contains("deeper"), e.getMessage());
    }

    @Test
    void aLoginPageIsNoOnvifAndSeesNoLogin() throws Exception {
        try (ScriptedDevice device = new ScriptedDevice((r, out) ->
                ScriptedDevice.reply(out, 200, "text/html", "<!DOCTYPE html><html><form>password</form></html>"))) {
            OnvifException e = assertThrows(OnvifException.class, () -> device.connect(world, LOGIN, ONCE));
            assertEquals(OnvifException.Cause.NOT_ONVIF, e.reason());
            assertEquals(1, device.requests.size());
            assertFalse(
                    device.requests.get(0).hasToken() || device.requests.get(0).hasDigest());
        }
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        try (ScriptedDevice elsewhere =
                new ScriptedDevice((r, out) -> ScriptedDevice.soap(out, ScriptedDevice.CLOCK))) {
            OnvifException e = refusal((r, out) -> ScriptedDevice.reply(
                    out, 302, "text/html", "", "Location: http://" + elsewhere.endpoint() + "/onvif/device_service"));
            assertEquals(OnvifException.Cause.NOT_ONVIF, e.reason());
            assertEquals(0, elsewhere.requests.size());
        }
    }

    @Test
    void anotherProtocolIsNoOnvif() throws Exception {
        OnvifException e =
                refusal((r, out) -> out.write("RTSP/1.0 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8)));
        assertEquals(OnvifException.Cause.NOT_ONVIF, e.reason());
        assertEquals(NetException.Cause.PROTOCOL, e.network());
    }

    @Test
    void noDeviceAtAllIsUnreachable() throws Exception {
        ScriptedDevice gone = new ScriptedDevice((r, out) -> {});
        gone.close();
        OnvifException e = assertThrows(OnvifException.class, () -> gone.connect(world, LOGIN, ONCE));
        assertEquals(OnvifException.Cause.UNREACHABLE, e.reason());
        assertEquals(NetException.Cause.CONNECTION_REFUSED, e.network());
    }

    @Test
    void aHundredThousandProfilesAreCappedAndCounted() throws Exception {
        String profiles = "<trt:GetProfilesResponse>" + "<trt:Profiles token='p'/>".repeat(100_000)
                + "</trt:GetProfilesResponse>";
        try (ScriptedDevice device = new ScriptedDevice((r, out) -> {
            switch (r.call()) {
                case "GetSystemDateAndTime" -> ScriptedDevice.soap(out, ScriptedDevice.CLOCK);
                case "GetServices" -> ScriptedDevice.soap(out, ScriptedDevice.services(OnvifNames.MEDIA1));
                default -> ScriptedDevice.soap(out, profiles);
            }
        })) {
            MediaProfiles found = device.connect(world, null, ONCE).profiles();
            assertEquals(64, found.list().size());
            assertEquals(100_000, found.told());
        }
    }

    @Test
    void clocksOfNonsenseAreImplausible() throws Exception {
        for (String[] nonsense :
                new String[][] {{"1970-1-1", "0:0:7"}, {"2026-13-1", "7:5:0"}, {"2026-3-2", "24:0:0"}}) {
            try (ScriptedDevice device = new ScriptedDevice(
                    (r, out) -> ScriptedDevice.soap(out, ScriptedDevice.clock(nonsense[0], nonsense[1])))) {
                assertFalse(device.connect(world, null, ONCE).clock().plausible());
            }
        }
    }

    @Test
    void localTimeSentAsUtcIsSuspected() throws Exception {
        try (ScriptedDevice device =
                new ScriptedDevice((r, out) -> ScriptedDevice.soap(out, ScriptedDevice.clock("2026-3-2", "14:5:0")))) {
            ClockReading clock = device.connect(world, null, ONCE).clock();
            assertTrue(clock.localAsUtcSuspected());
            assertEquals(Duration.ofHours(7).plusMillis(500), clock.offset());
        }
    }

    @Test
    void addressesOfOtherKindsAreRefused() throws Exception {
        for (String bad : new String[] {
            "file:///etc/passwd", "jar:file:///x!/y", "rtsp://10.0.0.1/x&#13;&#10;SETUP", "rtsp://a:b@10.0.0.1/x"
        }) {
            try (ScriptedDevice device = new ScriptedDevice((r, out) -> stream(r, out, bad))) {
                OnvifDevice onvif = device.connect(world, null, ONCE);
                MediaProfile profile = onvif.profiles().list().get(0);
                OnvifException e = assertThrows(OnvifException.class, () -> onvif.streamUri(profile), bad);
                assertEquals(OnvifException.Step.STREAM_URI, e.step());
                assertEquals(NetException.Cause.BAD_URL, e.network());
            }
        }
    }

    private static void stream(ScriptedDevice.Request r, OutputStream out, String uri) throws IOException {
        ScriptedDevice.soap(
                out,
                switch (r.call()) {
                    case "GetSystemDateAndTime" -> ScriptedDevice.CLOCK;
                    case "GetServices" -> ScriptedDevice.services(OnvifNames.MEDIA1);
                    case "GetProfiles" ->
                        "<trt:GetProfilesResponse><trt:Profiles token='p'/></trt:GetProfilesResponse>";
                    default ->
                        "<trt:GetStreamUriResponse><trt:MediaUri><tt:Uri>" + uri
                                + "</tt:Uri></trt:MediaUri></trt:GetStreamUriResponse>";
                });
    }

    @Test
    void anEndlessSearchEndsAndIsEnded() throws Exception {
        try (ScriptedDevice device = new ScriptedDevice((r, out) -> ScriptedDevice.soap(
                out,
                switch (r.call()) {
                    case "GetSystemDateAndTime" -> ScriptedDevice.CLOCK;
                    case "GetServices" -> ScriptedDevice.services(OnvifNames.SEARCH);
                    case "FindRecordings" ->
                        "<tse:FindRecordingsResponse><tse:SearchToken>S</tse:SearchToken>"
                                + "</tse:FindRecordingsResponse>";
                    case "EndSearch" -> "<tse:EndSearchResponse/>";
                    default ->
                        "<tse:GetRecordingSearchResultsResponse><tse:ResultList><tt:SearchState>Searching"
                                + "</tt:SearchState></tse:ResultList></tse:GetRecordingSearchResultsResponse>";
                }))) {
            OnvifDevice onvif = device.connect(world, null, ONCE);
            OnvifException e = assertThrows(OnvifException.class, onvif::recordings);
            assertEquals(OnvifException.Cause.TIMEOUT, e.reason());
            assertEquals(1, device.count("EndSearch"));
        }
    }
}
