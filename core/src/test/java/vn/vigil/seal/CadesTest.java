package vn.vigil.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;

class CadesTest {
    private static final byte[] CONTENT = SealKit.utf8("the bytes of approval.json");
    private static final SigningKey AUTHORITY =
            new SealKit.Certificate("Dấu thời gian").timestamping().issue(SealKit.ROOT);

    private static SignatureReport verify(byte[] p7s, Instant at) {
        return Cades.verify(p7s, CONTENT, SealKit.TRUST, at);
    }

    private static SignatureFault fault(byte[] p7s) {
        return verify(p7s, SealKit.NOW).fault();
    }

    /** Signs with whatever key, without the checks of {@link Cades#sign}. */
    private static byte[] careless(SigningKey key, String algorithm, boolean inside) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder().build(algorithm, key.privateKey(), key.certificate()));
            generator.addCertificates(new JcaCertStore(key.chain()));
            return generator
                    .generate(new CMSProcessableByteArray(CONTENT), inside)
                    .getEncoded(ASN1Encoding.DER);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] stamped(byte[] p7s, SigningKey authority, Instant time) {
        return Cades.addTimestamp(p7s, TestTsa.token(authority, Cades.timestampImprint(p7s), time));
    }

    @Test
    void aGoodSignatureTellsWhoAndClaimsWhen() {
        for (SigningKey key : List.of(SealKit.SIGNER, SealKit.RSA_SIGNER)) {
            SignatureReport report = verify(Cades.sign(CONTENT, key, SealKit.NOW), SealKit.NOW.plusSeconds(60));
            assertNull(report.fault());
            assertTrue(report.chainTrusted());
            assertEquals(key.certificate(), report.signer());
            assertEquals(SealKit.NOW, report.signingTime());
            assertNull(report.provenTime());
            assertEquals(SealLevel.B, report.level());
        }
    }

    @Test
    void itIsDerAndTheSameEachTimeWithAnRsaKey() throws Exception {
        byte[] one = Cades.sign(CONTENT, SealKit.RSA_SIGNER, SealKit.NOW);
        assertArrayEquals(one, ASN1Primitive.fromByteArray(one).getEncoded(ASN1Encoding.DER));
        assertArrayEquals(one, Cades.sign(CONTENT, SealKit.RSA_SIGNER, SealKit.NOW.plusMillis(300)));
    }

    @Test
    void aTimestampProvesTheTimeAndLeavesSignedBytesAlone() throws Exception {
        byte[] bare = Cades.sign(CONTENT, SealKit.SIGNER, SealKit.NOW);
        byte[] with = stamped(bare, AUTHORITY, SealKit.NOW.plusSeconds(3));
        SignatureReport report = verify(with, SealKit.NOW.plusSeconds(60));
        assertTrue(report.valid());
        assertEquals(SealLevel.T, report.level());
        assertEquals(SealKit.NOW.plusSeconds(3), report.provenTime());
        assertArrayEquals(one(bare).getEncodedSignedAttributes(), one(with).getEncodedSignedAttributes());
        assertArrayEquals(one(bare).getSignature(), one(with).getSignature());
    }

    private static SignerInformation one(byte[] p7s) throws Exception {
        return new CMSSignedData(p7s).getSignerInfos().getSigners().iterator().next();
    }

    @Test
    void aCertificateThatEndedSinceIsFineOnlyWithProofOfTheTime() {
        byte[] bare = Cades.sign(CONTENT, SealKit.SIGNER, SealKit.NOW);
        byte[] with = stamped(bare, AUTHORITY_LONG, SealKit.NOW);
        Instant later = SealKit.NOW.plus(SealKit.YEAR).plus(Duration.ofDays(30));
        assertEquals(SignatureFault.EXPIRED, verify(bare, later).fault());
        assertTrue(verify(with, later).valid());
    }

    private static final SigningKey AUTHORITY_LONG = new SealKit.Certificate("Dấu thời gian lâu")
            .timestamping()
            .valid(SealKit.NOW.minus(SealKit.YEAR), SealKit.NOW.plus(SealKit.YEAR.multipliedBy(9)))
            .issue(SealKit.ROOT);

    @Test
    void aStampFromAfterTheCertificatesEndDoesNotHelp() {
        SigningKey brief = new SealKit.Certificate("Ngắn hạn")
                .valid(SealKit.NOW.minusSeconds(100), SealKit.NOW.plusSeconds(100))
                .issue(SealKit.ROOT);
        byte[] late = stamped(Cades.sign(CONTENT, brief, SealKit.NOW), AUTHORITY, SealKit.NOW.plusSeconds(200));
        assertEquals(
                SignatureFault.EXPIRED,
                verify(late, SealKit.NOW.plusSeconds(300)).fault());
    }

    @Test
    void otherContentIsNoticed() {
        byte[] p7s = Cades.sign(CONTENT, SealKit.SIGNER, SealKit.NOW);
        byte[] other = CONTENT.clone();
        other[3] ^= 1;
        SignatureReport report = Cades.verify(p7s, other, SealKit.TRUST, SealKit.NOW);
        assertEquals(SignatureFault.CONTENT_CHANGED, report.fault());
        assertFalse(report.chainTrusted());
    }

    @Test
    void anUnknownRootIsNotTrusted() {
        SigningKey outsider =
                new SealKit.Certificate("Người Ngoài").issue(SealKit.root("Other", SealKit.ec("secp256r1")));
        assertEquals(SignatureFault.UNTRUSTED, fault(Cades.sign(CONTENT, outsider, SealKit.NOW)));
        byte[] good = Cades.sign(CONTENT, SealKit.SIGNER, SealKit.NOW);
        TrustAnchors nobody = new TrustAnchors(List.of());
        assertEquals(
                SignatureFault.UNTRUSTED,
                Cades.verify(good, CONTENT, nobody, SealKit.NOW).fault());
    }

    @Test
    void aCertificateSignedByAnotherEndCertificateIsNotTrusted() {
        SigningKey forged = new SealKit.Certificate("Kẻ Mạo Danh").issue(SealKit.SIGNER);
        SigningKey whole = new SigningKey(
                forged.privateKey(),
                List.of(forged.certificate(), SealKit.SIGNER.certificate(), SealKit.ROOT.certificate()));
        assertEquals(SignatureFault.UNTRUSTED, fault(Cades.sign(CONTENT, whole, SealKit.NOW)));
    }

    @Test
    void weakAlgorithmsAndKeysAreRefusedBothWays() {
        assertEquals(SignatureFault.WEAK, fault(careless(SealKit.RSA_SIGNER, "SHA1withRSA", false)));
        SigningKey small = new SealKit.Certificate("Yếu").key(SealKit.rsa(1024)).issue(SealKit.ROOT);
        assertEquals(SignatureFault.WEAK, fault(careless(small, "SHA256withRSA", false)));
        refused(small, SealText.WEAK_CERTIFICATE);
        SigningKey sha1 = new SealKit.Certificate("SHA-1").digest("SHA1").issue(SealKit.ROOT);
        assertEquals(SignatureFault.WEAK, fault(careless(sha1, "SHA256withECDSA", false)));
        refused(sha1, SealText.WEAK_CERTIFICATE);
    }

    @Test
    void ellipticCurvesBelow256BitsAreWeak() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", new BouncyCastleProvider());
        generator.initialize(new ECGenParameterSpec("secp224r1"));
        assertFalse(Algorithms.strong(generator.generateKeyPair().getPublic()));
        assertTrue(Algorithms.strong(SealKit.ec("secp256r1").getPublic()));
    }

    @Test
    void aCertificateForOtherWorkSealsNothing() {
        SigningKey server = new SealKit.Certificate("Máy chủ")
                .purposes(KeyPurposeId.id_kp_serverAuth)
                .issue(SealKit.ROOT);
        SigningKey stamps = AUTHORITY;
        SigningKey encrypts = new SealKit.Certificate("Mã hóa")
                .usage(KeyUsage.keyEncipherment)
                .issue(SealKit.ROOT);
        SigningKey unsaid = new SealKit.Certificate("Không nói").usage(0).issue(SealKit.ROOT);
        for (SigningKey key : List.of(server, stamps, encrypts, unsaid)) {
            refused(key, SealText.WRONG_USAGE);
        }
    }

    @Test
    void anEndedOrFutureCertificateSignsNothing() {
        SigningKey ended = new SealKit.Certificate("Đã hết hạn")
                .valid(SealKit.NOW.minusSeconds(200), SealKit.NOW.minusSeconds(100))
                .issue(SealKit.ROOT);
        refused(ended, SealText.EXPIRED);
        byte[] then = Cades.sign(CONTENT, ended, SealKit.NOW.minusSeconds(150));
        assertEquals(SignatureFault.EXPIRED, fault(then), "valid when it says it was made, but nothing proves that");
        SigningKey future = new SealKit.Certificate("Chưa đến")
                .valid(SealKit.NOW.plusSeconds(100), SealKit.NOW.plusSeconds(200))
                .issue(SealKit.ROOT);
        refused(future, SealText.EXPIRED);
    }

    private static void refused(SigningKey key, SealText why) {
        VigilException e = assertThrows(VigilException.class, () -> Cades.sign(CONTENT, key, SealKit.NOW));
        assertEquals(ErrorKind.DENIED, e.kind());
        assertEquals(why, e.why().get(0).key());
    }

    @Test
    void withoutTheNameOfItsCertificateASignatureIsNoCades() {
        assertEquals(SignatureFault.CERTIFICATE_MISMATCH, fault(careless(SealKit.SIGNER, "SHA256withECDSA", false)));
    }

    @Test
    void aCertificateOfTheSameKeyCannotStandInForTheSignedOne() throws Exception {
        var pair = SealKit.ec("secp256r1");
        SigningKey real = new SealKit.Certificate("Thật").key(pair).issue(SealKit.ROOT);
        SigningKey other = new SealKit.Certificate("Giả").key(pair).issue(SealKit.ROOT);
        CMSSignedData cms = new CMSSignedData(Cades.sign(CONTENT, real, SealKit.NOW));
        byte[] swapped = CMSSignedData.replaceCertificatesAndCRLs(
                        cms, new JcaCertStore(List.of(other.certificate())), null, null)
                .getEncoded(ASN1Encoding.DER);
        assertEquals(SignatureFault.CERTIFICATE_MISMATCH, fault(swapped));
    }

    @Test
    void oneDetachedSignerIsWanted() throws Exception {
        assertEquals(SignatureFault.NOT_ONE_SIGNER, fault(careless(SealKit.SIGNER, "SHA256withECDSA", true)));
        byte[] one = Cades.sign(CONTENT, SealKit.SIGNER, SealKit.NOW);
        byte[] two = Cades.sign(CONTENT, SealKit.RSA_SIGNER, SealKit.NOW);
        CMSSignedData both = CMSSignedData.replaceSigners(
                new CMSSignedData(one), new SignerInformationStore(List.of(one(one), one(two))));
        assertEquals(SignatureFault.NOT_ONE_SIGNER, fault(both.getEncoded(ASN1Encoding.DER)));
    }

    @Test
    void aForgedTimestampCondemnsAndAForeignOneOnlyProvesNothing() {
        byte[] one = Cades.sign(CONTENT, SealKit.SIGNER, SealKit.NOW);
        byte[] two = Cades.sign(CONTENT, SealKit.RSA_SIGNER, SealKit.NOW);
        byte[] others = Cades.addTimestamp(one, TestTsa.token(AUTHORITY, Cades.timestampImprint(two), SealKit.NOW));
        assertEquals(SignatureFault.BAD_TIMESTAMP, fault(others));

        SigningKey unknown =
                new SealKit.Certificate("Lạ").timestamping().issue(SealKit.root("Other", SealKit.ec("secp256r1")));
        SignatureReport report = verify(stamped(one, unknown, SealKit.NOW), SealKit.NOW);
        assertTrue(report.valid());
        assertNull(report.provenTime());
        assertEquals(SealText.STAMP_UNTRUSTED, report.timestamp().key());
    }

    @Test
    void junkIsMalformedAndNothingThrows() {
        byte[] good = stamped(Cades.sign(CONTENT, SealKit.SIGNER, SealKit.NOW), AUTHORITY, SealKit.NOW);
        assertEquals(SignatureFault.MALFORMED, fault(new byte[0]));
        assertEquals(SignatureFault.MALFORMED, fault(SealKit.utf8("<html>")));
        assertEquals(SignatureFault.MALFORMED, fault(Arrays.copyOf(good, good.length + 1)));
        assertEquals(SignatureFault.MALFORMED, fault(new byte[Cms.LIMIT + 1]));
        for (int n = 0; n < good.length; n += 7) {
            assertEquals(SignatureFault.MALFORMED, fault(Arrays.copyOf(good, n)));
        }
        for (int i = 0; i < good.length; i += 3) {
            byte[] changed = good.clone();
            changed[i] ^= 0x41;
            SignatureReport report = verify(changed, SealKit.NOW);
            assertTrue(!report.valid() || report.signer().equals(SealKit.SIGNER.certificate()));
        }
    }
}
