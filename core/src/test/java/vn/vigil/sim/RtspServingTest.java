package vn.vigil.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.vigil.base.World;

/** What goes over the wire when somebody else's client asks, as RFC 2326 and the ONVIF Streaming Specification have it. */
class RtspServingTest {
    private static final String REPLAY = "Require: onvif-replay";
    private static final String FAST = "Rate-Control: no";
    private static SimulatedSite site;

    @BeforeAll
    static void start() {
        List<CameraSpec> cameras = new ArrayList<>();
        cameras.add(Sites.camera());
        cameras.add(named("locked").withLogin("admin", "sáng: \"tối\""));
        cameras.add(named("modern").withLogin("admin", "bí mật").with(Authentication.DIGEST_SHA256));
        cameras.add(named("refuses").withLogin("admin", "x").with(Fault.REFUSES_LOGIN));
        cameras.add(named("cuts").with(Fault.CUTS_OFF));
        cameras.add(named("stalls").with(Fault.STALLS));
        cameras.add(named("empty").with(Fault.NO_RECORDING));
        cameras.add(named("busy").with(Fault.BUSY));
        cameras.add(named("late").withClockOffset(Duration.ofMinutes(31)));
        site = SimulatedSite.start(World.real(), new SiteSpec(cameras));
    }

    private static CameraSpec named(String id) {
        return Sites.camera().named(id);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static RawRtsp live(String camera) throws IOException {
        return new RawRtsp(site.camera(camera).liveUrl());
    }

    private static RawRtsp replay(String camera) throws IOException {
        return new RawRtsp(site.camera(camera).replayUrl());
    }

    @Test
    void saysWhatItHasToShow() throws IOException {
        try (RawRtsp client = live("gate-1")) {
            assertTrue(client.ask("OPTIONS", "").header("Public").contains("GET_PARAMETER"));
            RawRtsp.Answer sdp = client.ask("DESCRIBE", "", "Accept: application/sdp");
            assertEquals(200, sdp.status());
            assertEquals(site.camera("gate-1").liveUrl() + "/", sdp.header("Content-Base"));
            assertTrue(sdp.body().contains("a=rtpmap:96 H264/90000\r\n"));
            assertTrue(sdp.body()
                    .matches("(?s).*packetization-mode=1;profile-level-id=42[0-9A-F]{4};sprop-parameter-sets=Z.*"));
            assertTrue(sdp.body().contains("a=control:trackID=0\r\n"));
        }
        try (RawRtsp client = replay("gate-1")) {
            String sdp = client.ask("DESCRIBE", "", REPLAY).body();
            assertTrue(sdp.contains("a=range:clock=20240304T070000.000Z-20240304T070400.000Z\r\n"), sdp);
        }
    }

    @Test
    void refusesWhatCannotBe() throws IOException {
        try (RawRtsp client = live("gate-1")) {
            assertEquals(404, client.ask("DESCRIBE", "/elsewhere").status());
            RawRtsp.Answer unsupported = client.ask("DESCRIBE", "", "Require: onvif-replay");
            assertEquals(551, unsupported.status());
            assertEquals("onvif-replay", unsupported.header("Unsupported"));
            assertEquals(454, client.ask("PLAY", "").status());
            assertEquals(
                    461,
                    client.ask("SETUP", "/trackID=0", "Transport: RTP/AVP;multicast")
                            .status());
            assertEquals(405, client.ask("RECORD", "").status());
            client.setUp();
            assertEquals(455, client.ask("PAUSE", "").status());
            assertEquals(
                    451,
                    client.askWith(
                                    "SET_PARAMETER",
                                    site.camera("gate-1").liveUrl().toString(),
                                    "x: 1")
                            .status());
            assertEquals(200, client.ask("GET_PARAMETER", "").status());
            client.session("another");
            assertEquals(454, client.ask("PLAY", "").status());
        }
        try (RawRtsp client = replay("empty")) {
            assertEquals(404, client.ask("DESCRIBE", "", REPLAY).status());
        }
        try (RawRtsp client = live("busy")) {
            assertEquals(
                    453,
                    client.ask("SETUP", "/trackID=0", "Transport: RTP/AVP/TCP;unicast")
                            .status());
        }
        try (RawRtsp client = replay("gate-1").setUp(REPLAY)) {
            assertEquals(
                    457,
                    client.ask("PLAY", "", REPLAY, "Range: clock=yesterday-").status());
            assertEquals(
                    457,
                    client.ask("PLAY", "", REPLAY, "Range: clock=20240304T080000Z-")
                            .status());
        }
    }

    @Test
    void asksForALoginAndKnowsTheRightOne() throws IOException {
        for (String camera : List.of("locked", "modern")) {
            String url = site.camera(camera).liveUrl().toString();
            String password = site.camera(camera).spec().login().password();
            try (RawRtsp client = live(camera)) {
                RawRtsp.Answer challenged = client.ask("DESCRIBE", "");
                assertEquals(401, challenged.status());
                assertFalse(challenged.header("WWW-Authenticate").contains("qop"));
                String wrong = RawRtsp.authorization(challenged, "admin", "wrong", "DESCRIBE", url);
                RawRtsp.Answer again = client.ask("DESCRIBE", "", wrong);
                assertEquals(401, again.status());
                assertEquals(1, site.camera(camera).refusedLogins());
                String other = RawRtsp.authorization(again, "admin", password, "DESCRIBE", url + "?other");
                again = client.ask("DESCRIBE", "", other);
                assertEquals(401, again.status());
                String right = RawRtsp.authorization(again, "admin", password, "DESCRIBE", url);
                assertEquals(200, client.ask("DESCRIBE", "", right).status());
                String stale = right.replaceAll("nonce=\"[0-9a-f]{4}", "nonce=\"0000");
                assertTrue(client.ask("DESCRIBE", "", stale)
                        .header("WWW-Authenticate")
                        .contains("stale=true"));
            }
        }
    }

    @Test
    void aCameraThatRefusesRefusesTheRightLoginToo() throws IOException {
        String url = site.camera("refuses").liveUrl().toString();
        try (RawRtsp client = live("refuses")) {
            RawRtsp.Answer challenged = client.ask("DESCRIBE", "");
            String right = RawRtsp.authorization(challenged, "admin", "x", "DESCRIBE", url);
            assertEquals(401, client.ask("DESCRIBE", "", right).status());
        }
    }

    @Test
    void liveBeginsWithParameterSetsAndAKeyFrameAndTellsTheCamerasClock() throws IOException {
        try (RawRtsp client = live("late").setUp()) {
            assertEquals(200, client.ask("PLAY", "", "Range: npt=0.000-").status());
            RawRtsp.Packet report = client.next();
            assertEquals(1, report.channel());
            Instant camera = World.real().now().plus(Duration.ofMinutes(31));
            assertTrue(
                    Duration.between(report.camera(), camera).abs().getSeconds() < 2,
                    report.camera().toString());
            RawRtsp.Packet sets = client.next();
            assertEquals(24, sets.payload()[0] & 31, "STAP-A");
            RawRtsp.Packet key = client.next();
            int type = key.payload()[0] & 31;
            assertEquals(5, type == 28 ? key.payload()[1] & 31 : type);
            assertEquals(sets.time(), key.time());
            assertNull(key.camera());
        }
    }

    @Test
    void overUdpTheSameArrives() throws IOException {
        try (RawRtsp client = live("gate-1");
                DatagramSocket rtp = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            rtp.setSoTimeout(5_000);
            int port = rtp.getLocalPort();
            String transport = "Transport: RTP/AVP;unicast;client_port=" + port + "-" + (port + 1);
            RawRtsp.Answer answer = client.ask("SETUP", "/trackID=0", transport);
            assertTrue(answer.header("Transport").contains("server_port="));
            client.session(answer.header("Session").split(";")[0]);
            assertEquals(200, client.ask("PLAY", "").status());
            DatagramPacket datagram = new DatagramPacket(new byte[2000], 2000);
            rtp.receive(datagram);
            RawRtsp.Packet packet = RawRtsp.parse(0, datagram.getData(), datagram.getLength());
            assertEquals(24, packet.payload()[0] & 31);
            assertEquals(200, client.ask("TEARDOWN", "").status());
        }
    }

    @Test
    void replayGoesAcrossTheHoleWithTheRightMarks() throws IOException {
        try (RawRtsp client = replay("late").setUp(REPLAY)) {
            // The camera's clock is 31 minutes ahead: 07:32:02.5 there is 07:01:02.5 in truth.
            RawRtsp.Answer played =
                    client.ask("PLAY", "", REPLAY, FAST, "Range: clock=20240304T073202.5Z-20240304T073213.0Z");
            assertEquals("clock=20240304T073202.000Z-20240304T073213.000Z", played.header("Range"));
            List<RawRtsp.Packet> firsts = client.untilTerminal().stream()
                    .filter(p -> p.camera() != null)
                    .toList();
            // 07:01:02.0 to 07:01:04.2 is 23 pictures, the hole, 07:01:12.0 to 07:01:12.9 is 10.
            assertEquals(33, firsts.size());
            assertEquals(Instant.parse("2024-03-04T07:32:02Z"), firsts.get(0).camera());
            assertEquals(
                    Instant.parse("2024-03-04T07:32:04.200Z"), firsts.get(22).camera());
            assertEquals(Instant.parse("2024-03-04T07:32:12Z"), firsts.get(23).camera());
            assertEquals(
                    Instant.parse("2024-03-04T07:32:12.900Z"), firsts.get(32).camera());
            for (int i = 0; i < firsts.size(); i++) {
                int expected =
                        switch (i) {
                            case 0, 10, 20 -> RtpSender.CLEAN;
                            case 22 -> RtpSender.END;
                            case 23 -> RtpSender.CLEAN | RtpSender.DISCONTINUITY;
                            case 32 -> RtpSender.TERMINAL;
                            default -> 0;
                        };
                assertEquals(expected, firsts.get(i).flags(), "picture " + i);
                assertEquals(3, firsts.get(i).cseq(), "low byte of the CSeq of PLAY");
            }
            // Nothing more comes, yet the session stands.
            client.timeout(300);
            assertThrows(SocketTimeoutException.class, client::next);
            assertEquals(200, client.ask("GET_PARAMETER", "").status());
        }
    }

    @Test
    void twoReplaysOfOneSpanAreTheSameToTheByte() throws IOException {
        List<byte[]> once = replayed("Range: clock=20240304T070055Z-20240304T070115Z");
        List<byte[]> again = replayed("Range: clock=20240304T070055Z-20240304T070115Z");
        assertEquals(once.size(), again.size());
        for (int i = 0; i < once.size(); i++) {
            assertArrayEquals(once.get(i), again.get(i));
        }
        assertTrue(once.size() > 120);
    }

    private static List<byte[]> replayed(String range) throws IOException {
        try (RawRtsp client = replay("gate-1").setUp(REPLAY)) {
            client.ask("PLAY", "", REPLAY, FAST, range);
            return client.untilTerminal().stream().map(RawRtsp.Packet::payload).toList();
        }
    }

    @Test
    void keyFramesAloneWhenAskedFor() throws IOException {
        try (RawRtsp client = replay("gate-1").setUp(REPLAY)) {
            client.ask(
                    "PLAY", "", REPLAY, FAST, "Frames: intra/2000", "Range: clock=20240304T070100Z-20240304T070116Z");
            List<Instant> times = client.untilTerminal().stream()
                    .map(RawRtsp.Packet::camera)
                    .filter(t -> t != null)
                    .toList();
            List<Instant> expected = Stream.of("07:01:00", "07:01:02", "07:01:04", "07:01:12", "07:01:14")
                    .map(t -> Instant.parse("2024-03-04T" + t + "Z"))
                    .toList();
            assertEquals(expected, times);
        }
    }

    @Test
    void withoutTheOnvifOptionReplayIsPlainRtpAtItsOwnPace() throws IOException {
        try (RawRtsp client = replay("gate-1").setUp()) {
            assertEquals(200, client.ask("PLAY", "", "Range: npt=10-").status());
            RawRtsp.Packet media = client.next();
            while (media.channel() != 0) {
                media = client.next();
            }
            assertNull(media.camera());
            assertEquals(200, client.ask("PAUSE", "").status());
            client.timeout(300);
            assertThrows(SocketTimeoutException.class, client::next);
        }
    }

    @Test
    void aJumpWhilePlayingIsMarkedAsDiscontinuity() throws IOException {
        try (RawRtsp client = replay("gate-1").setUp(REPLAY)) {
            client.ask("PLAY", "", REPLAY, FAST, "Range: clock=20240304T070000Z-20240304T070002Z");
            client.untilTerminal();
            client.ask("PLAY", "", REPLAY, FAST, "Immediate: yes", "Range: clock=20240304T070030Z-20240304T070031Z");
            RawRtsp.Packet first = client.untilTerminal().get(0);
            assertEquals(RtpSender.CLEAN | RtpSender.DISCONTINUITY, first.flags());
            assertEquals(4, first.cseq());
        }
    }

    @Test
    void aCameraThatCutsOffClosesInTheMiddle() throws IOException {
        try (RawRtsp client = replay("cuts").setUp(REPLAY)) {
            client.ask("PLAY", "", REPLAY, FAST, "Range: clock=20240304T070000Z-20240304T070100Z");
            int pictures = 0;
            try {
                while (true) {
                    pictures += client.next().marker() ? 1 : 0;
                }
            } catch (IOException e) {
                assertTrue(client.closedByOther());
            }
            assertEquals(Fault.CUT_AFTER_SECONDS * 10, pictures);
        }
    }

    @Test
    void aCameraThatStallsSendsReportsAndNoMedia() throws IOException {
        try (RawRtsp client = live("stalls").setUp()) {
            assertEquals(200, client.ask("PLAY", "").status());
            assertEquals(1, client.next().channel());
            client.timeout(500);
            assertThrows(SocketTimeoutException.class, client::next);
            assertEquals(200, client.ask("GET_PARAMETER", "").status());
        }
    }
}
