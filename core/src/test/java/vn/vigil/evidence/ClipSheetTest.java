package vn.vigil.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vigil.base.TimeSpan;
import vn.vigil.ledger.CanonicalJson;
import vn.vigil.seal.AsiceReader;

/** Clip sheets of every version are read, and written back as they were. */
class ClipSheetTest {
    @Test
    void sheetsOfOldPackagesComeBackToTheByte() throws Exception {
        for (Path file : List.of(OldPackages.first(), OldPackages.byKey(), OldPackages.onPaper())) {
            int clips = 0;
            try (AsiceReader reader = AsiceReader.open(file)) {
                for (String name : reader.names()) {
                    if (name.startsWith(PackageVerifier.CLIPS) && name.endsWith(".json")) {
                        byte[] json = reader.small(name);
                        ClipSheet sheet = Sheet.read(json, ClipSheet::of);
                        assertEquals(file.equals(OldPackages.first()) ? 1 : 2, sheet.version());
                        assertEquals(sheet.version() == 1, sheet.origin() == null);
                        assertArrayEquals(json, CanonicalJson.bytes(sheet.members()));
                        clips++;
                    }
                }
            }
            assertEquals(1, clips, file.toString());
        }
    }

    @Test
    void version2TellsSignaturesAndOrigin() throws Exception {
        Instant at = Instant.parse("2026-11-20T19:00:00Z");
        ClipSheet sheet = new ClipSheet(
                2,
                new ClipSheet.Camera("gate-1", "Cổng chính", null, "42", null, "rtsp://192.0.2.1/", "onvif-replay"),
                new ClipSheet.Origin("HLD-2026-0001", at.plusSeconds(60)),
                new TimeSpan(at, at.plusSeconds(10)),
                new ClipSheet.Clock(null, null, "not measured", null),
                at,
                at.plusSeconds(11),
                null,
                Duration.ZERO,
                new ClipSheet.Signing("onvif-media-signing", 6, Duration.ofMillis(960)),
                List.of(),
                1,
                0,
                new ClipSheet.Video("H264", 640, 360, 275, 6, Duration.ofSeconds(11), "e".repeat(64)),
                null,
                null,
                "data/clips/x.mp4",
                5,
                "f".repeat(64),
                "vigil");
        byte[] json = CanonicalJson.bytes(sheet.members());
        assertEquals(sheet, Sheet.read(json, ClipSheet::of));
        String text = new String(json, StandardCharsets.UTF_8);
        assertTrue(
                text.contains("\"signing\":{\"kind\":\"onvif-media-signing\",\"tailMillis\":960,\"units\":6}"), text);
        assertTrue(
                text.contains(
                        "\"origin\":{\"copiedAt\":\"2026-11-20T19:01:00Z\",\"from\":\"hold\",\"hold\":\"HLD-2026-0001\"}"),
                text);
        byte[] elsewhere =
                text.replace("\"from\":\"hold\"", "\"from\":\"disc\"").getBytes(StandardCharsets.UTF_8);
        assertThrows(Sheet.SheetException.class, () -> Sheet.read(elsewhere, ClipSheet::of));
    }
}
