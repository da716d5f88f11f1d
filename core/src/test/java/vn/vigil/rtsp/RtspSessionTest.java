package vn.vigil.rtsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vigil.base.TimeSpan;
import vn.vigil.net.AddressRules;
import vn.vigil.net.CameraUrl;
import vn.vigil.net.NetException;
import vn.vigil.rtsp.RtspException.Cause;
import vn.vigil.rtsp.RtspException.Step;
import vn.vigil.testkit.ScriptedServer;

/** Cameras that refuse, redirect, lie or talk nonsense, by hand after RFC 2326 and field reports (moonfire-nvr, retina, go2rtc, SharpRTSP issues). */
class RtspSessionTest extends AgainstScriptedCamera {
    @Test
    void aRedirectIsRefusedAndReportedWithoutItsSecrets() throws Exception {
        RtspException e = describing(reply("302 Moved", "Location: rtsp://u:canary@10.9.8.7:5554/x?canary\r\n", ""));
        assertEquals(Cause.REDIRECT, e.cause());
        assertEquals(Step.DESCRIBE, e.step());
        assertTrue(e.getMessage().contains("10.9.8.7:5554"));
    }

    @Test
    void aCameraMayNotSendUsElsewhereWhileStreamingEither() throws Exception {
        RtspException e = failing(
                ScriptedServer.of(
                        DESCRIBED,
                        SET_UP,
                        OK + "REDIRECT rtsp://x RTSP/1.0\r\nCSeq: 1\r\nLocation: rtsp://10.9.8.7/\r\n\r\n"),
                s -> {
                    s.describe(in(2000));
                    s.setup(List.of(0), PlayRequest.live(), in(2000));
                    s.play(in(2000));
                    s.next(in(2000));
                });
        assertEquals(Cause.REDIRECT, e.cause());
        assertEquals(Step.STREAM, e.step());
    }

    @ParameterizedTest
    @CsvSource({
        "404 Not Found, NOT_FOUND", "453 Not Enough Bandwidth, BUSY", "503 Service Unavailable, BUSY",
        "454 Session Not Found, SESSION_GONE", "500 Internal Server Error, REJECTED", "403 Forbidden, REJECTED",
        "457 Invalid Range, RANGE", "551 Option not supported, REPLAY_UNSUPPORTED"
    })
    void aRefusalKeepsItsMeaning(String status, Cause cause) throws Exception {
        RtspException e = describing(reply(status, "", ""));
        assertEquals(cause, e.cause());
        assertEquals(Integer.parseInt(status.substring(0, 3)), e.status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RTSP/1.0 200 OK\r\nCSeq: 1\r\nContent-Length: -5\r\n\r\n",
                "RTSP/1.0 200 OK\r\nCSeq: 1\r\nContent-Length: 9999999\r\n\r\n",
                "RTSP/1.0 200 OK\r\nCSeq: 1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                "HTTP/1.1 400 Bad Request\r\n\r\n",
                "\u0000\u0001\u0002\u0003",
                "<html>",
                "SSH-2.0-dropbear\r\n\r\n"
            })
    void whatIsNoRtspEndsTheConversation(String answer) throws Exception {
        assertEquals(Cause.PROTOCOL, describing(answer).cause());
    }

    @Test
    void aHeadWithoutEndEndsTheConversation() throws Exception {
        assertEquals(
                Cause.PROTOCOL,
                describing("RTSP/1.0 200 OK\r\n" + "X: y\r\n".repeat(20_000)).cause());
    }

    @Test
    void aClosedConnectionAndSilenceAreToldApart() throws Exception {
        assertEquals(Cause.CLOSED, describing("").cause());
        RtspException e = failing(ScriptedServer.of(), s -> s.describe(in(100)));
        assertEquals(Cause.TIMEOUT, e.cause());
        e = failing(ScriptedServer.of(DESCRIBED + " ".repeat(500)).dripping(5), s -> s.describe(in(100)));
        assertEquals(Cause.TIMEOUT, e.cause());
    }

    @Test
    void aRefusedLoginIsOfferedExactlyOnce() throws Exception {
        String ask = reply("401 Unauthorized", "WWW-Authenticate: Digest realm=\"r\", nonce=\"n\"\r\n", "");
        ScriptedServer server = ScriptedServer.of(ask, ask, ask, ask);
        RtspException e = failing(server, s -> {
            assertThrows(RtspException.class, () -> s.describe(in(2000)));
            s.describe(in(2000));
        });
        assertEquals(Cause.LOGIN_REFUSED, e.cause());
        assertEquals(
                1,
                server.requests().stream()
                        .filter(r -> r.contains("Authorization"))
                        .count());
    }

    @Test
    void basicIsOnlyAnsweredWhereItIsAllowed() throws Exception {
        String ask = reply("401 Unauthorized", "WWW-Authenticate: Basic realm=\"r\"\r\n", "");
        ScriptedServer server = ScriptedServer.of(ask);
        assertEquals(
                Cause.LOGIN_NEEDED, failing(server, s -> s.describe(in(2000))).cause());
        assertFalse(server.requests().toString().contains("Authorization"));
        options = options.withBasicAllowed(true);
        try (ScriptedServer allowed = ScriptedServer.of(ask, DESCRIBED);
                RtspSession session = open(allowed)) {
            session.describe(in(2000));
            assertTrue(allowed.requests().get(1).contains("Authorization: Basic "));
        }
    }

    /** Hardened firmware that offers SHA-256 alone, as in go2rtc PR 2344; and one that offers both in two headers. */
    @Test
    void sha256IsSpokenAndPreferred() throws Exception {
        String sha = "WWW-Authenticate: Digest realm=\"IP Camera(A1)\", nonce=\"ab\", algorithm=\"SHA-256\"\r\n";
        String md5 = "WWW-Authenticate: Digest realm=\"IP Camera(A1)\", nonce=\"ab\", algorithm=\"MD5\"\r\n";
        for (String headers : List.of(sha, md5 + sha)) {
            try (ScriptedServer server = ScriptedServer.of(reply("401 Unauthorized", headers, ""), DESCRIBED);
                    RtspSession session = open(server)) {
                session.describe(in(2000));
                String request = server.requests().get(1);
                assertTrue(request.contains("algorithm=SHA-256"));
                String uri = request.substring("DESCRIBE ".length(), request.indexOf(" RTSP/1.0"));
                assertTrue(request.contains("uri=\"" + uri + "\""), "exactly the request's own address");
            }
        }
    }

    @Test
    void replayThatIsNotSupportedSaysSo() throws Exception {
        RtspException e = failing(
                ScriptedServer.of(DESCRIBED, reply("551 Option not supported", "Unsupported: onvif-replay\r\n", "")),
                s -> {
                    s.describe(in(2000));
                    Instant from = Instant.parse("2026-11-20T08:00:00Z");
                    s.setup(List.of(0), PlayRequest.replay(new TimeSpan(from, from.plusSeconds(9))), in(2000));
                });
        assertEquals(Cause.REPLAY_UNSUPPORTED, e.cause());
        assertEquals(Step.SETUP, e.step());
    }

    @Test
    void nothingToWatchIsSaid() throws Exception {
        assertEquals(
                Cause.NO_TRACK,
                describing(reply(
                                "200 OK",
                                "",
                                "m=application 0 RTP/AVP 107\r\na=rtpmap:107 vnd.onvif.metadata/90000\r\n"))
                        .cause());
        assertEquals(Cause.NO_TRACK, describing(OK).cause());
    }

    @Test
    void tcpAloneIsNotTurnedIntoUdp() throws Exception {
        options = options.withTransport(RtspOptions.Transport.TCP);
        RtspException e = failing(ScriptedServer.of(DESCRIBED, reply("461 Unsupported Transport", "", "")), s -> {
            s.describe(in(2000));
            s.setup(List.of(0), PlayRequest.live(), in(2000));
        });
        assertEquals(Cause.TRANSPORT, e.cause());
    }

    @Test
    void anotherHostThanTheRegisteredOneIsNeverContacted() throws Exception {
        CameraUrl url = CameraUrl.parse("rtsp://127.0.0.1:9/x", "rtsp");
        RtspException e = assertThrows(
                RtspException.class,
                () -> RtspSession.open(world, url, null, AddressRules.of("gate.example"), options, in(2000)));
        assertEquals(Cause.FORBIDDEN_ADDRESS, e.cause());
        assertEquals(Step.TCP, e.step());
        assertInstanceOf(NetException.class, e.getCause());
    }
}
