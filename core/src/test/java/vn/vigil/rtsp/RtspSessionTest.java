package vn.vigil.rtsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vigil.base.Deadline;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.World;
import vn.vigil.net.AddressRules;
import vn.vigil.net.CameraUrl;
import vn.vigil.net.Login;
import vn.vigil.net.NetException;
import vn.vigil.rtsp.RtspException.Cause;
import vn.vigil.rtsp.RtspException.Step;
import vn.vigil.testkit.ScriptedServer;

/** Cameras that behave badly, by hand after RFC 2326 and field reports (moonfire-nvr, retina, go2rtc, SharpRTSP issues). */
class RtspSessionTest {
    private static final String PASSWORD = "cănary p@ss/%21";
    private static final String SDP =
            "v=0\r\nm=video 0 RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\na=control:trackID=1\r\n";
    private static final String DESCRIBED = reply("200 OK", "", SDP);
    private static final String SET_UP =
            reply("200 OK", "Transport: RTP/AVP/TCP;unicast;interleaved=0-1\r\nSession: 12 34;timeout=60\r\n", "");
    private static final String OK = reply("200 OK", "", "");

    private final World world = World.real();
    private RtspOptions options = RtspOptions.defaults().withWatchdog(Duration.ofMillis(200));

    private static String reply(String status, String headers, String body) {
        return "RTSP/1.0 " + status + "\r\nCSeq: ?\r\n" + headers
                + (body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n") + "\r\n" + body;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] join(byte[]... parts) {
        byte[] all = {};
        for (byte[] part : parts) {
            int at = all.length;
            all = Arrays.copyOf(all, at + part.length);
            System.arraycopy(part, 0, all, at, part.length);
        }
        return all;
    }

    /** A picture on a channel, as it travels. */
    private static byte[] picture(int channel, int sequence, boolean key) {
        byte[] nal = {(byte) (key ? 0x65 : 0x41), 1, 2};
        byte[] rtp = RtpPacket.print(true, 96, sequence, sequence * 6000L, 1, null, nal, 0, 3);
        return join(new byte[] {'$', (byte) channel, 0, (byte) rtp.length}, rtp);
    }

    private Deadline in(int millis) {
        return Deadline.in(world, Duration.ofMillis(millis));
    }

    private RtspSession open(ScriptedServer server) throws Exception {
        CameraUrl url = CameraUrl.parse("rtsp://127.0.0.1:" + server.port() + "/live?channel=1", "rtsp");
        return RtspSession.open(
                world, url, new Login("admin", PASSWORD), AddressRules.of("127.0.0.1"), options, in(5000));
    }

    private RtspSession play(ScriptedServer server) throws Exception {
        RtspSession session = open(server);
        session.describe(in(5000));
        session.setup(List.of(0), PlayRequest.live(), in(5000));
        session.play(in(5000));
        return session;
    }

    private interface Doing {
        void with(RtspSession session) throws Exception;
    }

    /** Runs a conversation that must fail, and proves on the way that the failure tells no secret. */
    private RtspException failing(ScriptedServer server, Doing doing) throws Exception {
        try (server;
                RtspSession session = open(server)) {
            RtspException e = assertThrows(RtspException.class, () -> doing.with(session));
            StringWriter text = new StringWriter();
            e.printStackTrace(new PrintWriter(text));
            for (String secret : List.of(PASSWORD, "canary", "c%C4%83nary", "cănary")) {
                assertFalse((text + e.toString()).contains(secret));
                assertFalse(server.requests().toString().contains(secret));
            }
            return e;
        }
    }

    private RtspException describing(String... answers) throws Exception {
        return failing(ScriptedServer.of(answers).closingAtEnd(), s -> s.describe(in(2000)));
    }

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
    void garbageBetweenFramesEndsTheStream() throws Exception {
        RtspException e = failing(
                ScriptedServer.of(List.of(
                        bytes(DESCRIBED), bytes(SET_UP), join(bytes(OK), picture(0, 1, true), bytes("\u00ff\u00fe")))),
                s -> {
                    s.describe(in(2000));
                    s.setup(List.of(0), PlayRequest.live(), in(2000));
                    s.play(in(2000));
                    assertInstanceOf(RtspEvent.Unit.class, s.next(in(2000)));
                    s.next(in(2000));
                });
        assertEquals(Cause.PROTOCOL, e.cause());
        assertEquals(Step.STREAM, e.step());
    }

    @Test
    void packetsBeforeTheReplyOnOtherAndOnUnknownChannelsAreSortedOut() throws Exception {
        String other = SET_UP.replace("RTP/AVP/TCP;unicast;interleaved=0-1", "RTP/AVP;unicast;interleaved=4-5");
        byte[] early =
                join(picture(4, 1, true), picture(9, 7, true), bytes(OK), picture(4, 2, false), picture(0, 8, false));
        try (ScriptedServer server = ScriptedServer.of(List.of(bytes(DESCRIBED), bytes(other), early, bytes(OK)));
                RtspSession session = play(server)) {
            assertTrue(((RtspEvent.Unit) session.next(in(2000))).unit().keyFrame());
            assertFalse(((RtspEvent.Unit) session.next(in(2000))).unit().keyFrame());
            assertInstanceOf(RtspEvent.Stalled.class, session.next(in(2000)));
            assertEquals(2, session.strayPackets());
            assertEquals(0, session.facts().get(0).lost());
        }
    }

    @Test
    void silenceIsAStallAndToldOnceThenTheCallersDeadlineCounts() throws Exception {
        try (ScriptedServer server = ScriptedServer.of(List.of(bytes(DESCRIBED), bytes(SET_UP), bytes(OK), bytes(OK)));
                RtspSession session = play(server)) {
            assertInstanceOf(RtspEvent.Stalled.class, session.next(in(5000)));
            assertInstanceOf(RtspEvent.TimedOut.class, session.next(in(300)));
            server.say(picture(0, 1, true));
            assertInstanceOf(RtspEvent.Unit.class, session.next(in(2000)));
            assertInstanceOf(RtspEvent.Stalled.class, session.next(in(5000)));
        }
    }

    @Test
    void controlPacketsDoNotHideThatVideoStands() throws Exception {
        byte[] report = new RtcpSenderReport(Instant.parse("2026-11-20T08:00:00Z"), 1, 1, 1).print(1);
        byte[] rtcp = join(new byte[] {'$', 1, 0, (byte) report.length}, report);
        try (ScriptedServer server = ScriptedServer.of(List.of(bytes(DESCRIBED), bytes(SET_UP), bytes(OK), bytes(OK)));
                RtspSession session = play(server)) {
            Deadline deadline = in(5000);
            RtspEvent event;
            do {
                server.say(rtcp);
                event = session.next(in(20));
            } while (event instanceof RtspEvent.TimedOut && !deadline.passed());
            assertInstanceOf(RtspEvent.Stalled.class, event);
        }
    }

    @Test
    void aConnectionThatBreaksEndsTheStreamAfterItsLastPicture() throws Exception {
        try (ScriptedServer server = ScriptedServer.of(List.of(
                                bytes(DESCRIBED),
                                bytes(SET_UP),
                                join(bytes(OK), picture(0, 1, true), bytes("$\u0000\u0010"))))
                        .closingAtEnd();
                RtspSession session = play(server)) {
            assertInstanceOf(RtspEvent.Unit.class, session.next(in(2000)));
            assertEquals(new RtspEvent.Ended(RtspEvent.EndReason.CLOSED), session.next(in(2000)));
            assertEquals(new RtspEvent.Ended(RtspEvent.EndReason.CLOSED), session.next(in(2000)));
        }
    }

    @Test
    void aReplayThatFallsSilentHasEnded() throws Exception {
        Instant from = Instant.parse("2026-11-20T08:00:00Z");
        try (ScriptedServer server = ScriptedServer.of(DESCRIBED, SET_UP, OK, OK);
                RtspSession session = open(server)) {
            session.describe(in(2000));
            session.setup(List.of(0), PlayRequest.replay(new TimeSpan(from, from.plusSeconds(9))), in(2000));
            session.play(in(2000));
            assertEquals(new RtspEvent.Ended(RtspEvent.EndReason.IDLE), session.next(in(5000)));
        }
    }

    @Test
    void aReplayThatRunsOnIsEndedAtItsTime() throws Exception {
        Instant from = Instant.parse("2026-11-20T08:00:00Z");
        byte[] stream = bytes(OK);
        byte[] nal = {0x65, 1, 2};
        for (int i = 0; i < 30; i++) {
            byte[] rtp = RtpPacket.print(
                    true,
                    96,
                    i,
                    i * 90_000L,
                    1,
                    new ReplayExtension(from.plusSeconds(i), true, false, false, false, 0),
                    nal,
                    0,
                    3);
            stream = join(stream, new byte[] {'$', 0, 0, (byte) rtp.length}, rtp);
        }
        try (ScriptedServer server = ScriptedServer.of(List.of(bytes(DESCRIBED), bytes(SET_UP), stream, bytes(OK)));
                RtspSession session = open(server)) {
            session.describe(in(2000));
            session.setup(List.of(0), PlayRequest.replay(new TimeSpan(from, from.plusSeconds(9))), in(2000));
            session.play(in(2000));
            int pictures = 0;
            RtspEvent event;
            while ((event = session.next(in(2000))) instanceof RtspEvent.Unit) {
                pictures++;
            }
            assertEquals(new RtspEvent.Ended(RtspEvent.EndReason.REACHED_END), event);
            assertEquals(11, pictures, "up to a second past the end, for reordered pictures");
        }
    }

    /** SharpRTSP #63 and go2rtc PR 2409: timeouts of a few seconds, and cameras that know only one of the two methods. */
    @Test
    void theSessionIsKeptAliveByWhatTheCameraLists() throws Exception {
        String shortLived = SET_UP.replace("timeout=60", "timeout=1");
        String publicHeader =
                reply("200 OK", "Public: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN, GET_PARAMETER\r\n", "");
        String unknown = reply("405 Method Not Allowed", "", "");
        try (ScriptedServer server = ScriptedServer.of(publicHeader, DESCRIBED, shortLived, OK, unknown, OK, OK);
                RtspSession session = open(server)) {
            assertTrue(session.options(in(2000)).contains("GET_PARAMETER"));
            session.describe(in(2000));
            session.setup(List.of(0), PlayRequest.live(), in(2000));
            session.play(in(2000));
            Deadline deadline = in(5000);
            while (server.requests().size() < 6 && !deadline.passed()) {
                session.next(in(50));
            }
            List<String> asked = new ArrayList<>();
            server.requests().forEach(r -> asked.add(r.substring(0, r.indexOf(' '))));
            assertEquals(
                    List.of("OPTIONS", "DESCRIBE", "SETUP", "PLAY", "GET_PARAMETER", "OPTIONS"), asked.subList(0, 6));
            assertTrue(server.requests().get(4).contains("\r\nSession: 12 34\r\n"));
        }
    }

    @Test
    void aSessionTheCameraForgotIsReported() throws Exception {
        String shortLived = SET_UP.replace("timeout=60", "timeout=1");
        RtspException e =
                failing(ScriptedServer.of(DESCRIBED, shortLived, OK, reply("454 Session Not Found", "", "")), s -> {
                    s.describe(in(2000));
                    s.setup(List.of(0), PlayRequest.live(), in(2000));
                    s.play(in(2000));
                    for (int i = 0; i < 100; i++) {
                        s.next(in(50));
                    }
                });
        assertEquals(Cause.SESSION_GONE, e.cause());
    }

    @Test
    void leaveIsTakenOnce() throws Exception {
        try (ScriptedServer server = ScriptedServer.of(DESCRIBED, SET_UP, OK, OK)) {
            RtspSession session = play(server);
            session.close();
            session.close();
            assertEquals(
                    1,
                    server.requests().stream()
                            .filter(r -> r.startsWith("TEARDOWN "))
                            .count());
        }
        try (ScriptedServer silent = ScriptedServer.of(DESCRIBED, SET_UP, OK)) {
            RtspSession session = play(silent);
            long before = world.nanos();
            session.close();
            assertTrue(world.nanos() - before < 4_000_000_000L, "a camera that will not answer holds nobody up");
        }
    }

    @Test
    void aCameraThatOnlyKnowsUdpIsReceivedByUdp() throws Exception {
        String refused = reply("461 Unsupported Transport", "", "");
        try (DatagramSocket camera = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
                ScriptedServer server = ScriptedServer.of(
                        DESCRIBED,
                        refused,
                        SET_UP.replace(
                                "RTP/AVP/TCP;unicast;interleaved=0-1",
                                "RTP/AVP;unicast;server_port=" + camera.getLocalPort()),
                        OK,
                        OK);
                RtspSession session = play(server)) {
            assertTrue(session.overUdp());
            String setup = server.requests().get(2);
            int at = setup.indexOf("client_port=") + 12;
            int port = Integer.parseInt(setup.substring(at, setup.indexOf('-', at)));
            assertEquals(0, port % 2);
            for (int i : new int[] {1, 2, 5}) {
                byte[] framed = picture(0, i, i == 1);
                byte[] rtp = Arrays.copyOfRange(framed, 4, framed.length);
                camera.send(new DatagramPacket(rtp, rtp.length, InetAddress.getByName("127.0.0.1"), port));
            }
            assertFalse(((RtspEvent.Unit) session.next(in(2000))).unit().afterLoss());
            session.next(in(2000));
            assertTrue(((RtspEvent.Unit) session.next(in(2000))).unit().afterLoss());
            assertEquals(2, session.facts().get(0).lost());
        }
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
