package vn.vigil.rtsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RtpPacketTest {
    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    @Test
    void paddingSourcesAndForeignExtensionsAreSkipped() throws Exception {
        RtpPacket p = RtpPacket.parse(hex("b1e0 fffe 00000001 deadbeef 00000007 bede0001 00112233 aabb 0003 0000 0003"
                .replace("0003 0000 0003", "000003")));
        assertTrue(p.marker());
        assertEquals(0x60, p.payloadType());
        assertEquals(0xfffe, p.sequence());
        assertEquals(1, p.timestamp());
        assertEquals(0xdeadbeef, p.ssrc());
        assertNull(p.replay());
        assertEquals(2, p.length());
        assertEquals((byte) 0xaa, p.bytes()[p.from()]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "80",
                "8060000100000001000000",
                "4060000100000001deadbeef",
                "8f60000100000001deadbeef",
                "9060000100000001deadbeef",
                "9060000100000001deadbeefabac0003",
                "a060000100000001deadbeef05",
                "9060000100000001deadbeefabacffff00"
            })
    void lengthsThatLeadOutOfThePacketAreRefused(String bytes) {
        assertThrows(RtspFault.class, () -> RtpPacket.parse(hex(bytes)));
    }

    /** The first packet of a recording, as gst-rtsp-server 1.22 sent it. */
    @Test
    void theReplayExtensionOfAForeignServer() throws Exception {
        RtpPacket p = RtpPacket.parse(Captures.packets("gst-replay-gap.bin", 0).get(0));
        ReplayExtension r = p.replay();
        assertEquals(Instant.parse("2026-11-20T08:00:02Z"), r.time());
        assertTrue(r.clean() && r.discontinuity());
        assertFalse(r.end() || r.terminal());
    }

    @Test
    void theReplayExtensionIsReadBackAsPrinted() throws Exception {
        ReplayExtension r =
                new ReplayExtension(Instant.parse("2026-11-20T08:00:02.066666667Z"), true, false, true, true, 9);
        byte[] b = Packets.rtp(true, 96, 65535, 4294967295L, -5, r, new byte[] {2, 3});
        RtpPacket p = RtpPacket.parse(b);
        assertEquals(r, p.replay());
        assertEquals(4294967295L, p.timestamp());
        assertEquals(2, p.length());
    }

    @Test
    void ntpTimesKeepTheirNanosecondsAndOutliveTheYear2036() {
        for (String t : new String[] {
            "1970-01-01T00:00:00Z",
            "2026-11-20T08:00:00.440Z",
            "2036-02-07T06:28:15.999999999Z",
            "2036-02-07T06:28:16Z",
            "2050-01-01T00:00:00.000000001Z"
        }) {
            assertEquals(Instant.parse(t), Ntp.instant(Packets.ntp(Instant.parse(t))));
        }
    }

    @Test
    void senderReportsAndGoodbyesAreFoundInCompounds() {
        RtcpSenderReport report = new RtcpSenderReport(Instant.parse("2026-11-20T08:00:00.5Z"), 90000, 3, 400);
        byte[] sr = Packets.senderReport(report.time(), 90000, 3, 400);
        byte[] compound = new byte[sr.length + 8];
        System.arraycopy(sr, 0, compound, 0, sr.length);
        System.arraycopy(hex("81cb000100000007"), 0, compound, sr.length, 8);
        assertEquals(report, RtcpSenderReport.parse(compound).report());
        assertTrue(RtcpSenderReport.parse(compound).bye());
        assertFalse(RtcpSenderReport.parse(sr).bye());
        assertNull(RtcpSenderReport.parse(java.util.Arrays.copyOf(sr, 27)).report());
        assertNull(RtcpSenderReport.parse(Packets.senderReport(null, 1, 1, 1))
                .report()
                .time());
    }
}
