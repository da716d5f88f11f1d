package vn.vigil.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;

class TimestampTest {
    private static final Instant STAMPED = SealKit.NOW.minusSeconds(2);
    private static final SigningKey AUTHORITY =
            new SealKit.Certificate("Dấu thời gian").timestamping().issue(SealKit.ROOT);
    private static final byte[] IMPRINT = Hash.sha256(SealKit.utf8("what is stamped"));

    @TempDir
    Path temp;

    private static TimestampToken ask(SigningKey authority, String path) throws Exception {
        try (TestTsa tsa = new TestTsa(authority, STAMPED)) {
            return new TimestampClient(SealKit.WORLD, tsa.address(path), SealKit.TRUST).stamp(IMPRINT);
        }
    }

    @Test
    void anHonestAnswerIsATokenOfItsTime() throws Exception {
        TimestampToken token = ask(AUTHORITY, "/tsa");
        assertEquals(STAMPED, token.time());
        assertArrayEquals(
                token.bytes(),
                TimestampToken.verify(token.bytes(), IMPRINT, SealKit.TRUST, SealKit.NOW)
                        .bytes());
    }

    @ParameterizedTest
    @CsvSource({
        "/500, HTTP_STATUS, TSA_HTTP_STATUS",
        "/html, NOT_A_REPLY, TSA_NOT_A_REPLY",
        "/empty, NOT_A_REPLY, TSA_NOT_A_REPLY",
        "/trunc, NOT_A_REPLY, TSA_NOT_A_REPLY",
        "/reject, REJECTED, TSA_REJECTED",
        "/nonce, WRONG_NONCE, TSA_WRONG_NONCE",
        "/no-nonce, WRONG_NONCE, TSA_WRONG_NONCE",
        "/imprint, WRONG_IMPRINT, STAMP_WRONG_IMPRINT",
        "/bad, UNTRUSTED, STAMP_UNTRUSTED",
        "/no-certificate, BROKEN, STAMP_BROKEN"
    })
    void aFaultyAnswerIsNoTokenAndIsToldInASentence(String path, TimestampFault fault, SealText sentence) {
        TimestampException e = assertThrows(TimestampException.class, () -> ask(AUTHORITY, path));
        assertEquals(fault, e.fault());
        assertEquals(sentence, e.reason().key());
    }

    @Test
    void aCertificateNotMeantForTimestampsAloneIsNotBelieved() {
        SigningKey both = new SealKit.Certificate("Hai việc")
                .timestamping()
                .purposes(KeyPurposeId.id_kp_timeStamping, KeyPurposeId.id_kp_emailProtection)
                .issue(SealKit.ROOT);
        for (SigningKey unfit : List.of(both, SealKit.SIGNER)) {
            byte[] token = TestTsa.unfit(unfit, AUTHORITY, IMPRINT, STAMPED);
            assertEquals(TimestampFault.WRONG_USAGE, verify(token, IMPRINT));
        }
    }

    @Test
    void aSilentAuthorityIsGivenUpAtTheDeadline() throws IOException {
        try (TestTsa tsa = new TestTsa(AUTHORITY, STAMPED)) {
            TimestampClient client =
                    new TimestampClient(World.real(), tsa.address("/slow"), SealKit.TRUST, Duration.ofMillis(200));
            assertEquals(
                    TimestampFault.TOO_SLOW,
                    assertThrows(TimestampException.class, () -> client.stamp(IMPRINT))
                            .fault());
        }
    }

    @Test
    void nobodyThereIsUnreachable() throws IOException {
        URI gone;
        try (TestTsa tsa = new TestTsa(AUTHORITY, STAMPED)) {
            gone = tsa.address("/tsa");
        }
        TimestampClient client = new TimestampClient(SealKit.WORLD, gone, SealKit.TRUST);
        assertEquals(
                TimestampFault.UNREACHABLE,
                assertThrows(TimestampException.class, () -> client.stamp(IMPRINT))
                        .fault());
    }

    @Test
    void onlyPlainWebAddressesAreTaken() {
        for (String bad : List.of("file:///tmp/x", "ftp://host/x", "http://user:secret@host/", "http:///x")) {
            VigilException e = assertThrows(
                    VigilException.class,
                    () -> new TimestampClient(SealKit.WORLD, URI.create(bad), SealKit.TRUST),
                    bad);
            assertEquals(0, e.what().args().size(), "the address, and so its password, is not repeated");
        }
    }

    @Test
    void anAuthoritysCertificateThatHasEndedProvesNothing() {
        SigningKey ended = new SealKit.Certificate("Đã hết hạn")
                .timestamping()
                .valid(SealKit.NOW.minusSeconds(3600), SealKit.NOW.minusSeconds(1))
                .issue(SealKit.ROOT);
        TimestampToken token = TestTsa.token(ended, IMPRINT, STAMPED);
        assertEquals(TimestampFault.EXPIRED, verify(token.bytes(), IMPRINT));
    }

    @Test
    void everyBitOfATokenCounts() {
        byte[] token = TestTsa.token(AUTHORITY, IMPRINT, STAMPED).bytes();
        List<Integer> believed = new ArrayList<>();
        for (int i = 0; i < token.length; i++) {
            byte[] changed = token.clone();
            changed[i] ^= 0x10;
            try {
                TimestampToken now = TimestampToken.verify(changed, IMPRINT, SealKit.TRUST, SealKit.NOW);
                assertEquals(STAMPED, now.time());
                believed.add(i);
            } catch (TimestampException e) {
                // as it should be
            }
        }
        // Only what nobody signed may change: the copy of the root in the bag of certificates, and inert header bytes.
        assertTrue(believed.size() < token.length / 2, believed.size() + " of " + token.length);
    }

    private static TimestampFault verify(byte[] token, byte[] imprint) {
        return assertThrows(
                        TimestampException.class,
                        () -> TimestampToken.verify(token, imprint, SealKit.TRUST, SealKit.NOW))
                .fault();
    }

    @Test
    void aPackageIsSealedAllTheSameAndSaysWhyItHasNoTime() throws IOException {
        try (TestTsa tsa = new TestTsa(AUTHORITY, STAMPED)) {
            Path good = temp.resolve("good.asice");
            Sealed sealed = SealKit.write(
                    good, SealKit.SIGNER, new TimestampClient(SealKit.WORLD, tsa.address("/tsa"), SealKit.TRUST));
            assertEquals(SealLevel.T, sealed.level());
            assertEquals(STAMPED, sealed.provenTime());
            PackageReport report = SealKit.check(good, SealKit.TRUST, SealKit.NOW);
            assertEquals(Verdict.GENUINE, report.verdict());
            assertEquals(STAMPED, report.provenTime());

            Path bare = temp.resolve("bare.asice");
            Sealed unstamped = SealKit.write(
                    bare, SealKit.SIGNER, new TimestampClient(SealKit.WORLD, tsa.address("/reject"), SealKit.TRUST));
            assertEquals(SealLevel.B, unstamped.level());
            assertEquals(TimestampFault.REJECTED, unstamped.tsaFault());
            assertEquals(
                    Verdict.GENUINE_TIME_NOT_PROVEN,
                    SealKit.check(bare, SealKit.TRUST, SealKit.NOW).verdict());
        }
    }
}
