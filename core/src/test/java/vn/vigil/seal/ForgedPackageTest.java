package vn.vigil.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;

/** Each way to forge a package, and the stage that must name it. */
class ForgedPackageTest {
    private static final String CLIP = "data/clips/cổng-1.mp4";
    private static final String SHEET = "data/clips/cổng-1.json";
    private static final String GUIDE = "HUONG-DAN-KIEM-TRA.txt";
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

    // What is sealed

    @Test
    void aBitOfTheFilm() {
        fails("digests", SealText.DIGEST_DIFFERS, zip().flip(CLIP, 5));
    }

    @Test
    void aBitOfTheSheet() {
        fails("digests", SealText.DIGEST_DIFFERS, zip().flip(SHEET, 0));
    }

    @Test
    void aBitOfTheSealedList() {
        ForgedZip zip = zip();
        zip.flip(
                AsiceWriter.MANIFEST,
                new String(zip.item(AsiceWriter.MANIFEST).data, StandardCharsets.US_ASCII).indexOf("DigestValue>")
                        + 15);
        fails("signature", SealText.CONTENT_CHANGED, zip);
    }

    @Test
    void aBitOfTheSignatureValue() {
        ForgedZip zip = zip();
        fails(
                "signature",
                SealText.SIGNATURE_BROKEN,
                zip.flip(AsiceWriter.SIGNATURE, zip.item(AsiceWriter.SIGNATURE).data.length - 1));
    }

    @Test
    void aFileAddedWhichGeneralValidatorsPass() {
        fails("coverage", SealText.NOT_COVERED, zip().add("data/clips/thêm.mp4", "x"));
        fails("coverage", SealText.NOT_COVERED, zip().add("ĐỌC-TÔI.txt", "x"));
    }

    @Test
    void aFileAddedToMetaInf() {
        fails("coverage", SealText.META_UNKNOWN, zip().add("META-INF/note.txt", "x"));
        fails("coverage", SealText.META_UNKNOWN, zip().add("META-INF/signature002.p7s", "x"));
    }

    @Test
    void aFileRemoved() {
        fails("coverage", SealText.MISSING, zip().remove(CLIP));
        fails("coverage", SealText.MISSING, zip().remove(Bag.BAGIT));
    }

    @Test
    void theSealRemoved() {
        fails("signature", SealText.SIGNATURE_MISSING, zip().remove(AsiceWriter.SIGNATURE));
        fails("signature", SealText.NO_SEAL, zip().remove(AsiceWriter.SIGNATURE).remove(AsiceWriter.MANIFEST));
    }

    @Test
    void theSealOfAnotherPackage() {
        Path other = temp.resolve("other.asice");
        try (AsiceWriter writer =
                AsiceWriter.create(SealKit.WORLD, other, SealKit.NOW, SealKit.bagInfo(), vn.vigil.base.Progress.NONE)) {
            writer.add(CLIP, SealKit.utf8("another film"));
            writer.finish(SealKit.SIGNER, null);
        }
        ForgedZip donor = ForgedZip.of(other);
        byte[] signature = donor.item(AsiceWriter.SIGNATURE).data;
        byte[] manifest = donor.item(AsiceWriter.MANIFEST).data;
        fails("signature", SealText.CONTENT_CHANGED, zip().change(AsiceWriter.SIGNATURE, i -> i.data = signature));
        fails(
                "coverage",
                SealText.NOT_COVERED,
                zip().change(AsiceWriter.SIGNATURE, i -> i.data = signature)
                        .change(AsiceWriter.MANIFEST, i -> i.data = manifest));
    }

    @Test
    void aSecondSealThatDoesNotCoverEverything() {
        AsicManifest part = new AsicManifest("META-INF/signature002.p7s", new java.util.LinkedHashMap<>());
        ForgedZip zip = zip();
        part.digests().put(CLIP, Hash.sha256(zip.item(CLIP).data));
        zip.items.add(new ForgedZip.Item("META-INF/ASiCManifest002.xml", part.xml()));
        zip.items.add(new ForgedZip.Item(
                "META-INF/signature002.p7s", Cades.sign(part.xml(), SealKit.RSA_SIGNER, SealKit.NOW)));
        fails("coverage", SealText.NOT_COVERED, zip);
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

    // The bag, resealed by somebody who has a key

    @Test
    void aBagThatDoesNotFit() {
        fails("bag", SealText.BAG_EXTRA, zip().add("data/thêm.txt", "x").resealed(SealKit.SIGNER));
        fails("bag", SealText.BAG_EXTRA, zip().add("THÊM.txt", "x").resealed(SealKit.SIGNER));
        fails("bag", SealText.BAG_MISSING, zip().remove(SHEET).resealed(SealKit.SIGNER));
        fails("bag", SealText.BAG_DIFFERS, zip().flip(CLIP, 0).resealed(SealKit.SIGNER));
        fails("bag", SealText.BAG_DIFFERS, zip().flip(GUIDE, 0).resealed(SealKit.SIGNER));
        fails("bag", SealText.BAG_MALFORMED, zip().remove(Bag.INFO).resealed(SealKit.SIGNER));
    }

    // Who signed

    @Test
    void aSignerOfAnUnknownRoot() {
        SigningKey outsider =
                new SealKit.Certificate("Người Ngoài").issue(SealKit.root("Other", SealKit.ec("secp256r1")));
        fails("trust", SealText.UNTRUSTED, zip().resealed(outsider));
    }

    @Test
    void aSignerWhoseCertificateHadEnded() {
        PackageReport later = SealKit.check(good, SealKit.TRUST, SealKit.NOW.plus(SealKit.YEAR.multipliedBy(2)));
        fails("trust", SealText.EXPIRED, later);
    }

    @Test
    void theTimestampOfAnotherSignature() {
        ForgedZip zip = zip();
        byte[] other = Hash.sha256(SealKit.utf8("another signature"));
        zip.change(
                AsiceWriter.SIGNATURE,
                i -> i.data = Cades.addTimestamp(i.data, TestTsa.token(AUTHORITY, other, SealKit.NOW)));
        fails("timestamp", SealText.STAMP_WRONG_IMPRINT, zip);
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

    // The container

    private void container(SealText reason, ForgedZip zip) {
        fails("container", reason, zip);
        assertEquals(1, check(zip).stages().size(), "nothing else is looked at");
    }

    @Test
    void anEntryTwice() {
        container(SealText.ENTRY_COLLIDES, zip().add(CLIP, "another film"));
    }

    @Test
    void namesThatDifferByCaseOnly() {
        container(SealText.ENTRY_COLLIDES, zip().add("DATA/CLIPS/CỔNG-1.MP4", "another film"));
    }

    @Test
    void namesThatDifferByUnicodeFormOnly() {
        String nfd = java.text.Normalizer.normalize(CLIP, java.text.Normalizer.Form.NFD);
        container(SealText.BAD_ENTRY_NAME, zip().add(nfd, "another film"));
    }

    @Test
    void aFileThatIsAFolderToo() {
        container(SealText.ENTRY_COLLIDES, zip().add(CLIP + "/x", "x"));
    }

    @Test
    void namesThatLeadOutOrCannotBeWritten() {
        for (String bad : List.of(
                "../evil",
                "data/../../evil",
                "/etc/passwd",
                "data\\evil",
                "C:evil",
                "data//x",
                "data/",
                "./x",
                "data/x ",
                "data/x.",
                "data/nul",
                "data/COM1.txt",
                "data/a\u0000b",
                "data/a\u202Eb",
                "data/a\nb",
                "data/a*b",
                "data/100%",
                "data/" + "x".repeat(300))) {
            container(SealText.BAD_ENTRY_NAME, zip().add(bad, "x"));
        }
    }

    @Test
    void aNameInAnotherCodePage() {
        container(SealText.BAD_ENTRY_NAME, zip().change(CLIP, i -> i.flags = 0));
    }

    @Test
    void aLocalHeaderThatLies() {
        container(SealText.ENTRY_HEADERS_DIFFER, zip().change(SHEET, i -> i.localName = "data/clips/cổng-2.json"));
        container(SealText.ENTRY_HEADERS_DIFFER, zip().change(SHEET, i -> i.localCrcXor = 1));
    }

    @Test
    void aChecksumWrongInBothHeaders() {
        PackageReport report = check(zip().change(SHEET, i -> i.localCrcXor = i.crcXor = 1));
        fails("container", SealText.ENTRY_CHECKSUM, report);
    }

    @Test
    void anExtraField() {
        byte[] extra = {0x75, 0x70, 1, 0, 1}; // Info-ZIP's Unicode path: a second name for the entry
        container(SealText.ENTRY_HEADERS_DIFFER, zip().change("mimetype", i -> i.localExtra = extra));
        container(SealText.ENTRY_ATTRIBUTES, zip().change(CLIP, i -> i.extra = extra));
    }

    @Test
    void entriesThatOverlap() {
        ForgedZip zip = zip();
        zip.item(SHEET).offset = 0;
        container(SealText.ENTRY_PLACE, zip);
    }

    @Test
    void bytesBeforeBetweenOrAfter() {
        ForgedZip before = zip();
        before.before = new byte[10];
        container(SealText.ENTRY_PLACE, before);
        ForgedZip between = zip();
        between.between = new byte[10];
        container(SealText.NOT_A_PACKAGE, between);
        ForgedZip after = zip();
        after.after = new byte[10];
        container(SealText.NOT_A_PACKAGE, after);
    }

    @Test
    void aComment() {
        ForgedZip zip = zip();
        zip.comment = "xin chao";
        container(SealText.NOT_A_PACKAGE, zip);
        container(SealText.ENTRY_ATTRIBUTES, zip().change(SHEET, i -> i.comment = "x"));
    }

    @Test
    void aWrongCount() {
        for (int off : List.of(-1, 1)) {
            ForgedZip zip = zip();
            zip.count = zip.items.size() + off;
            container(SealText.NOT_A_PACKAGE, zip);
        }
    }

    @Test
    void compressionAndEncryption() {
        container(SealText.ENTRY_COMPRESSED, zip().change(CLIP, ForgedZip.Item::deflated));
        container(SealText.ENTRY_COMPRESSED, zip().change(CLIP, i -> i.flags |= 1));
        container(SealText.ENTRY_COMPRESSED, zip().change(CLIP, i -> i.flags |= 8));
    }

    @Test
    void linksAndFolders() {
        container(SealText.ENTRY_ATTRIBUTES, zip().change(SHEET, i -> i.attributes = 0120777 << 16));
        container(SealText.ENTRY_ATTRIBUTES, zip().change(SHEET, i -> i.attributes = 0040755 << 16 | 0x10));
    }

    @Test
    void mimetypeElsewhereOrOther() {
        ForgedZip late = zip();
        late.items.add(late.items.remove(0));
        container(SealText.MIMETYPE_FIRST, late);
        container(SealText.MIMETYPE_FIRST, zip().change("mimetype", i -> i.data = SealKit.utf8("text/plain")));
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
