package vn.vigil.onvif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import vn.vigil.net.Login;
import vn.vigil.testkit.TestWorld;

/** The ladder of logins: none, then what the device asks for, once. */
class OnvifLoginTest {
    private static final String PASSWORD = "canary-&-7Ầ";
    private static final Login LOGIN = new Login("ad<min>", PASSWORD);
    private static final OnvifOptions ONCE = OnvifOptions.STANDARD.withClockSamples(1, Duration.ZERO);
    private static final String DIGEST = "WWW-Authenticate: Digest realm=\"r\", nonce=\"n1\", qop=\"auth\"";

    private final TestWorld world = TestWorld.create();

    private interface Protected {
        void answer(ScriptedDevice.Request request, OutputStream out) throws IOException;
    }

    /** Tells its clock to anybody and guards the rest. */
    private static ScriptedDevice guarded(Protected rest) throws IOException {
        return new ScriptedDevice((request, out) -> {
            if (request.call().equals("GetSystemDateAndTime")) {
                ScriptedDevice.soap(out, ScriptedDevice.CLOCK);
            } else {
                rest.answer(request, out);
            }
        });
    }

    private static void assertNoSecret(Throwable e) {
        StringWriter all = new StringWriter();
        e.printStackTrace(new PrintWriter(all));
        assertFalse(all.toString().contains("canary"), all.toString());
    }

    @Test
    void aDeviceThatAsksForNothingGetsNoLogin() throws Exception {
        try (ScriptedDevice device = guarded((r, out) -> ScriptedDevice.soap(out, ScriptedDevice.INFORMATION))) {
            assertEquals("S7", device.connect(world, LOGIN, ONCE).device().serial());
            for (ScriptedDevice.Request r : device.requests) {
                assertFalse(r.hasDigest() || r.hasToken());
            }
        }
    }

    @Test
    void aChallengeIsAnsweredByDigestAndRemembered() throws Exception {
        try (ScriptedDevice device = guarded((r, out) -> {
            if (r.hasDigest()) {
                ScriptedDevice.soap(out, ScriptedDevice.INFORMATION);
            } else {
                ScriptedDevice.reply(out, 401, "text/html", "<html>401</html>", DIGEST);
            }
        })) {
            OnvifDevice onvif = device.connect(world, LOGIN, ONCE);
            onvif.device();
            onvif.device();
            assertEquals(3, device.count("GetDeviceInformation"), "none, digest, digest");
            assertFalse(device.requests.get(0).hasDigest(), "the clock is asked without login");
            assertTrue(device.requests.stream().noneMatch(ScriptedDevice.Request::hasToken), "never both");
        }
    }

    @Test
    void aFaultIsAnsweredByTokenAndRemembered() throws Exception {
        try (ScriptedDevice device = guarded((r, out) -> {
            if (r.hasToken()) {
                ScriptedDevice.soap(out, ScriptedDevice.INFORMATION);
            } else {
                ScriptedDevice.fault(out, 400, "NotAuthorized", "Sender not Authorized");
            }
        })) {
            OnvifDevice onvif = device.connect(world, LOGIN, ONCE);
            onvif.device();
            onvif.device();
            assertEquals(3, device.count("GetDeviceInformation"), "none, token, token");
            String first = device.requests.get(2).body();
            String second = device.requests.get(3).body();
            assertTrue(first.contains("<Username>ad&lt;min&gt;</Username>"), first);
            assertNotEquals(
                    between(first, "Base64Binary\">", "<"), between(second, "Base64Binary\">", "<"), "fresh nonce");
            assertFalse(first.contains("canary"));
            assertTrue(device.requests.stream().noneMatch(ScriptedDevice.Request::hasDigest), "never both");
        }
    }

    @Test
    void theTokenIsMadeOnTheDevicesClock() throws Exception {
        try (ScriptedDevice device = new ScriptedDevice((r, out) -> {
            if (r.call().equals("GetSystemDateAndTime")) {
                ScriptedDevice.soap(out, ScriptedDevice.clock("2026-3-2", "7:36:0"));
            } else if (r.hasToken()) {
                ScriptedDevice.soap(out, ScriptedDevice.INFORMATION);
            } else {
                ScriptedDevice.fault(out, 500, "NotAuthorized", "");
            }
        })) {
            OnvifDevice onvif = device.connect(world, LOGIN, ONCE);
            world.pass(Duration.ofMinutes(2));
            world.jumpClock(world.now().minusSeconds(3600));
            onvif.device();
            String sent = device.requests.get(device.requests.size() - 1).body();
            String created = between(sent, OnvifNames.WSU + "\">", "<");
            assertEquals("2026-03-02T07:38:00.500Z", created, "half a second is the device's whole seconds");
            String nonce = between(sent, "Base64Binary\">", "<");
            assertEquals(
                    WsSecurity.digest(Base64.getDecoder().decode(nonce), created, PASSWORD),
                    between(sent, "#PasswordDigest\">", "<"));
        }
    }

    @Test
    void aRefusedDigestIsNeverOfferedAgain() throws Exception {
        try (ScriptedDevice device = guarded((r, out) -> ScriptedDevice.reply(out, 401, "text/html", "", DIGEST))) {
            OnvifDevice onvif = device.connect(world, LOGIN, ONCE);
            OnvifException e = assertThrows(OnvifException.class, onvif::device);
            assertEquals(OnvifException.Cause.LOGIN_REFUSED, e.reason());
            assertEquals(OnvifException.Step.DEVICE, e.step());
            assertTrue(e.loginRefused());
            assertNoSecret(e);
            int before = device.requests.size();
            assertTrue(assertThrows(OnvifException.class, onvif::services).loginRefused());
            assertEquals(before, device.requests.size(), "nothing more was sent");
            assertEquals(
                    1,
                    device.requests.stream()
                            .filter(ScriptedDevice.Request::hasDigest)
                            .count());
        }
    }

    @Test
    void aRefusedTokenIsNeverOfferedAgain() throws Exception {
        try (ScriptedDevice device = guarded((r, out) -> ScriptedDevice.fault(out, 400, "NotAuthorized", "no"))) {
            OnvifDevice onvif = device.connect(world, LOGIN, ONCE);
            OnvifException e = assertThrows(OnvifException.class, onvif::device);
            assertEquals(OnvifException.Cause.LOGIN_REFUSED, e.reason());
            assertTrue(e.loginRefused());
            assertNoSecret(e);
            assertThrows(OnvifException.class, onvif::profiles);
            assertEquals(
                    1,
                    device.requests.stream()
                            .filter(ScriptedDevice.Request::hasToken)
                            .count());
        }
    }

    @Test
    void aTokenRefusedByADeviceWithADoubtfulClockNamesTheClock() throws Exception {
        try (ScriptedDevice device = new ScriptedDevice((r, out) -> {
            if (r.call().equals("GetSystemDateAndTime")) {
                ScriptedDevice.soap(out, ScriptedDevice.clock("1970-1-1", "0:1:0"));
            } else {
                ScriptedDevice.fault(out, 400, "NotAuthorized", "no");
            }
        })) {
            OnvifDevice onvif = device.connect(world, LOGIN, ONCE);
            assertFalse(onvif.clock().plausible());
            OnvifException e = assertThrows(OnvifException.class, onvif::device);
            assertEquals(OnvifException.Cause.CLOCK_SKEW_SUSPECTED, e.reason());
            assertTrue(e.loginRefused(), "the credential is spent all the same");
        }
    }

    @Test
    void withoutLoginNothingIsSpent() throws Exception {
        try (ScriptedDevice device = guarded((r, out) -> ScriptedDevice.fault(out, 400, "NotAuthorized", "no"))) {
            OnvifException e = assertThrows(OnvifException.class, () -> device.connect(world, null, ONCE)
                    .device());
            assertEquals(OnvifException.Cause.LOGIN_REFUSED, e.reason());
            assertFalse(e.loginRefused());
        }
    }

    @Test
    void basicIsAnsweredOnlyWhereItIsAllowed() throws Exception {
        try (ScriptedDevice device = guarded((r, out) -> {
            if (r.headers().getOrDefault("authorization", "").startsWith("Basic ")) {
                ScriptedDevice.soap(out, ScriptedDevice.INFORMATION);
            } else {
                ScriptedDevice.reply(out, 401, "text/html", "", "WWW-Authenticate: Basic realm=\"r\"");
            }
        })) {
            OnvifException e = assertThrows(OnvifException.class, () -> device.connect(world, LOGIN, ONCE)
                    .device());
            assertEquals(OnvifException.Cause.LOGIN_REFUSED, e.reason());
            assertFalse(e.loginRefused());
            assertTrue(device.requests.stream().noneMatch(r -> r.headers().containsKey("authorization")));
            assertEquals(
                    "S7",
                    device.connect(world, LOGIN, ONCE.withBasicAllowed())
                            .device()
                            .serial());
        }
    }

    @Test
    void aClockBehindALoginIsStillRead() throws Exception {
        try (ScriptedDevice device = new ScriptedDevice((r, out) -> {
            if (r.hasDigest()) {
                ScriptedDevice.soap(out, ScriptedDevice.CLOCK);
            } else {
                ScriptedDevice.reply(out, 401, "text/html", "", DIGEST);
            }
        })) {
            assertTrue(device.connect(world, LOGIN, ONCE).clock().known());
        }
    }

    @Test
    void aRightThatIsMissingIsNoRefusedLogin() throws Exception {
        try (ScriptedDevice device = guarded((r, out) -> {
            if (!r.hasToken() || r.call().equals("GetServices")) {
                ScriptedDevice.fault(out, 400, "NotAuthorized", "no");
            } else {
                ScriptedDevice.soap(out, ScriptedDevice.INFORMATION);
            }
        })) {
            OnvifDevice onvif = device.connect(world, LOGIN, ONCE);
            onvif.device();
            OnvifException e = assertThrows(OnvifException.class, onvif::services);
            assertFalse(e.loginRefused());
            onvif.device();
        }
    }

    private static String between(String text, String from, String to) {
        int a = text.indexOf(from) + from.length();
        return text.substring(a, text.indexOf(to, a));
    }
}
