package vn.vigil.rtsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.TimeSpan;
import vn.vigil.net.AddressRules;
import vn.vigil.net.CameraUrl;
import vn.vigil.net.Login;
import vn.vigil.testkit.ScriptedServer;

/**
 * Recorders of vendors, played by their own addresses: the exchange is the one of Hikvision's integration guide, the rest by
 * field reports (CamioCam/rtsp#181, AlexxIT/go2rtc#1785, scottlamb/retina#64).
 */
class RecordedPlaybackTest extends AgainstScriptedCamera {
    private static final String QUERY =
            "/Streaming/tracks/101/?starttime=20210818T151815Z&endtime=20210818T151825Z&name=00000004667000100";
    private static final Instant FROM = Instant.parse("2021-08-18T15:18:15Z");
    private static final TimeSpan SPAN = new TimeSpan(FROM, FROM.plusSeconds(10));
    private static final Duration VIETNAM = Duration.ofHours(7);

    private RecordedTime source;
    private RtspEvent.EndReason end;

    private static String described(String range) {
        String sdp = "v=0\r\no=- 1109162014219182 1 IN IP4 0.0.0.0\r\ns=RTSP Session\r\nt=0 0\r\na=control:*\r\n"
                + (range.isEmpty() ? "" : "a=range:" + range + "\r\n")
                + "m=video 0 RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\na=control:trackID=video\r\n"
                + "a=Media_header:MEDIAINFO=494D4B48010200000400000100000000000000000000000081000000000000000000;\r\n";
        return reply("200 OK", "Content-Type: application/sdp\r\n", sdp);
    }

    private static String playing(String range) {
        return reply("200 OK", range.isEmpty() ? "" : "Range: " + range + "\r\n", "");
    }

    /** A picture a second, numbered from an origin of their own; each behind a report when one is given. */
    private static byte[] pictures(int count, ReplayExtension marked, Instant reported) {
        byte[] all = {};
        byte[] nal = {0x65, 1, 2};
        for (int i = 0; i < count; i++) {
            ReplayExtension mark = marked == null
                    ? null
                    : new ReplayExtension(marked.time().plusSeconds(i), true, false, false, false, 0);
            byte[] rtp = Packets.rtp(true, 96, i, 777_000 + i * 90_000L, 1, mark, nal);
            byte[] report = reported == null
                    ? new byte[0]
                    : Packets.senderReport(reported.plusSeconds(i), 777_000 + i * 90_000L, i, i);
            if (report.length > 0) {
                all = join(all, new byte[] {'$', 1, 0, (byte) report.length}, report);
            }
            all = join(all, new byte[] {'$', 0, 0, (byte) rtp.length}, rtp);
        }
        return all;
    }

    private RtspSession opened(ScriptedServer server, Duration ahead) throws Exception {
        CameraUrl url = CameraUrl.parse("rtsp://127.0.0.1:" + server.port() + QUERY, "rtsp");
        RtspSession session = RtspSession.open(
                world, url, new Login("admin", PASSWORD), AddressRules.of("127.0.0.1"), options, in(5000));
        session.describe(in(2000));
        session.setup(List.of(0), PlayRequest.recorded(SPAN, ahead), in(2000));
        session.play(in(2000));
        return session;
    }

    private List<AccessUnit> watch(String range, String reply, Duration ahead, byte[] packets) throws Exception {
        List<AccessUnit> units = new ArrayList<>();
        try (ScriptedServer server = ScriptedServer.of(List.of(
                        bytes(described(range)), bytes(SET_UP), join(bytes(playing(reply)), packets), bytes(OK)));
                RtspSession session = opened(server, ahead)) {
            RtspEvent event = session.next(in(3000));
            while (event instanceof RtspEvent.Unit unit) {
                units.add(unit.unit());
                event = session.next(in(3000));
            }
            end = ((RtspEvent.Ended) event).reason();
            source = session.recordedTime();
        }
        return units;
    }

    private static void assertFrom(Instant first, List<AccessUnit> units) {
        for (int i = 0; i < units.size(); i++) {
            assertEquals(first.plusSeconds(i), units.get(i).cameraTime());
        }
        assertFalse(units.isEmpty());
    }

    @Test
    void aVendorsPlaybackIsSetUpBehindItsQueryAndPlayedWithoutAnyOnvif() throws Exception {
        try (ScriptedServer server =
                        ScriptedServer.of(described("clock=20210818T151815Z-20210818T151825Z"), SET_UP, OK, OK);
                RtspSession session = opened(server, Duration.ZERO)) {
            String setup = server.requests().get(1);
            assertTrue(setup.startsWith("SETUP rtsp://127.0.0.1:" + server.port() + QUERY + "/trackID=video RTSP/1.0"));
            assertTrue(server.requests().get(2).contains("\r\nRange: npt=0.000-\r\n"));
            for (String request : server.requests()) {
                assertFalse(request.contains("Require") || request.contains("Rate-Control"), request);
            }
            assertEquals(RecordedTime.DESCRIBED_RANGE, session.recordedTime());
        }
    }

    @Test
    void theAnswerToPlayTellsTheTimeOfTheBeginning() throws Exception {
        List<AccessUnit> units =
                watch("", "clock=20210818T151813.500Z-20210818T151825Z", Duration.ZERO, pictures(5, null, null));
        assertFrom(FROM.minusMillis(1500), units);
        assertEquals(RecordedTime.PLAY_RANGE, source);
        assertEquals(RtspEvent.EndReason.IDLE, end, "the device fell silent before the end");
    }

    @Test
    void aDeviceThatDoesNotStopAtTheEndIsStoppedByItsRecordedTime() throws Exception {
        List<AccessUnit> units = watch("", "clock=20210818T151815Z-", Duration.ZERO, pictures(60, null, null));
        assertEquals(RtspEvent.EndReason.REACHED_END, end);
        assertTrue(units.size() > 10 && units.size() < 15, units.size() + " units");
    }

    @Test
    void localTimeWrittenAsUtcIsTurnedBack() throws Exception {
        List<AccessUnit> units = watch("", "clock=20210818T221815Z-", VIETNAM, pictures(3, null, null));
        assertFrom(FROM, units);
        units = watch("clock=20210818T221815Z-20210818T221825Z", "npt=0.000-", VIETNAM, pictures(3, null, null));
        assertFrom(FROM, units);
        assertEquals(RecordedTime.DESCRIBED_RANGE, source);
    }

    @Test
    void aDeviceThatWritesItsRangesInUtcAllTheSameIsUnderstood() throws Exception {
        assertFrom(FROM, watch("", "clock=20210818T151815Z-", VIETNAM, pictures(3, null, null)));
    }

    @Test
    void aDeviceThatPlaysFromItsFirstRecordingIsRefused() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.of(described(""), SET_UP, playing("clock=20210801T000000Z-20210818T151825Z"), OK)) {
            RtspException e = assertThrows(RtspException.class, () -> opened(server, Duration.ZERO));
            assertEquals(RtspException.Cause.RANGE, e.cause());
        }
    }

    @Test
    void aDescriptionOfTheWholeRecordingIsNoBeginning() throws Exception {
        List<AccessUnit> units =
                watch("clock=20210801T000000Z-20210819T000000Z", "npt=0.000-", Duration.ZERO, pictures(3, null, null));
        assertFrom(FROM, units);
        assertEquals(RecordedTime.ASKED, source, "an assumption, and told as one");
    }

    @Test
    void senderReportsOfRecordedTimeAreTaken() throws Exception {
        List<AccessUnit> units = watch("npt=0-10", "npt=0-", Duration.ZERO, pictures(4, null, FROM.minusSeconds(2)));
        assertFrom(FROM.minusSeconds(2), units);
        assertEquals(RecordedTime.SENDER_REPORT, source);
        units = watch("npt=0-10", "npt=0-", VIETNAM, pictures(4, null, FROM.plus(VIETNAM)));
        assertFrom(FROM, units);
    }

    @Test
    void senderReportsOfThePresentAreNot() throws Exception {
        // Asked for ten seconds that have only just passed: the present is ten seconds off, and no more.
        assertFrom(FROM, watch("", "", Duration.ZERO, pictures(4, null, FROM.plusSeconds(10))));
        assertEquals(RecordedTime.ASKED, source);
        assertFrom(FROM, watch("", "", Duration.ZERO, pictures(4, null, FROM.plusSeconds(86_400))));
    }

    @Test
    void aReplayExtensionSentUnaskedIsBest() throws Exception {
        ReplayExtension first = new ReplayExtension(FROM.minusSeconds(1), true, false, false, false, 0);
        List<AccessUnit> units = watch("", "clock=20210818T151815Z-", Duration.ZERO, pictures(3, first, null));
        assertFrom(FROM.minusSeconds(1), units);
        assertEquals(RecordedTime.EXTENSION, source);
    }

    @Test
    void picturesThatComeBeforeTheAnswerHaveTheirTimeToo() throws Exception {
        byte[] early = join(pictures(2, null, null), bytes(playing("clock=20210818T151814Z-")));
        try (ScriptedServer server = ScriptedServer.of(List.of(bytes(described("")), bytes(SET_UP), early, bytes(OK)));
                RtspSession session = opened(server, Duration.ZERO)) {
            AccessUnit unit = ((RtspEvent.Unit) session.next(in(2000))).unit();
            assertEquals(FROM.minusSeconds(1), unit.cameraTime());
        }
    }

    @Test
    void aSecondPlaybackIsBusyAndNotBroken() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.of(described(""), SET_UP, reply("453 Not Enough Bandwidth", "", ""), OK)) {
            RtspException e = assertThrows(RtspException.class, () -> opened(server, Duration.ZERO));
            assertEquals(RtspException.Cause.BUSY, e.cause());
        }
    }

    @Test
    void rangesAreReadLenientlyAndNonsenseIsNone() {
        Instant t = Instant.parse("2021-08-18T15:18:15Z");
        assertEquals(t, RecordedClock.clockStart("clock=20210818T151815Z-20210818T151908Z"));
        assertEquals(t.plusMillis(250), RecordedClock.clockStart(" Clock=20210818t151815.25z-"));
        assertEquals(t, RecordedClock.clockStart("clock=20210818T151815-"));
        assertEquals(t, RecordedClock.clockStart("clock=20210818T151815"));
        assertEquals(t, RecordedClock.clockStart("clock=20210818T151815."));
        for (String nonsense : List.of(
                "",
                "npt=0-",
                "clock=",
                "clock=20211318T151815Z-",
                "clock=20210818T256199Z",
                "clock=2021081XT151815Z")) {
            assertNull(RecordedClock.clockStart(nonsense), nonsense);
        }
    }
}
