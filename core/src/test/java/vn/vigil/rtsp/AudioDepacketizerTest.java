package vn.vigil.rtsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.vigil.rtsp.Collected.packet;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AudioDepacketizerTest {
    private final Collected got = new Collected();
    private final Depacketizer aac = new AacDepacketizer(Map.of());

    private void aac(long time, boolean lost, String payload) {
        aac.packet(packet(true, payload), time, lost, got);
    }

    @Test
    void severalFramesInOnePacketAreOneFrameLengthApart() {
        aac(5000, false, "0020 0010 0018 aabb ccddee");
        assertEquals(List.of("5000 key aabb", "6024 key ccddee"), got.units);
    }

    @Test
    void aFrameOverSeveralPacketsIsPutTogether() {
        aac(7, false, "0010 0028 aabb");
        aac(7, false, "0010 0028 ccddee");
        aac(8, false, "0010 0008 ff");
        assertEquals(List.of("7 key aabbccddee", "8 key ff"), got.units);
    }

    @Test
    void aFragmentLostDropsItsFrame() {
        aac(7, false, "0010 0028 aabb");
        aac(8, true, "0010 0008 ff");
        assertEquals(List.of("8 key loss ff"), got.units);
        assertEquals(1, got.damaged);
    }

    @Test
    void headersThatMakeNoSenseAreDropped() {
        aac(1, false, "");
        aac(1, false, "00");
        aac(1, false, "ffff 0010 aabb");
        aac(1, false, "0000");
        assertTrue(got.units.isEmpty());
        assertEquals(4, got.damaged);
    }

    @Test
    void otherWidthsComeFromTheDescription() {
        Depacketizer lbr = new AacDepacketizer(
                Map.of("sizelength", "6", "indexlength", "2", "indexdeltalength", "2", "constantduration", "960"));
        lbr.packet(packet(true, "0010 04 08 aa bbcc"), 0, false, got);
        assertEquals(List.of("0 key aa", "960 key bbcc"), got.units);
    }

    @Test
    void samplesPassAsTheyAre() {
        new SampleDepacketizer().packet(packet(false, "d5d5"), 3, true, got);
        new SampleDepacketizer().packet(packet(false, ""), 4, false, got);
        assertEquals(List.of("3 key loss d5d5"), got.units);
    }
}
