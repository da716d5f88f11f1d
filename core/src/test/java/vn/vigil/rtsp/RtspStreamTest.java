package vn.vigil.rtsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vigil.base.Deadline;
import vn.vigil.base.TimeSpan;
import vn.vigil.rtsp.RtspException.Cause;
import vn.vigil.rtsp.RtspException.Step;
import vn.vigil.testkit.ScriptedServer;

/** Streams that stall, break, wander and end, by hand after RFC 2326 and field reports (moonfire-nvr, retina, go2rtc, SharpRTSP issues). */
class RtspStreamTest extends AgainstScriptedCamera {
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
        byte[] report = Packets.senderReport(Instant.parse("2026-11-20T08:00:00Z"), 1, 1, 1);
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
            byte[] rtp = Packets.rtp(
                    true,
                    96,
                    i,
                    i * 90_000L,
                    1,
                    new ReplayExtension(from.plusSeconds(i), true, false, false, false, 0),
                    nal);
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
    void anOptionsReplyTeachesTheBetterMethod() throws Exception {
        String shortLived = SET_UP.replace("timeout=60", "timeout=1");
        String taught = reply("200 OK", "Public: GET_PARAMETER, PLAY\r\n", "");
        try (ScriptedServer server = ScriptedServer.of(DESCRIBED, shortLived, OK, taught, OK, OK);
                RtspSession session = play(server)) {
            Deadline deadline = in(5000);
            while (server.requests().size() < 5 && !deadline.passed()) {
                session.next(in(50));
            }
            assertTrue(server.requests().get(3).startsWith("OPTIONS "));
            assertTrue(server.requests().get(4).startsWith("GET_PARAMETER "));
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
}
