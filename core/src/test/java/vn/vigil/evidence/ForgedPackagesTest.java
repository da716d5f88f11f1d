package vn.vigil.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.Progress;
import vn.vigil.base.VigilException;
import vn.vigil.seal.SealText;

/**
 * The ways to forge a package, each a row: what was done to a good one, the stage that must name it, for which reason, and how
 * {@code extract verify} exits. Rows that are sealed anew show what somebody with keys of the house can and cannot do.
 */
class ForgedPackagesTest extends ForgedRows {
    @TempDir
    static Path temp;

    @TestFactory
    Stream<DynamicTest> everyForgeryIsToldApart() {
        folder = temp;
        ROWS.clear();
        ForgedContainers.container();
        ForgedContainers.seals();
        ForgedContents.bag();
        ForgedContents.request();
        ForgedContents.approval();
        ForgedContents.paper();
        ForgedContents.custody();
        ForgedContents.clips();
        ForgedContents.views();
        return ROWS.stream().map(row -> DynamicTest.dynamicTest(row.what(), () -> judge(row)));
    }

    private static void judge(Row row) throws Exception {
        Path file = Files.createTempDirectory(folder, "row").resolve("forged.asice");
        row.how().write(file);
        Judgement judgement = PackageVerifier.judge(file, OldPackages.roots(), WORLD.now(), Progress.NONE);
        Judgement.Step failed = judgement.failed();
        assertEquals(row.stage(), failed == null ? null : failed.name(), String.valueOf(failed));
        if (row.reason() != null) {
            Message reason = failed.reason();
            assertEquals(
                    row.reason(),
                    reason.key() == SealText.OF_SEAL ? ((Message) reason.args().get(1)).key() : reason.key(),
                    String.valueOf(reason));
        }
        if ("container".equals(row.stage()) && row.reason() != SealText.ENTRY_CHECKSUM) {
            assertEquals(1, judgement.stages().size(), "nothing else is looked at");
        }
        int exit =
                switch (judgement.verdict()) {
                    case GENUINE -> GENUINE;
                    case TIME_NOT_PROVEN -> UNPROVEN;
                    case NOT_GENUINE -> FORGED;
                };
        assertEquals(row.exit(), exit);
    }

    /** What was done to an encrypted package, and how opening it ends. */
    private record Envelope(String what, String person, UnaryOperator<byte[]> change, ErrorKind kind, String id) {}

    @TestFactory
    Stream<DynamicTest> whatIsEncryptedOpensWholeForItsRecipientOnly() {
        byte[] good = read(OldPackages.encrypted());
        return Stream.of(
                        changed("cut in half", b -> slice(b, 0, b.length / 2)),
                        changed("its last byte cut off", b -> slice(b, 0, b.length - 1)),
                        changed("a bit within", b -> bent(b, b.length / 2)),
                        changed("a bit of its tag", b -> bent(b, b.length - 8)),
                        new Envelope("for another", "lan", b -> b, ErrorKind.DENIED, "VG-SEAL-NOT-FOR-YOU"),
                        new Envelope(
                                "not encrypted at all",
                                "congan",
                                b -> read(GOOD),
                                ErrorKind.USAGE,
                                "VG-SEAL-NO-ENVELOPE"))
                .map(e -> DynamicTest.dynamicTest(e.what(), () -> refused(e, good)));
    }

    private static Envelope changed(String what, UnaryOperator<byte[]> change) {
        return new Envelope(what, "congan", change, ErrorKind.NOT_GENUINE, "VG-SEAL-ENVELOPE-CHANGED");
    }

    private void refused(Envelope e, byte[] good) throws IOException {
        folder = temp;
        Path file = Files.write(temp.resolve("x.asice.p7m"), e.change().apply(good));
        char[] passphrase = e.person().equals("congan") ? "changeit".toCharArray() : OldPackages.PASSPHRASE;
        Opener.Order order = new Opener.Order(
                file,
                OldPackages.keyFile(e.person(), temp),
                passphrase,
                temp.resolve("opened"),
                OldPackages.roots(),
                true);
        VigilException told = assertThrows(VigilException.class, () -> new Opener(WORLD).open(order, Progress.NONE));
        assertEquals(e.kind(), told.kind());
        assertEquals(e.id(), told.id());
        assertFalse(Files.exists(temp.resolve("opened")));
    }

    private static byte[] bent(byte[] good, int at) {
        byte[] bent = good.clone();
        bent[at] ^= 1;
        return bent;
    }
}
