package vn.vigil.rtsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.vigil.base.Codec;
import vn.vigil.net.AddressRules;
import vn.vigil.net.CameraUrl;
import vn.vigil.net.GateOptions;
import vn.vigil.net.Login;
import vn.vigil.net.TlsTrust;
import vn.vigil.rtsp.RtspException.Cause;
import vn.vigil.rtsp.RtspException.Step;
import vn.vigil.testkit.ClosedPort;
import vn.vigil.testkit.ScriptedServer;

/** The light check against cameras of every humour. */
@Timeout(30)
class LightCheckTest extends AgainstScriptedCamera {
    private static final String DIGEST = "WWW-Authenticate: Digest realm=\"IP Camera\", nonce=\"n1\"\r\n";
    private static final String SHA256 =
            "WWW-Authenticate: Digest realm=\"r\", nonce=\"n2\", algorithm=SHA-256, qop=\"auth\"\r\n";
    private static final String BASIC = "WWW-Authenticate: Basic realm=\"r\"\r\n";

    private Login login = new Login("admin", PASSWORD);
    private boolean basicAllowed;
    private final GateOptions brisk = GateOptions.DEFAULTS.withTimes(Duration.ofMillis(400), Duration.ofMillis(900));
    private GateOptions times = GateOptions.DEFAULTS.withTimes(Duration.ofSeconds(8), Duration.ofSeconds(16));

    private LightCheck.Subject subject(int port) throws Exception {
        CameraUrl url = CameraUrl.parse("rtsp://127.0.0.1:" + port + "/live?channel=1", "rtsp");
        return new LightCheck.Subject(url, login, AddressRules.of("127.0.0.1"), TlsTrust.anyKey(), basicAllowed);
    }

    private LightResult check(ScriptedServer server) throws Exception {
        try (server) {
            LightResult result = LightCheck.run(
                            world, List.of(subject(server.port())), times, in(20_000), (done, total) -> {})
                    .get(0);
            assertFalse(server.requests().toString().contains("SETUP"));
            assertFalse(server.requests().toString().contains(PASSWORD));
            assertTrue(result.run());
            return result;
        }
    }

    private void fails(Cause cause, Step step, ScriptedServer server) throws Exception {
        LightResult result = check(server);
        assertNotNull(result.failure(), "was not refused");
        assertEquals(
                cause + " at " + step,
                result.failure().cause() + " at " + result.failure().step());
        assertEquals(step, result.reached());
        assertFalse(result.video());
    }

    @Test
    void aCameraThatDescribesVideoIsWell() throws Exception {
        ScriptedServer server = ScriptedServer.of(OK, DESCRIBED);
        LightResult result = check(server);
        assertNull(result.failure());
        assertEquals(Codec.H264, result.codec());
        assertEquals(Step.DESCRIBE, result.reached());
        assertTrue(result.roundTrip().toNanos() > 0 && result.elapsed().compareTo(result.roundTrip()) >= 0);
        assertEquals(2, server.requests().size());
    }

    @Test
    void theLoginIsOfferedByTheBestDigestWhenItIsAskedFor() throws Exception {
        ScriptedServer server =
                ScriptedServer.of(OK, reply("401 Unauthorized", DIGEST + SHA256 + BASIC, ""), DESCRIBED);
        assertTrue(check(server).video());
        String last = server.requests().get(2);
        assertTrue(last.contains("algorithm=SHA-256") && last.contains("qop=auth"), last);
    }

    @Test
    void aDigestWithoutQopIsAnsweredInItsOldForm() throws Exception {
        ScriptedServer server = ScriptedServer.of(reply("401 Unauthorized", DIGEST, ""), OK, DESCRIBED);
        assertTrue(check(server).video());
        assertFalse(server.requests().get(1).contains("qop"));
        assertTrue(server.requests().get(2).contains("Digest"), "known by then: no second question");
    }

    @Test
    void aRefusedLoginIsOfferedOnceAndNeverAgain() throws Exception {
        ScriptedServer server = ScriptedServer.of(
                OK,
                reply("401 Unauthorized", DIGEST, ""),
                reply("401 Unauthorized", DIGEST, ""),
                reply("401 Unauthorized", DIGEST, ""));
        fails(Cause.LOGIN_REFUSED, Step.DESCRIBE, server);
        assertEquals(
                1,
                server.requests().stream()
                        .filter(r -> r.contains("Authorization"))
                        .count());
    }

    @Test
    void withoutALoginOrWithBasicAloneNothingIsOffered() throws Exception {
        ScriptedServer basic = ScriptedServer.of(OK, reply("401 Unauthorized", BASIC, ""));
        fails(Cause.LOGIN_NEEDED, Step.DESCRIBE, basic);
        assertFalse(basic.requests().toString().contains("Authorization"));
        login = null;
        fails(Cause.LOGIN_NEEDED, Step.OPTIONS, ScriptedServer.of(reply("401 Unauthorized", DIGEST, "")));
    }

    @Test
    void basicIsOfferedWhereItIsAllowed() throws Exception {
        basicAllowed = true;
        ScriptedServer server = ScriptedServer.of(OK, reply("401 Unauthorized", BASIC, ""), DESCRIBED);
        assertTrue(check(server).video());
        assertTrue(server.requests().get(2).contains("Authorization: Basic "));
    }

    @Test
    void refusalsAreToldApart() throws Exception {
        fails(Cause.NOT_FOUND, Step.DESCRIBE, ScriptedServer.of(OK, reply("404 Not Found", "", "")));
        fails(Cause.BUSY, Step.DESCRIBE, ScriptedServer.of(OK, reply("453 Not Enough Bandwidth", "", "")));
        fails(
                Cause.REDIRECT,
                Step.DESCRIBE,
                ScriptedServer.of(OK, reply("302 Found", "Location: rtsp://169.254.169.254/x\r\n", "")));
        fails(Cause.REJECTED, Step.DESCRIBE, ScriptedServer.of(OK, reply("500 Oh", "", "")));
        fails(
                Cause.NO_TRACK,
                Step.DESCRIBE,
                ScriptedServer.of(OK, reply("200 OK", "", "v=0\r\nm=audio 0 RTP/AVP 8\r\n")));
    }

    @Test
    void aCameraThatKnowsNoOptionsIsAskedAllTheSame() throws Exception {
        assertTrue(check(ScriptedServer.of(reply("501 Not Implemented", "", ""), DESCRIBED))
                .video());
    }

    @Test
    void aClosedPortIsRefused() throws Exception {
        try (ClosedPort closed = new ClosedPort()) {
            LightResult result = LightCheck.run(
                            world, List.of(subject(closed.number())), times, in(20_000), (done, total) -> {})
                    .get(0);
            assertEquals(Cause.CONNECTION_REFUSED, result.failure().cause());
            assertEquals(Step.TCP, result.reached());
        }
    }

    @Test
    void silenceEndsAtTheDeadline() throws Exception {
        times = brisk;
        LightResult result = check(ScriptedServer.of());
        assertEquals(Cause.TIMEOUT, result.failure().cause());
        assertEquals(Step.OPTIONS, result.failure().step());
        assertTrue(result.elapsed().toMillis() >= 390 && result.elapsed().toMillis() < 8000, "" + result.elapsed());
    }

    @Test
    void anAnswerThatDripsEndsAtTheDeadlineToo() throws Exception {
        times = brisk;
        LightResult result = check(ScriptedServer.of(OK).dripping(100));
        assertEquals(Cause.TIMEOUT, result.failure().cause());
        assertTrue(result.elapsed().toMillis() < 8000, "" + result.elapsed());
    }

    @Test
    void answersInPiecesArePutTogether() throws Exception {
        assertTrue(check(ScriptedServer.of(OK, DESCRIBED).dripping(1)).video());
    }

    @Test
    void whatIsNoRtspIsSaidToBeNone() throws Exception {
        fails(Cause.PROTOCOL, Step.OPTIONS, ScriptedServer.of("HTTP/1.1 200 OK\r\n\r\n<html>"));
        fails(Cause.PROTOCOL, Step.OPTIONS, ScriptedServer.of("\u0000\u0001\u0002garbage"));
        fails(Cause.PROTOCOL, Step.DESCRIBE, ScriptedServer.of(OK, reply("200 OK", "Content-Length: -5\r\n", "")));
    }

    @Test
    void giantAnswersAreCutOff() throws Exception {
        String header = "X-Filler: " + "x".repeat(1000) + "\r\n";
        fails(Cause.PROTOCOL, Step.OPTIONS, ScriptedServer.of("RTSP/1.0 200 OK\r\n" + header.repeat(2000)));
        fails(Cause.PROTOCOL, Step.DESCRIBE, ScriptedServer.of(OK, reply("200 OK", "", "v=0\r\n".repeat(200_000))));
        fails(
                Cause.PROTOCOL,
                Step.DESCRIBE,
                ScriptedServer.of(OK, reply("200 OK", "Content-Length: 2000000000\r\n", "")));
    }

    @Test
    void aConnectionThatClosesEarlyIsNoDescription() throws Exception {
        fails(
                Cause.CLOSED,
                Step.DESCRIBE,
                ScriptedServer.of(OK, "RTSP/1.0 200 OK\r\nCSe").closingAtEnd());
        fails(Cause.CLOSED, Step.DESCRIBE, ScriptedServer.of(OK).closingAtEnd());
    }

    @Test
    void aControlAddressElsewhereIsNeverFollowedAndAnotherSchemeRefused() throws Exception {
        String evil = SDP.replace("a=control:trackID=1", "a=control:http://127.0.0.1/x");
        fails(Cause.PROTOCOL, Step.DESCRIBE, ScriptedServer.of(OK, reply("200 OK", "", evil)));
    }

    @Test
    void packetsAndQuestionsOfTheCameraAreNoHindrance() throws Exception {
        byte[] mixed = join(
                picture(0, 1, true),
                bytes("OPTIONS * RTSP/1.0\r\nCSeq: 9\r\n\r\n"),
                bytes("RTSP/1.0 200 OK\r\nCSeq: 1\r\n\r\n"));
        ScriptedServer server = ScriptedServer.of(List.of(mixed, bytes(DESCRIBED.replace("CSeq: ?", "CSeq: 2"))));
        assertTrue(check(server).video());
        fails(
                Cause.REDIRECT,
                Step.OPTIONS,
                ScriptedServer.of("REDIRECT * RTSP/1.0\r\nCSeq: 1\r\nLocation: rtsp://10.0.0.1/\r\n\r\n"));
    }

    @Test
    void oneOfEachKindAmongManyIsToldInOrder() throws Exception {
        List<ScriptedServer> servers = new ArrayList<>();
        List<LightCheck.Subject> subjects = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            ScriptedServer server = i % 4 == 3 ? ScriptedServer.of() : ScriptedServer.of(OK, DESCRIBED);
            servers.add(server);
            subjects.add(subject(server.port()));
        }
        List<LightResult> results = LightCheck.run(
                world,
                subjects,
                brisk.withTimes(Duration.ofSeconds(2), Duration.ofSeconds(4)),
                in(20_000),
                (done, total) -> {});
        for (int i = 0; i < 40; i++) {
            assertEquals(i % 4 != 3, results.get(i).video(), "camera " + i);
            servers.get(i).close();
        }
    }

    @Test
    void whatWasNotAskedInTimeIsNotCheckedRatherThanDown() throws Exception {
        try (ScriptedServer server = ScriptedServer.of()) {
            LightResult result = LightCheck.run(
                            world, List.of(subject(server.port())), times, in(50), (done, total) -> {})
                    .get(0);
            assertFalse(result.run());
            assertNull(result.failure());
        }
    }
}
