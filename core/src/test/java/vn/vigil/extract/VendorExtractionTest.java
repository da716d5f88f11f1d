package vn.vigil.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.CaseId;
import vn.vigil.base.TimeSpan;
import vn.vigil.camera.DriverKind;
import vn.vigil.evidence.Judgement;
import vn.vigil.seal.AsiceReader;
import vn.vigil.sim.Vendor;

/** Evidence from a recorder that is asked in its maker's own way: sealed like any other, and honest about its times. */
class VendorExtractionTest {
    @TempDir
    Path home;

    @Test
    void aClipOverAHoleIsSealedAndSaysThatItsTimesAreAssumed() throws Exception {
        try (EvidenceSite site = new EvidenceSite(home, Duration.ofSeconds(31), Vendor.DAHUA)) {
            site.vigil.store().write(tx -> tx.run("update camera set driver = ?", DriverKind.DAHUA.word()));
            TimeSpan hole = new TimeSpan(site.recorded.plusSeconds(300), site.recorded.plusSeconds(310));
            CaseId id = site.request(site.asking(hole.from().minusSeconds(1), Duration.ofSeconds(13)));
            site.approve("binh", id, "binh");
            RunResult done = site.run(id);

            assertEquals(1, done.clips().size());
            RunResult.Clip clip = done.clips().get(0);
            assertEquals(1, clip.gaps().size(), "the hole is told");
            TimeSpan told = clip.gaps().get(0).plus(Duration.ofSeconds(-31));
            assertTrue(hole.overlaps(told) && told.length().compareTo(Duration.ofSeconds(13)) < 0, told.toString());
            assertTrue(done.notes().stream().anyMatch(n -> n.key().id().equals("time-assumed")), "said so");
            Path file = done.packages().get(0).file();
            Judgement judgement = site.judge(file);
            assertNull(judgement.failed(), String.valueOf(judgement.failed()));
            try (AsiceReader reader = AsiceReader.open(file)) {
                String sheet = new String(reader.small(clip.name().replace(".mp4", ".json")), StandardCharsets.UTF_8);
                assertTrue(sheet.contains("\"cameraTimeBasis\":\"asked\""), sheet);
                assertTrue(sheet.contains("\"driver\":\"dahua-playback\""), sheet);
            }
            assertEquals(0, site.cameras.camera("gate-1").refusedLogins());
        }
    }
}
