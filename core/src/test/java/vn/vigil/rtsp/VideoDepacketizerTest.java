package vn.vigil.rtsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.vigil.rtsp.Collected.packet;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vigil.base.Codec;

/**
 * NAL units through RTP, good and bad. The bytes are made up; the habits are those reported of the cameras named (retina #68,
 * #108; moonfire-nvr #344, #352; go2rtc h264/rtp.go; mediamtx #4262).
 */
class VideoDepacketizerTest {
    private final Collected got = new Collected();
    private final Depacketizer h264 = new H264Depacketizer(Collected.video(Codec.H264));
    private final Depacketizer h265 = new H265Depacketizer(Collected.video(Codec.H265));

    private void h264(long time, boolean marker, String payload) {
        h264.packet(packet(marker, payload), time, false, got);
    }

    private void lost264(long time, boolean marker, String payload) {
        h264.packet(packet(marker, payload), time, true, got);
    }

    private void h265(long time, boolean marker, String payload) {
        h265.packet(packet(marker, payload), time, false, got);
    }

    @Test
    void singleNalUnitsAreGatheredUntilTheMarker() {
        h264(10, false, "6742c0");
        h264(10, false, "68ce3c");
        h264(10, true, "65 8801");
        h264(20, true, "41 9a02");
        assertEquals(List.of("10 key 000000036742c00000000368ce3c00000003658801", "20 00000003419a02"), got.units);
        assertEquals(1, got.formats.size());
        assertEquals(2, got.formats.get(0).parameterSets().size());
        assertEquals(0, got.damaged);
    }

    @Test
    void aStapAHoldsSeveralAndMayBeCutShort() {
        h264(1, true, "78 0003 6742c0 0003 68ce3c 0003 658801");
        h264(2, true, "78 0003 419a01 0009 41");
        assertEquals("1 key 000000036742c00000000368ce3c00000003658801", got.units.get(0));
        assertEquals("2 loss 00000003419a01", got.units.get(1));
        assertEquals(1, got.damaged);
    }

    @Test
    void fragmentsBecomeOneNalUnitAgain() {
        h264(1, false, "7c 85 aa");
        h264(1, false, "7c 05 bb");
        h264(1, true, "7c 45 cc");
        assertEquals(List.of("1 key 0000000465aabbcc"), got.units);
    }

    @Test
    void theFirstFragmentsTypeCounts() { // Tiandy changes it in later ones
        h264(1, false, "7c 85 aa");
        h264(1, true, "7c 41 bb");
        assertEquals(List.of("1 key 0000000365aabb"), got.units);
    }

    @Test
    void anEndBitMayBeMissingWhereNothingIsLost() {
        h264(1, false, "7c 85 aa");
        h264(1, false, "7c 85 bb");
        h264(1, true, "7c 05 cc");
        assertEquals(List.of("1 key 0000000265aa0000000365bbcc"), got.units);
        assertEquals(0, got.damaged);
    }

    @Test
    void aLostFragmentTakesItsNalUnitAlongAndIsTold() {
        h264(1, true, "41 01");
        h264(2, false, "7c 81 aa");
        lost264(2, true, "7c 41 cc"); // the middle is missing: nothing is left of this picture
        h264(3, true, "41 03");
        h264(4, true, "41 04");
        assertEquals(List.of("1 000000024101", "3 loss 000000024103", "4 000000024104"), got.units);
        assertEquals(1, got.damaged);
    }

    @Test
    void aLostHeadIsToldOnce() {
        h264(1, true, "41 01");
        lost264(2, false, "7c 01 bb");
        h264(2, false, "7c 01 cc");
        h264(2, true, "7c 41 dd");
        h264(3, true, "41 03");
        assertEquals(List.of("1 000000024101", "3 loss 000000024103"), got.units);
    }

    @Test
    void aLostMarkerEndsAtTheNextTime() {
        h264(1, false, "41 01");
        lost264(2, true, "41 02");
        assertEquals(List.of("1 loss 000000024101", "2 000000024102"), got.units);
    }

    @Test
    void aMarkerOnParameterSetsOrSeiAloneEndsNothing() { // Tapo TC70, Reolink Duo
        h264(1, true, "6742c0");
        h264(1, true, "68ce3c");
        h264(1, true, "06 05 80");
        h264(2, true, "65 8801"); // and their time may be another than the picture's
        assertEquals(List.of("2 key 000000036742c00000000368ce3c0000000306058000000003658801"), got.units);
    }

    @Test
    void annexBInsideOneNalUnitIsCut() {
        h264(1, true, "6742c0 00000001 68ce3c 000001 658800 00000001 65 11");
        assertEquals(List.of("1 key 000000036742c00000000368ce3c000000026588000000026511"), got.units);
        h264(2, true, "00000001 41 9a");
        assertEquals("2 00000002419a", got.units.get(1));
    }

    @Test
    void newParameterSetsAreToldBeforeTheirPicture() {
        h264(1, true, "78 0003 6742c0 0003 68ce3c 0002 6588");
        h264(2, true, "78 0003 6742c0 0003 68ce3c 0002 6588");
        h264(3, true, "78 0003 674d00 0002 6588"); // a new SPS alone; the PPS stays
        assertEquals(2, got.formats.size());
        assertEquals(0x4d, got.formats.get(1).parameterSets().get(0)[1]);
        assertEquals(2, got.formats.get(1).parameterSets().size());
    }

    @Test
    void typesNobodyAgreedOnAreDroppedAndTold() {
        h264(1, true, "79 0000 0003 419a01");
        h264(1, true, "");
        h264(1, true, "7c");
        assertTrue(got.units.isEmpty());
        assertEquals(3, got.damaged);
    }

    @Test
    void h265SingleAggregatedAndFragmented() {
        h265(1, true, "6001 0003 4001aa 0003 4201bb 0003 4401cc 0003 2601dd");
        h265(2, false, "6201 93 aa"); // first fragment of type 19
        h265(2, false, "6201 13 bb");
        h265(2, true, "6201 53 cc");
        h265(3, true, "0201 dd");
        assertEquals(
                List.of(
                        "1 key 000000034001aa000000034201bb000000034401cc000000032601dd",
                        "2 key 000000052601aabbcc",
                        "3 000000030201dd"),
                got.units);
        assertEquals(3, got.formats.get(0).parameterSets().size());
    }

    @Test
    void aPictureWithoutEndIsDroppedBeforeItFillsMemory() {
        String part = "aa".repeat(60_000);
        h264(1, false, "7c 85 " + part);
        RtpPacket more = packet(false, "7c 05 " + part);
        for (int i = 0; i < 1200; i++) {
            h264.packet(more, 1, false, got);
        }
        h264(2, true, "41 02");
        assertTrue(got.damaged >= 1);
        assertEquals("2 loss 000000024102", got.units.get(got.units.size() - 1));
    }

    @Test
    void theLastPictureComesOutWithoutItsMarker() {
        h264(1, false, "41 01");
        assertTrue(got.units.isEmpty());
        h264.flush(got);
        assertEquals(List.of("1 000000024101"), got.units);
        h264.flush(got);
        assertEquals(1, got.units.size());
    }
}
