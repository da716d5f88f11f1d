package vn.vigil.rtsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.Codec;

class TrackReceiverTest {
    private static final long TICK = 1_000_000_000L / 15;

    private final Queue<RtspEvent> events = new ArrayDeque<>();
    private final TrackReceiver track =
            new TrackReceiver(0, new Formats.Chosen(96, "H264", Collected.video(Codec.H264), Map.of()), events);
    private int sequence = 65530;
    private long arrived;

    private AccessUnit picture(long timestamp) {
        return picture(timestamp, 1, null);
    }

    private AccessUnit picture(long timestamp, int ssrc, ReplayExtension replay) {
        byte[] payload = {0x41, 1, 2};
        arrived += TICK;
        track.rtp(Packets.rtp(true, 96, sequence, timestamp & 0xffffffffL, ssrc, replay, payload), arrived);
        sequence = sequence + 1 & 0xffff;
        return events.poll() instanceof RtspEvent.Unit u ? u.unit() : null;
    }

    private static ReplayExtension recorded(String time, boolean hole) {
        return new ReplayExtension(Instant.parse(time), false, false, hole, false, 0);
    }

    @Test
    void timeRunsOnOverTheWrapAndSequenceNumbersToo() {
        long first = picture(4_294_960_000L).time();
        long last = first;
        for (int i = 1; i < 20; i++) {
            AccessUnit unit = picture(4_294_960_000L + i * 6000L);
            assertEquals(6000, unit.time() - last);
            assertFalse(unit.afterLoss());
            last = unit.time();
        }
        assertEquals(1, track.facts().wraps());
        assertEquals(0, track.facts().lost());
        assertEquals(0, track.facts().backwards());
        assertEquals(19 * 6000, track.facts().lastTime() - track.facts().firstTime());
    }

    @Test
    void lossIsCountedAndTold() {
        picture(0);
        sequence += 3;
        assertTrue(picture(6000).afterLoss());
        assertFalse(picture(12000).afterLoss());
        assertEquals(3, track.facts().lost());
        assertEquals(1, track.facts().gaps());
    }

    @Test
    void aDoubledPacketIsPassedOver() {
        picture(0);
        sequence--;
        assertNull(picture(0));
        assertFalse(picture(6000).afterLoss());
        assertEquals(0, track.facts().gaps());
        assertEquals(2, track.facts().packets());
    }

    @Test
    void timeGoingBackIsHandledAndRecorded() {
        picture(900_000);
        AccessUnit back = picture(300_000);
        assertEquals(-600_000, back.time() - 900_000);
        assertEquals(1, track.facts().backwards());
        picture(306_000);
        picture(303_000); // a reordered picture is no step back
        assertEquals(1, track.facts().backwards());
    }

    @Test
    void anotherSenderIsAHoleOfUnknownLength() {
        picture(0);
        track.rtcp(Packets.senderReport(Instant.parse("2026-11-20T08:00:00Z"), 0, 1, 1), arrived);
        assertEquals(Instant.parse("2026-11-20T08:00:01Z"), picture(90_000).cameraTime());
        AccessUnit other = picture(5_000_000, 2, null);
        assertTrue(other.afterLoss());
        assertNull(other.cameraTime(), "the new sender has not told its clock yet");
        assertEquals(1, track.facts().ssrcChanges());
        assertEquals(0, track.facts().lost());
    }

    @Test
    void senderReportsGiveTheWallClockBeforeAndBehindThem() {
        track.rtcp(Packets.senderReport(Instant.parse("2026-11-20T08:00:00Z"), 90_000, 0, 0), 5);
        assertEquals(Instant.parse("2026-11-20T07:59:59.500Z"), picture(45_000).cameraTime());
        assertEquals(Instant.parse("2026-11-20T08:00:01Z"), picture(180_000).cameraTime());
        track.rtcp(Packets.senderReport(null, 180_000, 0, 0), 6);
        List<StreamFacts.Clock> clocks = track.facts().clocks();
        assertEquals(1, clocks.size());
        assertEquals(90_000, clocks.get(0).mediaTime());
    }

    @Test
    void theReplayExtensionTellsTheRecordedTimeAndTheHoles() {
        AccessUnit a = picture(0, 1, recorded("2026-11-20T08:00:00Z", true));
        AccessUnit b = picture(6000, 1, recorded("2026-11-20T08:00:00.067Z", false));
        AccessUnit c = picture(90_000L * 28_800, 1, recorded("2026-11-20T16:00:00Z", true));
        assertFalse(a.afterLoss(), "nothing can be missing before the first");
        assertFalse(b.afterLoss());
        assertTrue(c.afterLoss());
        assertEquals(Instant.parse("2026-11-20T16:00:00Z"), c.cameraTime());
        assertEquals(90_000L * 28_800, c.time() - a.time(), "a hole longer than half the 32-bit range goes forward");
        assertEquals(1, track.facts().holes());
        assertEquals(0, track.facts().backwards());
    }

    @Test
    void packetsOfOtherPayloadTypesAreCountedApart() {
        track.rtp(Packets.rtp(true, 97, 5, 0, 1, null, new byte[] {0x41, 1}), 0);
        track.rtp(new byte[] {1, 2, 3}, 0);
        assertEquals(2, track.facts().strange());
        assertEquals(0, track.facts().packets());
        assertTrue(events.isEmpty());
    }

    @Test
    void jitterIsThatOfRfc3550() {
        picture(0);
        for (int i = 1; i < 200; i++) {
            arrived += i % 2 == 0 ? 4_000_000 : -4_000_000; // 4 ms late, 4 ms early
            picture(i * 6000L);
        }
        assertEquals(4.0, track.facts().jitterMillis(), 0.2);
        assertEquals((TICK + 4_000_000) / 1e6, track.facts().largestGapMillis(), 0.1);
    }

    @Test
    void goodbyeIsNoticed() {
        assertFalse(track.bye());
        track.rtcp(new byte[] {(byte) 0x81, (byte) 203, 0, 1, 0, 0, 0, 1}, 0);
        assertTrue(track.bye());
    }
}
