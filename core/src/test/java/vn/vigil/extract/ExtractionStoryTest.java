package vn.vigil.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.Version;
import vn.vigil.base.VigilException;
import vn.vigil.evidence.FileRequest;
import vn.vigil.evidence.Judgement;
import vn.vigil.seal.AsiceReader;

/** A request on its way: refused where it must be, then allowed, taken over a hole, sealed, judged; and once only. */
class ExtractionStoryTest {
    @TempDir
    Path home;

    @Test
    void aRequestBecomesOnePackageAndOnlyByTwoPersons() throws Exception {
        try (EvidenceSite site = new EvidenceSite(home, Duration.ofSeconds(31))) {
            FileRequest asked = site.asking(site.recorded.plusSeconds(290), Duration.ofSeconds(30));
            CaseId id = site.request(asked);
            assertEquals(id, site.request(asked), "the same request twice is one request");

            refused("VG-EXTRACT-NOT-APPROVED", () -> site.run(id));
            refused("VG-EXTRACT-OWN-APPROVAL", () -> site.approve("lan", id, "lan"));
            kind(ErrorKind.DENIED, () -> site.approve("cuong", id, "binh"));
            kind(ErrorKind.DENIED, () -> site.approve("binh", id, "lan"));
            assertEquals(
                    ExtractState.APPROVED,
                    site.approve("binh", id, "binh").request().state());
            assertEquals(
                    Filed.Outcome.UNCHANGED, site.approve("binh", id, "binh").outcome());
            TimeSpan wider = new TimeSpan(
                    asked.wanted().get(0).asked().span().from(),
                    asked.wanted().get(0).asked().span().to().plusSeconds(1));
            refused("VG-EXTRACT-SPAN", () -> site.run(new RunRequest(id, wider, null, null, null, false)));
            assertEquals(
                    RunResult.Outcome.PLANNED,
                    site.run(new RunRequest(id, null, null, null, null, true)).outcome());
            assertFalse(
                    Files.exists(home.resolve("packages")), "nothing is made before it is allowed, nor by a dry run");

            RunResult done = site.run(id);
            assertEquals(1, done.packages().size());
            assertNull(done.timestampMissing());
            RunResult.Clip clip = done.clips().get(0);
            assertEquals(1, clip.gaps().size(), "the hole is told");
            assertTrue(
                    !clip.firstPicture()
                            .isAfter(asked.wanted().get(0).asked().span().from().plusMillis(600)),
                    clip.toString());
            assertTrue(
                    clip.lastPicture()
                            .isBefore(asked.wanted().get(0).asked().span().to().plusMillis(600)),
                    clip.toString());

            Judgement judgement = site.judge(done.packages().get(0).file());
            assertNull(judgement.failed(), String.valueOf(judgement.failed()));
            assertEquals(Judgement.Verdict.TIME_NOT_PROVEN, judgement.verdict());
            try (AsiceReader reader = AsiceReader.open(done.packages().get(0).file())) {
                String sheet = new String(reader.small(clip.name().replace(".mp4", ".json")), StandardCharsets.UTF_8);
                String tools = "\"tools\":\"vigil " + Version.NUMBER + "; FFmpeg ";
                assertTrue(sheet.contains(tools)
                        && Character.isDigit(sheet.charAt(sheet.indexOf(tools) + tools.length())));
            }

            RunResult again = site.run(id);
            assertEquals(RunResult.Outcome.UNCHANGED, again.outcome());
            assertEquals(done.packages(), again.packages());
            try (Stream<Path> files = Files.list(home.resolve("packages"))) {
                assertEquals(2, files.count(), "one package and its fingerprint");
            }
            assertFalse(Files.exists(home.resolve("partial").resolve(id.toString())));
            assertNull(site.vigil.ledger().verify().fault());
            assertTrue(site.vigil.ledger().unfinished().isEmpty());
        }
    }

    private static void refused(String id, Runnable act) {
        VigilException e = assertThrows(VigilException.class, act::run);
        assertEquals(id, e.id());
        assertEquals(ErrorKind.REFUSED, e.kind());
    }

    private static void kind(ErrorKind kind, Runnable act) {
        assertEquals(kind, assertThrows(VigilException.class, act::run).kind());
    }
}
