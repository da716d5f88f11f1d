package vn.vigil.rtsp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vigil.base.Codec;
import vn.vigil.net.CameraUrl;

/**
 * Descriptions as cameras write them. Hand-written after field reports: the faults are those that go2rtc, retina and
 * ZoneMinder users met (go2rtc pkg/onvif/helpers.go; retina #9, #33, #52; moonfire-nvr issues), the brands those named there.
 */
class SdpTest {
    private static final String SPS_PPS = "Z0IAHqtAWgUIQA==,aM4wpIA=";

    private static Presentation describe(String url, String base, String sdp) throws Exception {
        return Describing.describe(CameraUrl.parse(url, "rtsp"), base, sdp.getBytes(StandardCharsets.UTF_8))
                .presentation();
    }

    private static Presentation describe(String sdp) throws Exception {
        return describe("rtsp://gate:8554/live", null, sdp);
    }

    @Test
    void aDescriptionWithNearlyEverythingWrong() throws Exception {
        Presentation p =
                describe("\r\n\r\n v=0  \ns=\ns=Cổng chính \ns=again\nc=IN IP4 \nt=now\nm=\nrubbish\n\u0000\u0001=\n"
                        + "m=video 0 RTP/AVP 96 \t\r\na=rtpmap:96  H264/90000  \r\na=fmtp:96 packetization-mode=1; sprop-parameter-sets="
                        + SPS_PPS + " ; profile-level-id=42001E\r\na=control:trackID=1  \r\n"
                        + "m=application/TP-LINK 0 RTP/AVP smart/1/90000\na=rtpmap:95 TP-LINK/90000\na=control:track3\n"
                        + "m=audio 0 RTP/AVP 8\na=control:track2\n");
        assertEquals("Cổng chính", p.name());
        assertEquals(4, p.tracks().size());
        assertEquals(Codec.H264, p.video().format().codec());
        assertEquals(2, p.video().format().parameterSets().size());
        assertEquals("rtsp://gate:8554/live/trackID=1", p.video().control().toString());
        assertEquals(Codec.PCMA, p.audio().format().codec());
        assertEquals(8000, p.audio().format().clockRate());
        assertEquals(Codec.OTHER, p.tracks().get(2).format().codec());
    }

    @Test
    void parametersUnderTheWrongTrackFindTheirOwn() throws Exception {
        Presentation p = describe("m=video 0 RTP/AVP 96\na=rtpmap:96 H264/90000\nm=audio 0 RTP/AVP 97\n"
                + "a=rtpmap:97 MPEG4-GENERIC/16000/1\na=fmtp:96 sprop-parameter-sets=" + SPS_PPS
                + "\na=fmtp:97 streamtype=5;config=1408;mode=AAC-hbr;SizeLength=13;indexlength=3;indexdeltalength=3\n");
        assertEquals(2, p.video().format().parameterSets().size());
        assertArrayEquals(
                new byte[] {0x14, 0x08}, p.audio().format().parameterSets().get(0));
        assertTrue(p.notes().contains("stray-fmtp"));
    }

    @Test
    void wrongParameterSetsAreLeftOutRatherThanBelieved() throws Exception {
        assertTrue(describe("m=video 0 RTP/AVP 96\na=rtpmap:96 H264/90000\na=fmtp:96 sprop-parameter-sets=!!!,AAAA\n")
                .video()
                .format()
                .parameterSets()
                .isEmpty());
        // Annex B start codes in front and zeroes behind: 00 00 00 01 67 … 00.
        Presentation p = describe("m=video 0 RTP/AVP 96\na=rtpmap:96 H264/90000\n"
                + "a=fmtp:96 sprop-parameter-sets=AAAAAWdCAB6rQFoFCEAA,AAAAAWjOMKSA\n");
        assertEquals(0x67, p.video().format().parameterSets().get(0)[0]);
        assertEquals(0x68, p.video().format().parameterSets().get(1)[0]);
    }

    @Test
    void h265HasThreeParameterSetsOrNone() throws Exception {
        String head =
                "m=video 0 RTP/AVP 98\na=rtpmap:98 H265/90000\na=fmtp:98 sprop-vps=QAEMAf//;sprop-sps=QgEBAWAAAAM=;";
        assertEquals(
                3,
                describe(head + "sprop-pps=RAHgdrAm\n")
                        .video()
                        .format()
                        .parameterSets()
                        .size());
        assertEquals(0, describe(head + "\n").video().format().parameterSets().size());
    }

    @Test
    void aMissingRtpmapIsGuessedFromStaticTypesAndParameters() throws Exception {
        Presentation p =
                describe("m=video 0 RTP/AVP 96\na=fmtp:96 sprop-parameter-sets=" + SPS_PPS + "\nm=audio 0 RTP/AVP 0\n");
        assertEquals(Codec.H264, p.video().format().codec());
        assertEquals(Codec.PCMU, p.audio().format().codec());
        assertNull(describe("m=video 0 RTP/AVP 26\n").video());
    }

    @Test
    void theFirstUnderstoodOfSeveralPayloadTypesIsTaken() throws Exception {
        Presentation p = describe("m=video 0 RTP/AVP 99 96\na=rtpmap:99 VP8/90000\na=rtpmap:96 H265/90000\n");
        assertEquals(96, p.video().payloadType());
        assertEquals("H265", p.video().encoding());
    }

    /** How a control address joins its base; Hikvision expects it behind the query. */
    @ParameterizedTest
    @CsvSource({
        "rtsp://gate:8554/live, , trackID=1, rtsp://gate:8554/live/trackID=1",
        "rtsp://gate:8554/live, rtsp://gate:8554/live/, trackID=1, rtsp://gate:8554/live/trackID=1",
        "rtsp://gate:8554/live, , *, rtsp://gate:8554/live",
        "rtsp://gate:8554/live, , /live/trackID=1, rtsp://gate:8554/live/trackID=1",
        "rtsp://gate:8554/live, , /trackID=1, rtsp://gate:8554/live/trackID=1",
        "rtsp://gate:8554/t/101/?starttime=1&size=2, , trackID=video, rtsp://gate:8554/t/101/?starttime=1&size=2/trackID=video",
        "rtsp://gate:8554/live, , rtsp://10.0.0.9/live/trackID=1, rtsp://gate:8554/live/trackID=1",
        "rtsp://gate:8554/live, , rtsp://admin:secret@gate:8554/live/trackID=1, rtsp://gate:8554/live/trackID=1",
        "rtsp://gate:8554/live, rtsp://rtsp://10.0.0.9:554/live/, trackID=1, rtsp://gate:8554/live/trackID=1",
        "rtsp://gate:8554/live, 10.0.0.9/live, trackID=1, rtsp://gate:8554/live/trackID=1",
        "rtsp://gate:8554/live, rtsp://[::ffff:10.0.0.9]:554/live/, trackID=1, rtsp://gate:8554/live/trackID=1",
        "rtsp://gate:8554/live, rtsp://:554/live/, trackID=1, rtsp://gate:8554/live/trackID=1",
    })
    void controlAddressesAlwaysLeadToTheInventorysHost(String url, String base, String control, String expected)
            throws Exception {
        Presentation p =
                describe(url, base, "v=0\nm=video 0 RTP/AVP 96\na=rtpmap:96 H264/90000\na=control:" + control + "\n");
        assertEquals(expected, p.video().control().toString());
    }

    @Test
    void theForeignHostIsRecorded() throws Exception {
        Presentation p = describe("a=control:*\nm=video 0 RTP/AVP 96\na=rtpmap:96 H264/90000\n"
                + "a=control:rtsp://user:hidden@10.0.0.9/live/trackID=1\n");
        assertEquals(java.util.List.of("foreign-host 10.0.0.9"), p.notes());
    }

    @ParameterizedTest
    @CsvSource({"http://gate/x", "file:///etc/passwd", "jar:file://x!/y", "ftp://gate/x", "rtsp://ga te/x"})
    void aControlAddressOfAnotherSchemeIsRefused(String control) {
        RtspException e = assertThrows(
                RtspException.class,
                () -> describe("m=video 0 RTP/AVP 96\na=rtpmap:96 H264/90000\na=control:" + control + "\n"));
        assertEquals(RtspException.Cause.PROTOCOL, e.cause());
    }

    @Test
    void tracksWithoutEndAreCapped() throws Exception {
        assertEquals(
                32, describe("m=video 0 RTP/AVP 96\n".repeat(100_000)).tracks().size());
    }
}
