package vn.vigil.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;

/** Forgeries that take keys and times of their own; the table of all others is {@code vn.vigil.evidence.ForgedPackagesTest}. */
class ForgedPackageTest {
    private static final SigningKey AUTHORITY =
            new SealKit.Certificate("Dấu thời gian").timestamping().issue(SealKit.ROOT);

    @TempDir
    Path temp;

    private Path good;

    @BeforeEach
    void aGoodPackage() {
        good = temp.resolve("good.asice");
        SealKit.write(good, SealKit.SIGNER, null);
    }

    private PackageReport check(ForgedZip zip) {
        return SealKit.check(zip.write(temp.resolve("forged.asice")), SealKit.TRUST, SealKit.NOW);
    }

    private void fails(String stage, SealText reason, ForgedZip zip) {
        fails(stage, reason, check(zip));
    }

    private static void fails(String stage, SealText reason, PackageReport report) {
        assertEquals(Verdict.NOT_GENUINE, report.verdict());
        Stage failed = report.failed();
        assertNotNull(failed);
        assertEquals(stage, failed.name(), Texts.render(failed.reason(), Lang.EN));
        var told = failed.reason();
        if (told.key() == SealText.OF_SEAL) {
            told = (vn.vigil.base.Message) told.args().get(1);
        }
        assertEquals(reason, told.key(), Texts.render(failed.reason(), Lang.EN));
    }

    private ForgedZip zip() {
        return ForgedZip.of(good);
    }

    @Test
    void theForgersToolItselfMakesGoodPackages() {
        PackageReport report = check(zip());
        assertEquals(Verdict.GENUINE_TIME_NOT_PROVEN, report.verdict());
        assertTrue(report.stages().stream().allMatch(s -> s.ok() || s.name().equals("timestamp")));
        assertEquals(
                Verdict.GENUINE_TIME_NOT_PROVEN,
                check(zip().resealed(SealKit.RSA_SIGNER)).verdict());
    }

    @Test
    void twoListsUnderOneSignature() {
        ForgedZip zip = zip();
        zip.items.add(new ForgedZip.Item("META-INF/ASiCManifest002.xml", zip.item(AsiceWriter.MANIFEST).data));
        fails("signature", SealText.SIGNATURE_MISSING, zip);
    }

    @Test
    void aListWithADtd() {
        ForgedZip zip = zip();
        String xml = new String(zip.item(AsiceWriter.MANIFEST).data, StandardCharsets.UTF_8);
        byte[] bomb =
                SealKit.utf8(xml.replace("?>\n", "?>\n<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]>\n"));
        zip.item(AsiceWriter.MANIFEST).data = bomb;
        zip.item(AsiceWriter.SIGNATURE).data = Cades.sign(bomb, SealKit.SIGNER, SealKit.NOW);
        fails("signature", SealText.MANIFEST_MALFORMED, zip);
    }

    @Test
    void aSignerWhoseCertificateHadEnded() {
        PackageReport later = SealKit.check(good, SealKit.TRUST, SealKit.NOW.plus(SealKit.YEAR.multipliedBy(2)));
        fails("trust", SealText.EXPIRED, later);
    }

    @Test
    void aTimestampByACertificateThatIsNotMeantForIt() {
        byte[] token = TestTsa.unfit(SealKit.SIGNER, AUTHORITY, signatureImprint(), SealKit.NOW);
        ForgedZip zip = zip();
        zip.change(
                AsiceWriter.SIGNATURE,
                i -> i.data = Cades.addTimestamp(i.data, new TimestampToken(token, SealKit.NOW)));
        fails("timestamp", SealText.STAMP_WRONG_USAGE, zip);
    }

    private byte[] signatureImprint() {
        return Cades.timestampImprint(zip().item(AsiceWriter.SIGNATURE).data);
    }

    @Test
    void cutOffOrNoZipAtAll() throws Exception {
        byte[] whole = Files.readAllBytes(good);
        Path cut = temp.resolve("cut.asice");
        for (int n = 0; n < whole.length; n += 97) {
            Files.write(cut, Arrays.copyOf(whole, n));
            PackageReport report = SealKit.check(cut, SealKit.TRUST, SealKit.NOW);
            assertEquals("container", report.failed().name());
        }
    }

    @Test
    void aPackageWithAnyByteBentIsRefusedOrReadsTheSame() throws Exception {
        byte[] whole = Files.readAllBytes(good);
        Path bent = temp.resolve("bent.asice");
        String before = contents(good);
        int same = 0;
        for (int i = 0; i < whole.length; i += 5) {
            byte[] changed = whole.clone();
            changed[i] ^= 0x20;
            Files.write(bent, changed);
            if (SealKit.check(bent, SealKit.TRUST, SealKit.NOW).verdict() != Verdict.NOT_GENUINE) {
                assertEquals(before, contents(bent), "byte " + i);
                same++;
            }
        }
        assertTrue(same < 20, same + ": only the directory's notes on permissions are nobody's concern");
    }

    private static String contents(Path file) {
        StringBuilder all = new StringBuilder();
        try (AsiceReader reader = AsiceReader.open(file)) {
            for (String name : reader.names()) {
                all.append(name).append(' ').append(reader.sha256(name)).append('\n');
            }
        }
        return all.toString();
    }
}
