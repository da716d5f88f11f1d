package vn.vigil.extract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.app.Vigil;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.Progress;
import vn.vigil.base.VigilException;
import vn.vigil.copy.CopyMaker;
import vn.vigil.copy.CopyOrder;
import vn.vigil.copy.CopyResult;
import vn.vigil.copy.FacesFound;
import vn.vigil.copy.Masking;
import vn.vigil.evidence.ClipSheet;
import vn.vigil.evidence.CopySheet;
import vn.vigil.evidence.Sheet;
import vn.vigil.ledger.CanonicalJson;
import vn.vigil.media.ClipPlace;
import vn.vigil.media.Mask;
import vn.vigil.media.Mp4Reader;
import vn.vigil.seal.AsiceReader;
import vn.vigil.seal.Hash;

/** What may be seen, by whom, for whom; what a copy says of its original; and that all of it is on record. */
class CopyStoryTest {
    @TempDir
    Path home;

    private Path folder;

    @Test
    void copiesAreMadeOfReleasedFootageOnlyAndEachIsOnRecord() throws Exception {
        folder = Files.createDirectory(home.resolve("copies"));
        try (EvidenceSite site = new EvidenceSite(home, Duration.ofSeconds(31))) {
            CaseId id = site.request(site.asking(site.recorded.plusSeconds(20), Duration.ofSeconds(6)));
            refused("VG-COPY-NOT-RELEASED", ErrorKind.REFUSED, () -> view(site, order(id, "early.mp4")));
            site.approve("binh", id, "binh");
            refused("VG-COPY-NOT-RELEASED", ErrorKind.REFUSED, () -> view(site, order(id, "early.mp4")));
            Path pack = site.run(id).packages().get(0).file();
            byte[] sealed = Files.readAllBytes(pack);

            Path out = folder.resolve("xem.mp4");
            CopyResult made = view(site, order(id, "xem.mp4"));
            assertEquals(CopyResult.Outcome.MADE, made.outcome());
            CopySheet sheet = Sheet.read(Files.readAllBytes(folder.resolve("xem.json")), CopySheet::of);
            assertEquals(made.sheet(), sheet);
            assertArrayEquals(CanonicalJson.bytes(sheet.members()), Files.readAllBytes(folder.resolve("xem.json")));
            assertEquals(CopySheet.Kind.VIEW, sheet.kind());
            assertEquals(CopySheet.TimeBasis.SITE, sheet.timeBasis());
            assertEquals("Công an phường", sheet.recipient());
            assertEquals(Hash.hex(Hash.sha256(out)), sheet.sha256());
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(out)));
            ClipSheet clip;
            try (AsiceReader reader = AsiceReader.open(pack)) {
                assertEquals(reader.sha256(sheet.original()), sheet.originalSha256());
                clip = Sheet.read(reader.small(sheet.original().replace(".mp4", ".json")), ClipSheet::of);
                assertEquals(clip.video().essenceSha256(), sheet.originalEssenceSha256());
                assertEquals(clip.firstPicture().minus(clip.clock().offset()), sheet.first());
                assertEquals(clip.video().frames(), Mp4Reader.decodeAll(out));

                CopyMaker.Made within = new CopyMaker(site.world, site.vigil.config())
                        .forPackage(
                                new ClipPlace(pack, reader.offset(clip.file()), reader.size(clip.file())),
                                clip,
                                id,
                                "Công an phường",
                                new MemberId("lan"),
                                folder.resolve("in.mp4"),
                                "data/view/in.mp4",
                                Progress.NONE);
                assertNull(within.sheet().packageIdentity());
                assertEquals("data/view/in.mp4", within.sheet().file());
                assertEquals(sheet.sha256(), within.sheet().sha256(), "the same pictures for the same recipient");
            }
            String entry = last(site, id);
            assertTrue(entry.contains("\"extract.view\"") && entry.contains(sheet.sha256()), entry);
            assertTrue(entry.contains("Công an phường"), entry);
            assertEquals(
                    CopyResult.Outcome.UNCHANGED,
                    view(site, order(id, "xem.mp4")).outcome());
            assertEquals(entry, last(site, id));
            refused("VG-COPY-EXISTS", ErrorKind.CONFLICT, () -> view(site, other(id, "xem.mp4", "UBND", "9/CV")));
            refused("VG-COPY-RECIPIENT", ErrorKind.REFUSED, () -> view(site, other(id, "b.mp4", "UBND", null)));
            CopyResult toOther = view(site, other(id, "b.mp4", "UBND phường", "09/CV-UBND"));
            assertEquals("09/CV-UBND", toOther.sheet().leave());
            assertNotEquals(sheet.sha256(), toOther.sheet().sha256(), "each recipient's own mark");
            try (Vigil nobody = site.as(null)) {
                assertEquals(
                        ErrorKind.DENIED,
                        assertThrows(VigilException.class, () -> nobody.copies()
                                        .view(nobody.actor(), order(id, "c.mp4"), Progress.NONE))
                                .kind());
            }

            redactions(site, id, clip);
            stills(site, id);

            assertArrayEquals(sealed, Files.readAllBytes(pack), "the original is only read");
            assertNull(site.vigil.ledger().verify().fault());
            assertTrue(site.vigil.ledger().unfinished().isEmpty());
            sealed[sealed.length / 2] ^= 1;
            Files.write(pack, sealed);
            refused("VG-COPY-ORIGINAL", ErrorKind.NOT_GENUINE, () -> view(site, order(id, "d.mp4")));
            try (Stream<Path> files = Files.list(folder)) {
                assertTrue(files.noneMatch(f -> f.getFileName().toString().endsWith(".part")));
            }
            assertFalse(Files.exists(folder.resolve("d.mp4")));
        }
    }

    private void redactions(EvidenceSite site, CaseId id, ClipSheet clip) throws Exception {
        Masking nothing = new Masking(List.of(), null, false, false);
        refused("VG-COPY-NO-MASK", ErrorKind.USAGE, () -> redact(site, order(id, "r.mp4"), nothing));
        refused("VG-COPY-MASK", ErrorKind.USAGE, () -> redact(site, order(id, "r.mp4"), masks("1,2,0,4")));
        refused("VG-COPY-MASK-MISSES", ErrorKind.USAGE, () -> redact(site, order(id, "r.mp4"), masks("5000,0,9,9")));
        refused("VG-COPY-MASK-MISSES", ErrorKind.USAGE, () -> redact(site, order(id, "r.mp4"), masks("0,0,9,9@1h-")));

        String clock = DateTimeFormatter.ofPattern("HH:mm:ss")
                .withZone(site.vigil.config().zone())
                .format(clip.firstPicture().minus(clip.clock().offset()).plusSeconds(3));
        CopyResult made =
                redact(site, order(id, "r.mp4"), masks("10,20,30,40@1.5s-2s", "100,100,50,50@" + clock + "-"));
        assertEquals(CopySheet.Kind.REDACTED, made.sheet().kind());
        assertEquals("lan", made.sheet().confirmedBy());
        assertEquals(
                new Mask(10, 20, 30, 40, Duration.ofMillis(1500), Duration.ofSeconds(2)),
                made.sheet().masks().get(0));
        Duration from = made.sheet().masks().get(1).from();
        assertTrue(from.toMillis() > 1900 && from.toMillis() <= 3000, from.toString());
        assertTrue(last(site, id).contains("\"extract.redact\""));

        Path proposals = folder.resolve("faces.json");
        FacesFound found;
        try (Vigil lan = site.as("lan")) {
            found = lan.copies().findFaces(lan.actor(), order(id, "faces.json"), Progress.NONE);
        }
        assertTrue(found.looks() >= 10, found.toString());
        assertTrue(last(site, id).contains("\"extract.faces\""));
        String text = Files.readString(proposals);
        Files.writeString(
                proposals,
                text.replace(
                        "\"masks\": []",
                        "\"masks\": [\n    {\"x\":5,\"y\":6,\"width\":70,\"height\":80,\"face\":1,\"seen\":4}\n  ]"));
        Masking unread = new Masking(List.of(), proposals, false, true);
        refused("VG-COPY-UNCONFIRMED", ErrorKind.REFUSED, () -> redact(site, order(id, "f.mp4"), unread));
        CopyResult confirmed = redact(site, order(id, "f.mp4"), new Masking(List.of(), proposals, true, true));
        assertEquals(1, confirmed.sheet().proposed());
        assertEquals(Mask.Style.PIXELATE, confirmed.sheet().style());
        Files.writeString(proposals, Files.readString(proposals).replace(clip.sha256(), "0".repeat(64)));
        refused(
                "VG-COPY-OTHER-CLIP",
                ErrorKind.REFUSED,
                () -> redact(site, order(id, "g.mp4"), new Masking(List.of(), proposals, true, false)));
    }

    private void stills(EvidenceSite site, CaseId id) throws Exception {
        CopyResult png = view(site, still(id, "s.png", "3s"));
        assertEquals(CopySheet.Kind.STILL, png.sheet().kind());
        assertEquals(1, png.sheet().frames());
        byte[] bytes = Files.readAllBytes(folder.resolve("s.png"));
        assertEquals("PNG", new String(bytes, 1, 3, StandardCharsets.US_ASCII));
        CopyResult jpg = redact(site, still(id, "s2.jpg", "3s"), masks("0,0,60,60"));
        assertEquals(CopySheet.Kind.STILL, jpg.sheet().kind());
        assertEquals(1, jpg.sheet().masks().size());
        refused("VG-COPY-OUT", ErrorKind.USAGE, () -> view(site, still(id, "s.mp4", "3s")));
        refused("VG-COPY-TIME", ErrorKind.USAGE, () -> view(site, still(id, "t.png", "soon")));
    }

    private CopyOrder order(CaseId id, String name) {
        return new CopyOrder(id, null, null, null, null, folder.resolve(name), false);
    }

    private CopyOrder other(CaseId id, String name, String recipient, String document) {
        return new CopyOrder(id, "gate-1", recipient, document, null, folder.resolve(name), false);
    }

    private CopyOrder still(CaseId id, String name, String time) {
        return new CopyOrder(id, null, null, null, time, folder.resolve(name), false);
    }

    private static Masking masks(String... masks) {
        return new Masking(List.of(masks), null, false, false);
    }

    private static CopyResult view(EvidenceSite site, CopyOrder order) {
        try (Vigil lan = site.as("lan")) {
            return lan.copies().view(lan.actor(), order, Progress.NONE);
        }
    }

    private static CopyResult redact(EvidenceSite site, CopyOrder order, Masking masking) {
        try (Vigil lan = site.as("lan")) {
            return lan.copies().redact(lan.actor(), order, masking, Progress.NONE);
        }
    }

    private static String last(EvidenceSite site, CaseId id) {
        List<String> lines = site.vigil.ledger().linesOf(id.toString());
        return lines.get(lines.size() - 1);
    }

    private static void refused(String id, ErrorKind kind, Runnable act) {
        VigilException e = assertThrows(VigilException.class, act::run);
        assertEquals(id, e.id());
        assertEquals(kind, e.kind());
    }
}
