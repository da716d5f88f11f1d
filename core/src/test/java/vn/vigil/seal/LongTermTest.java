package vn.vigil.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLException;
import java.security.cert.CRLReason;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Progress;
import vn.vigil.base.VigilException;

/** Level LT, raising and countersigning, with an authority over two steps and a timestamp authority of another root. */
class LongTermTest {
    private static final Instant STAMPED = SealKit.NOW.minusSeconds(2);
    private static final Instant DECADE = SealKit.NOW.plus(SealKit.YEAR.multipliedBy(10));
    private static final SigningKey STAMP_ROOT = SealKit.root("Gốc dấu thời gian", SealKit.ec("secp256r1"));
    private static final TrustAnchors ANCHORS =
            new TrustAnchors(List.of(SealKit.ROOT.certificate(), STAMP_ROOT.certificate()));
    private static final byte[] CONTENT = SealKit.utf8("what is signed");

    @TempDir
    Path temp;

    private TestTsa server;
    private SigningKey sub;
    private SigningKey signer;
    private SigningKey approver;
    private SigningKey stamp;

    @BeforeEach
    void open() throws Exception {
        server = new TestTsa(STAMPED);
        sub = new SealKit.Certificate("Cấp dưới").authority().listAt(at("root")).issue(SealKit.ROOT);
        signer = new SealKit.Certificate("Trần Văn Ký").listAt(at("sub")).issue(sub);
        approver = new SealKit.Certificate("Nguyễn Thị Duyệt").listAt(at("sub")).issue(sub);
        stamp = new SealKit.Certificate("Dấu")
                .timestamping()
                .listAt(at("stamp"))
                .issue(STAMP_ROOT);
        server.stampWith(stamp);
        serve("root", list(SealKit.ROOT).signed());
        serve("sub", list(sub).signed());
        serve("stamp", list(STAMP_ROOT).signed());
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Object at(String name) {
        return server.address("/crl/" + name + ".crl");
    }

    private void serve(String name, X509CRL list) throws CRLException {
        server.file("/crl/" + name + ".crl", list == null ? null : list.getEncoded());
    }

    private static SealKit.RevocationList list(SigningKey issuer) {
        return new SealKit.RevocationList(issuer);
    }

    private TimestampClient tsa() {
        return new TimestampClient(SealKit.WORLD, server.address("/tsa"), ANCHORS);
    }

    private Revocations revocations() {
        return new Revocations(SealKit.WORLD, temp, ANCHORS);
    }

    /** At level T. */
    private byte[] stamped() {
        byte[] bare = Cades.sign(CONTENT, signer, SealKit.NOW);
        return Cades.addTimestamp(bare, TestTsa.token(stamp, Cades.timestampImprint(bare), STAMPED));
    }

    private static SignatureReport verify(byte[] p7s, Instant at, X509CRL... known) {
        return Cades.verify(p7s, CONTENT, new TrustAnchors(ANCHORS.roots(), List.of(known)), at);
    }

    private SignatureReport withLists(X509CRL... lists) {
        return verify(Cades.addValidationData(stamped(), List.of(), List.of(lists)), SealKit.NOW);
    }

    private static Map<String, byte[]> entries(Path file) {
        Map<String, byte[]> all = new TreeMap<>();
        try (AsiceReader reader = AsiceReader.open(file)) {
            for (String name : reader.names()) {
                all.put(name, reader.small(name));
            }
        }
        return all;
    }

    @Test
    void atLevelLtTheRootsAloneTellAlsoWhenEveryCertificateHasEnded() throws Exception {
        Path file = temp.resolve("lt.asice");
        Sealed sealed = SealKit.write(file, signer, tsa(), revocations());
        assertEquals(SealLevel.LT, sealed.level());
        assertEquals(STAMPED, sealed.provenTime());
        assertNull(sealed.revocationGap());
        for (Instant when : List.of(SealKit.NOW, DECADE)) {
            PackageReport report = SealKit.check(file, ANCHORS, when);
            assertEquals(Verdict.GENUINE, report.verdict());
            assertEquals(SealLevel.LT, report.level());
            assertEquals(3, report.seals().get(0).report().revocation().lists().size());
            assertEquals(0, report.seals().get(0).report().revocation().ignored());
        }
        byte[] p7s = entries(file).get(AsiceWriter.SIGNATURE);
        assertArrayEquals(p7s, ASN1Primitive.fromByteArray(p7s).getEncoded(ASN1Encoding.DER));
    }

    @Test
    void atLevelTATimestampProvesNothingOnceItsAuthorityHasEnded() {
        assertEquals(SealLevel.T, verify(stamped(), SealKit.NOW).level());
        assertEquals(
                SealText.LIST_MISSING,
                verify(stamped(), SealKit.NOW).revocation().gap().key());
        assertEquals(SignatureFault.EXPIRED, verify(stamped(), DECADE).fault());
    }

    @Test
    void aListNotToBeHadLeavesLevelTUntilItIs() throws Exception {
        serve("stamp", null);
        Path t = temp.resolve("t.asice");
        Sealed sealed = SealKit.write(t, signer, tsa(), revocations());
        assertEquals(SealLevel.T, sealed.level());
        assertEquals(SealText.LIST_NOT_HAD, sealed.revocationGap().key());
        AsiceRewriter rewriter = new AsiceRewriter(SealKit.WORLD);
        Path lt = temp.resolve("lt.asice");
        Sealed waiting = rewriter.upgrade(t, lt, tsa(), revocations(), ANCHORS, Progress.NONE);
        assertEquals(t, waiting.path(), "nothing gained, nothing written");
        assertEquals(SealText.LIST_NOT_HAD, waiting.revocationGap().key());
        assertFalse(Files.exists(lt));

        Files.writeString(temp.resolve("web-page.crl"), "<html>");
        Files.write(temp.resolve("stamp.crl"), list(STAMP_ROOT).signed().getEncoded());
        Sealed raised = rewriter.upgrade(t, lt, tsa(), revocations(), ANCHORS, Progress.NONE);
        assertEquals(SealLevel.LT, raised.level());
        assertRaised(t, lt, raised, sealed.identity());
    }

    @Test
    void aBareSealIsRaisedToTheTopAndNoFurther() throws Exception {
        Path b = temp.resolve("b.asice");
        Sealed bare = SealKit.write(b, signer, null, null);
        AsiceRewriter rewriter = new AsiceRewriter(SealKit.WORLD);
        Path lt = temp.resolve("lt.asice");
        Sealed raised = rewriter.upgrade(b, lt, tsa(), revocations(), ANCHORS, Progress.NONE);
        assertEquals(SealLevel.LT, raised.level());
        assertRaised(b, lt, raised, bare.identity());

        Sealed again = rewriter.upgrade(lt, temp.resolve("again.asice"), tsa(), revocations(), ANCHORS, Progress.NONE);
        assertEquals(lt, again.path());
        assertEquals(raised.sha256(), again.sha256());
        assertNull(again.revocationGap());
        VigilException taken = assertThrows(
                VigilException.class, () -> rewriter.upgrade(b, lt, tsa(), revocations(), ANCHORS, Progress.NONE));
        assertEquals(ErrorKind.CONFLICT, taken.kind());
    }

    private void assertRaised(Path old, Path raised, Sealed sealed, String identity) throws IOException {
        assertEquals(identity, sealed.identity());
        PackageReport report = SealKit.check(raised, ANCHORS, DECADE);
        assertEquals(Verdict.GENUINE, report.verdict());
        assertEquals(identity, report.identity());
        Map<String, byte[]> before = entries(old);
        Map<String, byte[]> after = entries(raised);
        assertEquals(before.keySet(), after.keySet());
        before.forEach((name, bytes) ->
                assertEquals(!name.equals(AsiceWriter.SIGNATURE), Arrays.equals(bytes, after.get(name)), name));
        assertEquals(
                sealed.sha256() + "  " + raised.getFileName() + "\n",
                Files.readString(raised.resolveSibling(raised.getFileName() + ".sha256")));
        assertEquals(sealed.sha256(), Hash.hex(Hash.sha256(raised)));
    }

    @Test
    void anotherPersonCountersignsOnce() throws Exception {
        Path one = temp.resolve("one.asice");
        Sealed first = SealKit.write(one, signer, tsa(), null);
        AsiceRewriter rewriter = new AsiceRewriter(SealKit.WORLD);
        Path two = temp.resolve("two.asice");
        Sealed second = rewriter.countersign(one, two, approver, tsa(), revocations(), ANCHORS, Progress.NONE);
        assertEquals(SealLevel.LT, second.level());
        assertEquals(first.identity(), second.identity());
        PackageReport report = SealKit.check(two, ANCHORS, SealKit.NOW);
        assertEquals(Verdict.GENUINE, report.verdict());
        assertEquals(SealLevel.T, report.level(), "the first seal is as it was");
        assertEquals(
                List.of(signer.certificate(), approver.certificate()),
                report.seals().stream().map(s -> s.report().signer()).toList());
        Map<String, byte[]> after = entries(two);
        entries(one).forEach((name, bytes) -> assertArrayEquals(bytes, after.get(name), name));

        Path three = temp.resolve("three.asice");
        rewriter.upgrade(two, three, null, revocations(), ANCHORS, Progress.NONE);
        assertEquals(SealLevel.LT, SealKit.check(three, ANCHORS, DECADE).level());

        SigningKey other = new SealKit.Certificate("Lê Văn Cường").issue(sub);
        assertEquals(SealText.COUNTERSIGNED, refusal(two, other));
        SigningKey renewed = new SealKit.Certificate("Trần Văn Ký").issue(sub);
        assertEquals(SealText.SAME_PERSON, refusal(one, signer));
        assertEquals(SealText.SAME_PERSON, refusal(one, renewed));
    }

    private SealText refusal(Path in, SigningKey key) {
        Path out = temp.resolve("refused.asice");
        VigilException e = assertThrows(VigilException.class, () -> new AsiceRewriter(SealKit.WORLD)
                .countersign(in, out, key, tsa(), revocations(), ANCHORS, Progress.NONE));
        assertEquals(ErrorKind.REFUSED, e.kind());
        assertFalse(Files.exists(out));
        return (SealText) e.what().key();
    }

    @Test
    void aChangedPackageIsNeitherRaisedNorCountersigned() throws IOException {
        Path file = temp.resolve("changed.asice");
        SealKit.write(file, signer, null, null);
        byte[] bytes = Files.readAllBytes(file);
        bytes[new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("not really")] ^= 1;
        Files.write(file, bytes);
        AsiceRewriter rewriter = new AsiceRewriter(SealKit.WORLD);
        Path out = temp.resolve("out.asice");
        VigilException e = assertThrows(
                VigilException.class, () -> rewriter.upgrade(file, out, tsa(), null, ANCHORS, Progress.NONE));
        assertEquals(ErrorKind.NOT_GENUINE, e.kind());
        e = assertThrows(
                VigilException.class,
                () -> rewriter.countersign(file, out, approver, tsa(), null, ANCHORS, Progress.NONE));
        assertEquals(ErrorKind.NOT_GENUINE, e.kind());
        try (var left = Files.list(temp)) {
            assertEquals(2, left.count(), "the package, its sum, and nothing begun");
        }
    }

    @Test
    void whicheverStepFailsTheOldPackageIsAllThereIs() throws IOException {
        Path old = temp.resolve("old.asice");
        SealKit.write(old, signer, null, null);
        byte[] bytes = Files.readAllBytes(old);
        FailingDisk whole = new FailingDisk(0, null);
        countersignOn(whole, old, temp.resolve("whole.asice"));
        Files.delete(temp.resolve("whole.asice"));
        Files.delete(temp.resolve("whole.asice.sha256"));
        assertTrue(whole.calls() > 30, whole.calls() + " steps");
        for (int n = 1; n <= whole.calls(); n++) {
            FailingDisk disk = new FailingDisk(n, new IOException("No space left on device"));
            VigilException e = assertThrows(
                    VigilException.class, () -> countersignOn(disk, old, temp.resolve("new.asice")), "step " + n);
            assertEquals("VG-SEAL-DISK-FULL", e.id(), "step " + n);
            try (var left = Files.list(temp)) {
                assertEquals(2, left.count(), "after step " + n);
            }
        }
        assertArrayEquals(bytes, Files.readAllBytes(old));
    }

    private void countersignOn(Disk disk, Path in, Path out) {
        new AsiceRewriter(disk, SealKit.WORLD).countersign(in, out, approver, null, null, ANCHORS, Progress.NONE);
    }

    @Test
    void whoIsRevokedSealsNothing() throws Exception {
        serve(
                "sub",
                list(sub)
                        .with(signer, STAMPED.minusSeconds(60), CRLReason.SUPERSEDED)
                        .signed());
        VigilException e = assertThrows(
                VigilException.class, () -> SealKit.write(temp.resolve("x.asice"), signer, tsa(), revocations()));
        assertEquals(ErrorKind.DENIED, e.kind());
        assertEquals(SealText.REVOKED, e.why().get(0).key());
        try (var left = Files.list(temp)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void aPackageWhoseSignerWasRevokedBeforeIsNotRaised() throws Exception {
        Path file = temp.resolve("t.asice");
        SealKit.write(file, signer, tsa(), null);
        serve("sub", list(sub).with(signer, STAMPED, CRLReason.SUPERSEDED).signed());
        Path out = temp.resolve("lt.asice");
        VigilException e = assertThrows(VigilException.class, () -> new AsiceRewriter(SealKit.WORLD)
                .upgrade(file, out, tsa(), revocations(), ANCHORS, Progress.NONE));
        assertEquals(ErrorKind.NOT_GENUINE, e.kind());
        assertFalse(Files.exists(out));
    }

    @Test
    void revocationCountsFromItsTimeOn() {
        X509CRL before = list(sub)
                .with(signer, STAMPED.minusSeconds(1), CRLReason.SUPERSEDED)
                .signed();
        X509CRL after = list(sub)
                .with(signer, STAMPED.plusSeconds(1), CRLReason.KEY_COMPROMISE)
                .signed();
        byte[] good = Cades.addValidationData(
                stamped(),
                List.of(),
                List.of(list(SealKit.ROOT).signed(), list(STAMP_ROOT).signed(), after));
        assertEquals(SealLevel.LT, verify(good, SealKit.NOW).level());
        SignatureReport bad = verify(good, SealKit.NOW, before);
        assertEquals(SignatureFault.REVOKED, bad.fault(), "the reader knows better than the package");
        assertEquals(STAMPED.minusSeconds(1), bad.revocation().revokedSince());
        assertEquals(SignatureFault.REVOKED, withLists(before).fault());
        byte[] bare = Cades.sign(CONTENT, signer, SealKit.NOW);
        assertEquals(
                SignatureFault.REVOKED,
                verify(bare, SealKit.NOW.plusSeconds(60), after).fault(),
                "without a timestamp nothing shows that it was made before");
        X509CRL above =
                list(SealKit.ROOT).with(sub, STAMPED, CRLReason.CA_COMPROMISE).signed();
        assertEquals(SignatureFault.REVOKED, withLists(above).fault());
    }

    @Test
    void aStolenStampingKeyProvesNothingAndAReplacedOneWhatItStampedBefore() {
        Instant later = STAMPED.plusSeconds(1);
        assertTrue(withLists(list(STAMP_ROOT)
                                .with(stamp, later, CRLReason.SUPERSEDED)
                                .signed())
                        .provenTime()
                != null);
        List<X509CRL> bad = new ArrayList<>();
        bad.add(list(STAMP_ROOT).with(stamp, later, CRLReason.KEY_COMPROMISE).signed());
        bad.add(list(STAMP_ROOT).with(stamp, later, null).signed());
        bad.add(list(STAMP_ROOT).with(stamp, STAMPED, CRLReason.SUPERSEDED).signed());
        for (X509CRL list : bad) {
            SignatureReport report = withLists(list);
            assertTrue(report.valid());
            assertNull(report.provenTime());
            assertEquals(SealText.STAMP_REVOKED, report.timestamp().key());
        }
    }

    @Test
    void aRevokedAuthorityIsAskedForNothing() throws Exception {
        serve(
                "stamp",
                list(STAMP_ROOT).with(stamp, STAMPED, CRLReason.KEY_COMPROMISE).signed());
        Sealed sealed = SealKit.write(temp.resolve("b.asice"), signer, tsa(), revocations());
        assertEquals(SealLevel.B, sealed.level());
        assertEquals(TimestampFault.REVOKED, sealed.tsaFault());
    }

    @Test
    void aListThatIsNotTheIssuersOwnCountsForNothing() throws Exception {
        X509CRL root = list(SealKit.ROOT).signed();
        X509CRL stamps = list(STAMP_ROOT).signed();
        assertEquals(SealLevel.LT, withLists(root, stamps, list(sub).signed()).level());

        SigningKey stranger = SealKit.root("Lạ", SealKit.ec("secp256r1"));
        byte[] broken = list(sub).signed().getEncoded();
        broken[broken.length - 1] ^= 1;
        Instant now = SealKit.NOW;
        IssuingDistributionPoint elsewhere = new IssuingDistributionPoint(
                new DistributionPointName(new GeneralNames(
                        new GeneralName(GeneralName.uniformResourceIdentifier, "http://127.0.0.1/other.crl"))),
                false,
                false);
        List<X509CRL> useless = List.of(
                list(sub)
                        .with(signer, STAMPED.minusSeconds(9), CRLReason.KEY_COMPROMISE)
                        .signedBy(stranger),
                list(stranger).signed(),
                list(SealKit.ROOT).signed(),
                Crls.parse(broken),
                list(sub)
                        .current(now.minus(SealKit.YEAR), STAMPED.minusSeconds(1))
                        .signed(),
                list(sub).current(now.plus(SealKit.YEAR).plusSeconds(1), DECADE).signed(),
                list(sub).scope(elsewhere).signed(),
                list(sub)
                        .scope(new IssuingDistributionPoint(null, false, true, null, false, false))
                        .signed(),
                list(sub)
                        .scope(new IssuingDistributionPoint(null, false, false, null, true, false))
                        .signed());
        for (X509CRL list : useless) {
            SignatureReport report = withLists(root, stamps, list);
            assertTrue(report.valid());
            assertEquals(SealLevel.T, report.level(), list.toString());
            assertTrue(report.revocation().ignored() == 1 || list.equals(root));
        }
        // A certificate's own list covers it by place.
        IssuingDistributionPoint here = new IssuingDistributionPoint(
                new DistributionPointName(new GeneralNames(new GeneralName(
                        GeneralName.uniformResourceIdentifier, at("sub").toString()))),
                false,
                false);
        assertEquals(
                SealLevel.LT,
                withLists(root, stamps, list(sub).scope(here).signed()).level());
    }

    @Test
    void revokedTrialKeysAreSeen() throws IOException {
        Path folder = SealKit.privateFolder(temp, "keys");
        TrialAuthority trial =
                TrialAuthority.create(SealKit.WORLD, folder.resolve("trial"), "UBND", "pass".toCharArray());
        Issued issued = trial.issue(
                new Subject("Lê Thị A", null, null, null),
                KeyType.P256,
                Duration.ofDays(730),
                folder.resolve("a.p12"),
                "pass".toCharArray());
        SigningKey key = Pkcs12.open(issued.p12(), "pass".toCharArray());
        Path lists = Files.createDirectories(temp.resolve("trust"));
        Files.copy(trial.list(), lists.resolve("trial.crl"));
        TrustAnchors anchors = new TrustAnchors(List.of(trial.root(), STAMP_ROOT.certificate()));
        Revocations known = new Revocations(SealKit.WORLD, lists, anchors);
        TimestampClient tsa = new TimestampClient(SealKit.WORLD, server.address("/tsa"), anchors);
        Path file = temp.resolve("trial.asice");
        assertEquals(SealLevel.LT, SealKit.write(file, key, tsa, known).level());
        assertTrue(SealKit.check(file, anchors, SealKit.NOW)
                .seals()
                .get(0)
                .report()
                .trial());

        assertTrue(trial.revoke(issued.certificate(), CRLReason.KEY_COMPROMISE, SealKit.NOW));
        assertFalse(trial.revoke(issued.certificate(), CRLReason.SUPERSEDED, SealKit.NOW.minusSeconds(99)));
        trial.renewList();
        TrustAnchors told = TrustAnchors.read(List.of(trial.rootPem(), trial.list()));
        Revocations site = new Revocations(SealKit.WORLD, null, told);
        assertEquals(
                SealText.REVOKED,
                assertThrows(VigilException.class, () -> SigningGate.check(key, site, SealKit.NOW))
                        .why()
                        .get(0)
                        .key());
        SigningGate.check(key, site, SealKit.NOW.minusSeconds(1));
        assertEquals(
                ErrorKind.NOT_FOUND,
                assertThrows(
                                VigilException.class,
                                () -> trial.revoke(signer.certificate(), CRLReason.SUPERSEDED, SealKit.NOW))
                        .kind());
    }
}
