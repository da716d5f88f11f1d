package vn.vigil.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.Progress;
import vn.vigil.base.VigilException;
import vn.vigil.testkit.TestWorld;

/** A package as the program of its day made it, judged and opened by the program of today. */
class OpenerTest {
    @TempDir
    Path folder;

    private final TestWorld world = TestWorld.at("2026-11-27T00:00:00Z");
    private final Opener opener = new Opener(world);

    private Opener.Order order(Path file, Path into, boolean anyway) {
        return new Opener.Order(file, null, null, into, List.of(OldPackages.FIRST.resolve("root.pem")), anyway);
    }

    private List<String> left() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aPackageOfTheFirstVersionIsGenuineForEver() throws IOException {
        Path into = folder.resolve("mo");
        Opened opened = opener.open(order(OldPackages.first(), into, false), Progress.NONE);
        Judgement judgement = opened.judgement();
        assertNull(judgement.failed(), String.valueOf(judgement.failed()));
        assertEquals(Judgement.Verdict.TIME_NOT_PROVEN, judgement.verdict());
        assertEquals(1, judgement.request().version());
        assertEquals(1, judgement.clips().size());
        assertEquals(
                judgement.receiptCode(),
                ReceiptCode.read(judgement
                        .receiptCode()
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace("-", " ")));
        assertEquals(into, opened.folder());
        assertTrue(Files.size(into.resolve(judgement.clips().get(0).file())) > 0);
        assertEquals(List.of("mo"), left());
        assertEquals(
                "VG-EVIDENCE-FOLDER",
                assertThrows(
                                VigilException.class,
                                () -> opener.open(order(OldPackages.first(), into, false), Progress.NONE))
                        .id());
    }

    @Test
    void packagesOfTheSecondVersionAreGenuineForEver() throws IOException {
        for (String day : List.of("2026-11-27T00:00:00Z", "2090-01-01T00:00:00Z")) {
            for (Path file : List.of(OldPackages.byKey(), OldPackages.onPaper())) {
                Judgement judgement =
                        PackageVerifier.judge(file, OldPackages.roots(), Instant.parse(day), Progress.NONE);
                assertEquals(Judgement.Verdict.GENUINE, judgement.verdict(), String.valueOf(judgement.failed()));
                assertEquals(2, judgement.request().version());
                boolean onPaper = file.equals(OldPackages.onPaper());
                assertEquals(onPaper, judgement.approval().paper() != null);
                assertEquals(
                        onPaper ? List.of("LT", "LT") : List.of("LT"),
                        judgement.seals().stream().map(Judgement.Seal::level).toList());
                assertEquals(
                        onPaper ? 0 : 1, judgement.clips().get(0).gaps().size(), "the hole is told where there is one");
            }
        }
        Opened opened = opener.open(
                new Opener.Order(
                        OldPackages.encrypted(),
                        OldPackages.keyFile("congan", folder),
                        "changeit".toCharArray(),
                        folder.resolve("mo"),
                        OldPackages.roots(),
                        false),
                Progress.NONE);
        assertTrue(opened.decrypted());
        assertEquals(Judgement.Verdict.GENUINE, opened.judgement().verdict());
        assertEquals("XHS7-JMER-DE", opened.judgement().receiptCode(), "told when it was made, and never another");
        assertTrue(Files.exists(folder.resolve("mo").resolve(PackageVerifier.RECORD)));
    }

    @Test
    void whatIsNotGenuineIsNotUnpacked() throws IOException {
        byte[] bytes = Files.readAllBytes(OldPackages.first());
        bytes[bytes.length / 2] ^= 1;
        Path bent = Files.write(folder.resolve("bent.asice"), bytes);
        Opened opened = opener.open(order(bent, folder.resolve("mo"), false), Progress.NONE);
        assertEquals(Judgement.Verdict.NOT_GENUINE, opened.judgement().verdict());
        assertNull(opened.folder());
        assertNull(opened.judgement().receiptCode());
        assertEquals(List.of("bent.asice"), left());
        Opened anyway = opener.open(order(bent, folder.resolve("mo"), true), Progress.NONE);
        assertEquals("mo-KHONG-XAC-THUC", anyway.folder().getFileName().toString());
        assertFalse(Files.exists(folder.resolve("mo")));
        assertArrayEquals(bytes, Files.readAllBytes(bent));
    }

    @Test
    void anEncryptedOneTakesAKey() throws IOException {
        Path sealed = Files.copy(OldPackages.first(), folder.resolve("x.asice.p7m"));
        assertEquals(
                "VG-EVIDENCE-KEY",
                assertThrows(
                                VigilException.class,
                                () -> opener.open(order(sealed, folder.resolve("mo"), false), Progress.NONE))
                        .id());
        assertEquals(List.of("x.asice.p7m"), left());
        assertEquals(Path.of("x"), Opener.folderOf(sealed));
    }
}
