package vn.vigil.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Progress;
import vn.vigil.base.VigilException;

class AsiceTest {
    @TempDir
    Path temp;

    private AsiceWriter writer(Path target) {
        return AsiceWriter.create(SealKit.WORLD, target, SealKit.NOW, SealKit.bagInfo(), Progress.NONE);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(temp)) {
            return all.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aPackageIsWrittenSealedAndFoundGenuine() throws IOException {
        Path target = temp.resolve("VIGIL-EXT-2026-0001.asice");
        byte[] film = new byte[1_000_003];
        new Random(7).nextBytes(film);
        Path clip = Files.write(temp.resolve("clip.mp4"), film);
        Sealed sealed;
        String digest;
        try (AsiceWriter writer = writer(target)) {
            digest = writer.add("data/clips/cổng-1.mp4", clip);
            writer.add("data/trống.txt", new byte[0]);
            sealed = writer.finish(SealKit.SIGNER, null);
        }
        assertEquals(Hash.hex(Hash.sha256(film)), digest);
        assertEquals(Hash.hex(Hash.sha256(target)), sealed.sha256());
        assertEquals(Files.size(target), sealed.size());
        assertEquals(SealLevel.B, sealed.level());
        assertEquals(
                sealed.sha256() + "  VIGIL-EXT-2026-0001.asice\n",
                Files.readString(temp.resolve("VIGIL-EXT-2026-0001.asice.sha256")));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(target)));
        Files.delete(clip);
        assertEquals(List.of("VIGIL-EXT-2026-0001.asice", "VIGIL-EXT-2026-0001.asice.sha256"), files());

        try (AsiceReader reader = AsiceReader.open(target)) {
            PackageReport report = reader.verify(SealKit.TRUST, SealKit.NOW, Progress.NONE);
            assertEquals(Verdict.GENUINE_TIME_NOT_PROVEN, report.verdict());
            assertEquals(sealed.identity(), report.identity());
            assertEquals(
                    SealKit.SIGNER.certificate(), report.seals().get(0).report().signer());
            assertEquals(digest, reader.sha256("data/clips/cổng-1.mp4"));
            try (InputStream in = reader.open("data/clips/cổng-1.mp4")) {
                assertArrayEquals(film, in.readAllBytes());
            }
            assertEquals(
                    ErrorKind.NOT_GENUINE,
                    assertThrows(VigilException.class, () -> reader.small("data/none"))
                            .kind());
        }
    }

    @Test
    void itIsAZipAndABagForEveryTool() throws IOException {
        Path target = temp.resolve("p.asice");
        SealKit.write(target, SealKit.SIGNER, null);
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(target))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                names.add(e.getName());
                assertEquals(ZipEntry.STORED, e.getMethod());
                byte[] content = zip.readAllBytes();
                switch (e.getName()) {
                    case "mimetype" ->
                        assertEquals("application/vnd.etsi.asic-e+zip", new String(content, StandardCharsets.US_ASCII));
                    case "manifest-sha256.txt" ->
                        assertEquals(
                                2,
                                new String(content, StandardCharsets.UTF_8)
                                        .lines()
                                        .count());
                    case "bag-info.txt" ->
                        assertEquals(
                                """
                            Source-Organization: Ủy ban nhân dân phường
                            External-Identifier: EXT-2026-0001
                            Bagging-Date: 2026-03-02
                            Payload-Oxum: 30.2
                            Vigil-Package-Version: 2
                            """,
                                new String(content, StandardCharsets.UTF_8));
                    default -> assertTrue(content.length > 0);
                }
            }
        }
        assertEquals(
                List.of(
                        "mimetype",
                        "data/clips/cổng-1.mp4",
                        "data/clips/cổng-1.json",
                        "HUONG-DAN-KIEM-TRA.txt",
                        "bagit.txt",
                        "bag-info.txt",
                        "manifest-sha256.txt",
                        "tagmanifest-sha256.txt",
                        "META-INF/ASiCManifest001.xml",
                        "META-INF/signature001.p7s"),
                names);
        byte[] head = Files.readAllBytes(target);
        assertEquals("mimetypeapplication/vnd.etsi.asic-e+zip", new String(head, 30, 39, StandardCharsets.US_ASCII));
    }

    @Test
    void theSameInputTimeAndRsaKeyGiveTheSameBytes() throws IOException {
        SealKit.write(temp.resolve("a.asice"), SealKit.RSA_SIGNER, null);
        SealKit.write(temp.resolve("b.asice"), SealKit.RSA_SIGNER, null);
        assertArrayEquals(Files.readAllBytes(temp.resolve("a.asice")), Files.readAllBytes(temp.resolve("b.asice")));
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        for (String there : List.of("p.asice", "p.asice.sha256")) {
            Files.writeString(temp.resolve(there), "mine");
            VigilException e = assertThrows(VigilException.class, () -> writer(temp.resolve("p.asice")));
            assertEquals(ErrorKind.CONFLICT, e.kind());
            assertEquals(List.of(there), files());
            assertEquals("mine", Files.readString(temp.resolve(there)));
            Files.delete(temp.resolve(there));
        }
    }

    @Test
    void aFileThatAppearsMeanwhileStays() throws IOException {
        Path target = temp.resolve("p.asice");
        try (AsiceWriter writer = writer(target)) {
            writer.add("data/x", SealKit.utf8("x"));
            Files.writeString(target, "somebody else's");
            VigilException e = assertThrows(VigilException.class, () -> writer.finish(SealKit.SIGNER, null));
            assertEquals(ErrorKind.CONFLICT, e.kind());
        }
        assertEquals(List.of("p.asice"), files());
        assertEquals("somebody else's", Files.readString(target));
    }

    @Test
    void aPackageGivenUpLeavesNothing() throws IOException {
        try (AsiceWriter writer = writer(temp.resolve("p.asice"))) {
            writer.add("data/x", SealKit.utf8("x"));
            assertTrue(files().get(0).endsWith(".partial"));
        }
        assertEquals(List.of(), files());
    }

    @Test
    void badNamesAreRefusedBeforeAnythingIsDone() throws IOException {
        for (String bad :
                List.of("../x", "/x", "a\\b", "data/x.", "data/con.txt", "mimetype", "META-INF/x", "bagit.txt")) {
            try (AsiceWriter writer = writer(temp.resolve("p.asice"))) {
                VigilException e = assertThrows(VigilException.class, () -> writer.add(bad, new byte[1]), bad);
                assertEquals(ErrorKind.USAGE, e.kind());
            }
        }
        try (AsiceWriter writer = writer(temp.resolve("p.asice"))) {
            writer.add("data/Clip.mp4", new byte[1]);
            assertThrows(VigilException.class, () -> writer.add("data/clip.MP4", new byte[1]));
        }
        assertEquals(List.of(), files());
    }

    @Test
    void aMissingSourceIsNamed() throws IOException {
        try (AsiceWriter writer = writer(temp.resolve("p.asice"))) {
            Path gone = temp.resolve("gone.mp4");
            VigilException e = assertThrows(VigilException.class, () -> writer.add("data/x", gone));
            assertEquals(ErrorKind.NOT_FOUND, e.kind());
            assertEquals(gone.toString(), e.what().args().get(0));
        }
        assertEquals(List.of(), files());
    }

    @Test
    void anUnfitKeyLeavesNothing() throws IOException {
        SigningKey ended = new SealKit.Certificate("Hết hạn")
                .valid(SealKit.NOW.minusSeconds(9), SealKit.NOW.minusSeconds(1))
                .issue(SealKit.ROOT);
        assertEquals(
                ErrorKind.DENIED,
                assertThrows(VigilException.class, () -> SealKit.write(temp.resolve("p.asice"), ended, null))
                        .kind());
        assertEquals(List.of(), files());
    }

    private Sealed writeOn(Disk disk, Path target) {
        try (AsiceWriter writer =
                AsiceWriter.create(disk, SealKit.WORLD, target, SealKit.NOW, Map.of(), Progress.NONE)) {
            writer.add("data/x", SealKit.utf8("x"));
            return writer.finish(SealKit.SIGNER, null);
        }
    }

    @Test
    void whicheverStepFailsNothingIsLeft() throws IOException {
        FailingDisk whole = new FailingDisk(0, null);
        writeOn(whole, temp.resolve("p.asice"));
        assertEquals(List.of("p.asice", "p.asice.sha256"), files());
        assertTrue(whole.calls() > 30, whole.calls() + " steps");
        Files.delete(temp.resolve("p.asice"));
        Files.delete(temp.resolve("p.asice.sha256"));
        for (int n = 1; n <= whole.calls(); n++) {
            FailingDisk disk = new FailingDisk(n, new IOException("No space left on device"));
            VigilException e =
                    assertThrows(VigilException.class, () -> writeOn(disk, temp.resolve("p.asice")), "step " + n);
            assertEquals("VG-SEAL-DISK-FULL", e.id(), "step " + n);
            assertEquals(List.of(), files(), "after step " + n);
        }
    }

    @Test
    void otherFaultsOfTheDiskAreNotCalledFull() {
        FailingDisk disk = new FailingDisk(5, new IOException("Input/output error"));
        VigilException e = assertThrows(VigilException.class, () -> writeOn(disk, temp.resolve("p.asice")));
        assertEquals("VG-SEAL-IO", e.id());
        FailingDisk taken = new FailingDisk(5, new FileAlreadyExistsException("x"));
        assertEquals(
                ErrorKind.CONFLICT,
                assertThrows(VigilException.class, () -> writeOn(taken, temp.resolve("p.asice")))
                        .kind());
    }

    @Test
    void beyondFourGigabytesTheContainerIsStillUnderstood() throws Exception {
        long size = Zip.MAX32 + 5;
        byte[] mime = AsiceWriter.MIME.getBytes(StandardCharsets.US_ASCII);
        Zip.Entry first = new Zip.Entry("mimetype", mime.length, 1, 0, 0);
        Zip.Entry large = new Zip.Entry("data/large.mp4", size, 2, first.dataOffset() + mime.length, 0);
        Zip.Entry far = new Zip.Entry("data/far.txt", 1, 3, large.dataOffset() + size, 0);
        List<Zip.Entry> entries = List.of(first, large, far);
        Path sparse = temp.resolve("sparse.asice");
        try (FileChannel out = FileChannel.open(
                sparse,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.SPARSE)) {
            for (Zip.Entry e : entries) {
                out.write(Zip.local(e), e.offset());
            }
            out.write(ByteBuffer.wrap(mime), first.dataOffset());
            long start = far.dataOffset() + 1;
            long at = start;
            for (Zip.Entry e : entries) {
                at += out.write(Zip.central(e), at);
            }
            out.write(Zip.end(entries, start, at - start), at);
            assertEquals(entries, List.copyOf(ZipReader.entries(out).values()));
        }
        assertFalse(Files.size(sparse) < size);
    }
}
