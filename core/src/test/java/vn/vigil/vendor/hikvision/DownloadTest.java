package vn.vigil.vendor.hikvision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.vigil.base.Deadline;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.World;
import vn.vigil.net.CameraUrl;
import vn.vigil.vendor.hikvision.HikvisionException.Cause;

/** Fetching a segment's file (cfryanr's tool, qb60/hikvision-downloader, HikLoad). */
class DownloadTest extends AgainstScriptedDevice {
    private static final String URI = "rtsp://10.14.97.40/Streaming/tracks/101/?starttime=20210818T151815Z"
            + "&endtime=20210818T151908Z&name=00000004667000100&size=1400788";
    private static final String FILE = reply("200 OK", "Content-Type: video/mp4\r\n", "IMKH" + "x".repeat(100_000));

    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();

    private static Segment segment() throws Exception {
        Instant from = Instant.parse("2021-08-18T15:18:15Z");
        CameraUrl url = CameraUrl.parse("rtsp://127.0.0.1:554/", "rtsp");
        TimeSpan span = new TimeSpan(from, from.plusSeconds(53));
        return new Segment(101, span, "", url, URI, "00000004667000100", 1_400_788, "H.264-BP", false);
    }

    private long fetch(HikvisionDevice device, long max) throws Exception {
        taken.reset();
        return device.download(segment(), taken::writeBytes, max, Deadline.in(World.real(), Duration.ofSeconds(3)));
    }

    @Test
    void aFileIsAskedForByGetWithABodyThatNamesTheDevicesOwnAddress() throws Exception {
        HikvisionDevice device = device(unauthorized(), FILE);
        assertEquals(100_004, fetch(device, 1 << 20));
        assertTrue(taken.toString(StandardCharsets.ISO_8859_1).startsWith("IMKHxxx"));
        assertTrue(requests().get(1).startsWith("GET /ISAPI/ContentMgmt/download HTTP/1.1\r\n"));
        assertEquals(
                "<downloadRequest version=\"1.0\"><playbackURI>" + URI.replace("&", "&amp;")
                        + "</playbackURI></downloadRequest>",
                body(1));
        assertEquals(Dialect.DownloadForm.GET, device.dialect().download());
    }

    @Test
    void aDeviceThatRefusesGetIsAskedByPostAndRemembered() throws Exception {
        HikvisionDevice device =
                device(refusal("403 Forbidden", 4, "Invalid Operation", "methodNotAllowed"), FILE, FILE);
        fetch(device, 1 << 20);
        fetch(device, 1 << 20);
        assertEquals(3, requests().size());
        assertTrue(requests().get(1).startsWith("POST ") && requests().get(2).startsWith("POST "));
    }

    @Test
    void fiveHundredIsBusyAndNotTriedOtherwise() throws Exception {
        HikvisionDevice device = device(reply("500 Internal Server Error", "", ""));
        fails(Cause.BUSY, () -> fetch(device, 1 << 20));
        assertEquals(1, requests().size());
    }

    @Test
    void aFaultUnderTwoHundredIsNoFile() throws Exception {
        HikvisionDevice device =
                device(refusal("200 OK", 2, "Device Busy", "deviceBusy"), ok("<Odd/>"), reply("200 OK", "", ""));
        fails(Cause.BUSY, () -> fetch(device, 1 << 20));
        fails(Cause.PROTOCOL, () -> fetch(device, 1 << 20));
        fails(Cause.PROTOCOL, () -> fetch(device, 1 << 20));
        assertEquals(0, taken.size());
    }

    @Test
    void anEndlessFileIsCutOffAndASinkThatFailsEndsIt() throws Exception {
        HikvisionDevice device = device("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(5000), FILE);
        fails(Cause.TOO_LARGE, () -> fetch(device, 1000));
        IOException full = new IOException("no space left");
        IOException e = assertThrows(
                IOException.class,
                () -> device.download(
                        segment(),
                        b -> {
                            throw full;
                        },
                        1 << 20,
                        Deadline.in(World.real(), Duration.ofSeconds(3))));
        assertEquals(full, e);
    }
}
