package vn.vigil.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.base.TimeSpan;
import vn.vigil.camera.Camera;
import vn.vigil.camera.FolderCamera;
import vn.vigil.config.Config;
import vn.vigil.config.Home;
import vn.vigil.evidence.Asked;
import vn.vigil.evidence.FileRequest;
import vn.vigil.evidence.Wanted;
import vn.vigil.media.Captured;
import vn.vigil.media.Scene;
import vn.vigil.media.SceneEncoder;
import vn.vigil.seal.AsiceReader;
import vn.vigil.store.Store;

/** Footage out of another recorder's folder becomes evidence: the very pictures that the recorder wrote. */
class FolderEvidenceTest {
    @TempDir
    Path home;

    @Test
    void segmentsOfTwoKindsBecomeTwoClipsOfTheSamePictures() throws Exception {
        try (EvidenceSite site = new EvidenceSite(home, Duration.ZERO)) {
            Path rec = home.resolve("rec");
            Instant from = site.recorded;
            Captured first = Captured.h264();
            Scene second = SceneEncoder.loop(
                    new SceneEncoder.Spec("YARD", 320, 180, 10, 10, 200, SceneEncoder.Look.MOVING),
                    Duration.ofSeconds(4));
            FolderCamera.segment(FolderCamera.mediaMtx(rec, from));
            FolderCamera.segment(FolderCamera.mediaMtx(rec, from.plusSeconds(4)));
            FolderCamera.segment(FolderCamera.mediaMtx(rec, from.plusSeconds(8)), second.format(), second.units());
            Camera yard = FolderCamera.of("yard", rec + "/%Y-%m-%d_%H-%M-%S-%f.mp4");
            Home place = Home.of(site.world, home);
            try (Store store = Store.open(place, Config.load(site.world, place, null), site.world)) {
                FolderCamera.add(store, yard, site.world.now());
            }

            CaseId id = site.request(asking(site, new TimeSpan(from.plusSeconds(2), from.plusSeconds(12))));
            site.approve("binh", id, "binh");
            RunResult done = site.run(id);
            assertEquals(2, done.clips().size(), "one file for each kind of pictures");
            RunResult.Clip clip = done.clips().get(0);
            assertEquals(from.plusSeconds(2), clip.firstPicture());
            assertEquals(Duration.ZERO, clip.lead());
            assertEquals(150, clip.frames());
            assertEquals(from.plusSeconds(8), done.clips().get(1).firstPicture());
            assertEquals(40, done.clips().get(1).frames());
            assertEquals(List.of(), clip.gaps());

            assertNull(site.judge(done.packages().get(0).file()).failed());
            MessageDigest wanted = MessageDigest.getInstance("SHA-256");
            first.units().subList(50, 100).forEach(u -> wanted.update(u.data()));
            first.units().forEach(u -> wanted.update(u.data()));
            assertTrue(sheet(done, 0).contains(hex(wanted)), "every picture byte for byte, in the coder's order");
            MessageDigest rest = MessageDigest.getInstance("SHA-256");
            for (AccessUnit unit : second.units()) {
                rest.update(unit.data());
            }
            assertTrue(sheet(done, 1).contains(hex(rest)));
            assertTrue(sheet(done, 0).contains("\"folder-replay\""));
        }
    }

    private static String sheet(RunResult done, int clip) throws Exception {
        try (AsiceReader reader = AsiceReader.open(done.packages().get(0).file())) {
            String name = done.clips().get(clip).name().replace(".mp4", ".json");
            return new String(reader.small(name), StandardCharsets.UTF_8);
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static FileRequest asking(EvidenceSite site, TimeSpan span) {
        FileRequest r = site.asking(Asked.recorded(span));
        return new FileRequest(
                r.requester(),
                r.requesterName(),
                r.documentNumber(),
                r.documentDate(),
                r.basis(),
                r.purpose(),
                r.recipient(),
                null,
                List.of(new Wanted(new CameraId("yard"), Asked.recorded(span))),
                false,
                null,
                null,
                false,
                null,
                null);
    }
}
