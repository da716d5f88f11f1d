package vn.vigil.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import vn.vigil.base.MessageKey;
import vn.vigil.seal.CertificateFacts;
import vn.vigil.seal.ForgedZip;
import vn.vigil.seal.KeyType;
import vn.vigil.seal.Pkcs12;
import vn.vigil.seal.SigningKey;
import vn.vigil.seal.Subject;
import vn.vigil.seal.TrialAuthority;
import vn.vigil.testkit.TestWorld;

/** How the rows of the table of forged packages are made: the good packages, the keys, and what a forger does with them. */
class ForgedRows {
    static final String REQUEST = PackageVerifier.REQUEST;
    static final String APPROVAL = PackageVerifier.APPROVAL;
    static final String SIGNATURE = PackageVerifier.APPROVAL_SIGNATURE;
    static final String CUSTODY = PackageVerifier.CUSTODY;
    static final String LIST = "META-INF/ASiCManifest001.xml";
    static final String SEAL = "META-INF/signature001.p7s";
    static final String SECOND_LIST = "META-INF/ASiCManifest002.xml";
    static final String SECOND_SEAL = "META-INF/signature002.p7s";
    static final String CLIP = "data/clips/gate-1_20261126T153556Z_20261126T153612Z.mp4";
    static final String SHEET = CLIP.replace(".mp4", ".json");
    static final String VIEW = CLIP.replace("clips", "view");
    static final String VIEW_SHEET = SHEET.replace("clips", "view");
    static final String SCAN = "data/approval-scan.png";
    static final String LAST_PROOF = "data/entry-20.tlog-proof";

    static final int GENUINE = 0;
    static final int UNPROVEN = 19;
    static final int FORGED = 20;

    static final TestWorld WORLD = TestWorld.at("2026-11-27T00:00:00Z");
    static final Instant SEALED = Instant.parse("2026-11-26T16:01:59Z");
    static final Path GOOD = OldPackages.byKey();
    static final Path PAPER = OldPackages.onPaper();

    /** What is written to the file that is judged. */
    interface Forging {
        void write(Path file) throws Exception;
    }

    /**
     * One row.
     *
     * @param stage the first that fails; null for none
     * @param reason null with it, and where it depends on the decoder
     */
    record Row(String what, String stage, MessageKey reason, int exit, Forging how) {}

    static final List<Row> ROWS = new ArrayList<>();

    private static final Map<String, SigningKey> KEYS = new HashMap<>();

    /** Set by the test before the rows are judged. */
    static Path folder;

    static void row(String what, String stage, MessageKey reason, Forging how) {
        ROWS.add(new Row(what, stage, reason, FORGED, how));
    }

    static void holds(String what, int exit, Forging how) {
        ROWS.add(new Row(what, null, null, exit, how));
    }

    // How the rows are made: the file's bytes, its entries as they are, or its entries sealed anew

    static Forging bytes(UnaryOperator<byte[]> change) {
        return file -> Files.write(file, change.apply(read(GOOD)));
    }

    static Forging zip(Consumer<ForgedZip> change) {
        return zip(GOOD, change);
    }

    static Forging zip(Path of, Consumer<ForgedZip> change) {
        return file -> {
            ForgedZip zip = ForgedZip.of(of);
            change.accept(zip);
            zip.write(file);
        };
    }

    static Forging sealed(Consumer<Forgery> change) {
        return sealed("department", change);
    }

    static Forging sealed(String signer, Consumer<Forgery> change) {
        return sealed(GOOD, signer, change);
    }

    static Forging sealed(Path of, String signer, Consumer<Forgery> change) {
        return file -> {
            Forgery forgery = forgery(of);
            change.accept(forgery);
            forgery.seal(WORLD, file, key(signer));
        };
    }

    static Forgery forgery(Path of) {
        return new Forgery(of, SEALED.plusSeconds(of.equals(GOOD) ? 0 : 5));
    }

    static Forgery other() {
        return forgery(PAPER);
    }

    static SigningKey key(String person) {
        return KEYS.computeIfAbsent(person, p -> OldPackages.key(p, folder));
    }

    static String print(String person) {
        return CertificateFacts.of(key(person).certificate()).fingerprint();
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static SigningKey outsider() throws IOException {
        Path p12 = folder.resolve("outsider.p12");
        if (!Files.exists(p12)) {
            TestWorld before = TestWorld.at(SEALED.minusSeconds(3600).toString());
            TrialAuthority authority =
                    TrialAuthority.create(before, folder.resolve("outside"), "Ngoài", OldPackages.PASSPHRASE);
            authority.issue(
                    new Subject("Sở Kế hoạch và Đầu tư", null, "Sở Kế hoạch và Đầu tư", null),
                    KeyType.P256,
                    Duration.ofDays(30),
                    p12,
                    OldPackages.PASSPHRASE);
        }
        return Pkcs12.open(p12, OldPackages.PASSPHRASE);
    }

    static byte[] slice(byte[] of, int from, int to) {
        return Arrays.copyOfRange(of, from, to);
    }

    /** The directory of a file that has no comment: from where its end says to where its end begins. */
    static byte[] directory(byte[] file) {
        int at = file.length - 6;
        int start = file[at] & 0xff | (file[at + 1] & 0xff) << 8 | (file[at + 2] & 0xff) << 16;
        return slice(file, start, file.length - 22);
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    static Forging seal(UnaryOperator<byte[]> change) {
        return zip(z -> z.item(SEAL).data = change.apply(z.item(SEAL).data));
    }

    static Forgery clipOfAnother(Forgery f) {
        Forgery second = other();
        return f.remove(CLIP)
                .remove(SHEET)
                .remove(VIEW)
                .remove(VIEW_SHEET)
                .take(second, second.clip(".mp4"), second.clip(".json"));
    }
}
