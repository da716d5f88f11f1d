package vn.vigil.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.CaseId;
import vn.vigil.evidence.Asked;
import vn.vigil.footage.Planned;

/** Live footage of a camera whose clock is ten hours behind: placed in site time, as long as allowed, and genuine. */
class LiveFootageTest {
    @TempDir
    Path home;

    @Test
    void liveAndRecordedFootageOfAWrongClockIsPlacedInSiteTime() throws Exception {
        try (EvidenceSite site = new EvidenceSite(home, Duration.ofHours(-10))) {
            Instant before = site.world.now();
            CaseId id = site.request(site.asking(Asked.live(Duration.ofSeconds(2), before.plusSeconds(600))));
            site.approve("binh", id, "binh");
            RunResult live = site.run(id);
            RunResult.Clip clip = live.clips().get(0);
            assertEquals(Duration.ZERO, clip.lead());
            if (clip.firstPicture() != null) {
                assertTrue(!clip.firstPicture().isBefore(before.minusSeconds(60)), clip.toString());
                assertTrue(clip.lastPicture().isBefore(site.world.now().plusSeconds(60)), clip.toString());
            }
            assertTrue(clip.frames() >= 15 && clip.frames() <= 25, clip.toString());
            assertNull(site.judge(live.packages().get(0).file()).failed());

            CaseId recorded = site.request(site.asking(site.recorded.plusSeconds(30), Duration.ofSeconds(2)));
            site.approve("binh", recorded, "binh");
            RunResult replayed = site.run(recorded);
            Planned planned = replayed.cameras().get(0);
            assertTrue(planned.offset().plusHours(10).abs().compareTo(planned.error()) <= 0, planned.toString());
            Instant first = replayed.clips().get(0).firstPicture();
            assertTrue(!first.isAfter(site.recorded.plusSeconds(30).plus(planned.error())), first.toString());
            assertTrue(first.isAfter(site.recorded.plusSeconds(27)), first.toString());
            assertNull(site.judge(replayed.packages().get(0).file()).failed());
        }
    }
}
