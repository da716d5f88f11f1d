package vn.vigil.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static vn.vigil.seal.SealKit.NOW;
import static vn.vigil.seal.SealKit.ROOT;
import static vn.vigil.seal.SealKit.WORLD;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.Progress;
import vn.vigil.base.VigilException;

/** What is encrypted opens for its recipients, for nobody else, and not at all when it was changed. */
class EnvelopeTest {
    private static final SigningKey EC = new SealKit.Certificate("Công an phường")
            .usage(KeyUsage.keyAgreement)
            .issue(ROOT);
    private static final SigningKey RSA = new SealKit.Certificate("Viện kiểm sát")
            .key(SealKit.rsa(2048))
            .usage(KeyUsage.keyEncipherment)
            .issue(ROOT);

    @TempDir
    Path folder;

    private final Envelope envelope = new Envelope(WORLD);
    private byte[] content;
    private Path plain;
    private Path sealed;

    @BeforeEach
    void encrypt() throws IOException {
        content = new byte[700_001];
        WORLD.random().nextBytes(content);
        plain = Files.write(folder.resolve("plain"), content);
        sealed = folder.resolve("plain.p7m");
        envelope.encrypt(plain, sealed, List.of(EC.certificate(), RSA.certificate()), Progress.NONE);
    }

    private String refused(Path in, SigningKey key) throws IOException {
        Path out = folder.resolve("out");
        String id = assertThrows(VigilException.class, () -> envelope.decrypt(in, out, key, Progress.NONE))
                .id();
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(0, left.filter(p -> p.toString().contains("out")).count(), "nothing is left of it");
        }
        return id;
    }

    @Test
    void eachRecipientOpensItAndNobodyElse() throws IOException {
        for (SigningKey key : List.of(EC, RSA)) {
            Path out = folder.resolve(key.certificate().getSerialNumber().toString());
            envelope.decrypt(sealed, out, key, Progress.NONE);
            assertArrayEquals(content, Files.readAllBytes(out));
            assertEquals(
                    "VG-SEAL-EXISTS",
                    assertThrows(VigilException.class, () -> envelope.decrypt(sealed, out, key, Progress.NONE))
                            .id());
        }
        assertEquals("VG-SEAL-NOT-FOR-YOU", refused(sealed, SealKit.SIGNER));
        assertEquals("VG-SEAL-NO-ENVELOPE", refused(plain, EC));
    }

    @Test
    void aChangedOrCutOneGivesNothing() throws IOException {
        byte[] good = Files.readAllBytes(sealed);
        for (int back : new int[] {8, 20, 5_000, 300_000}) {
            byte[] bent = good.clone();
            bent[bent.length - back] ^= 1;
            String id = refused(Files.write(folder.resolve("bent"), bent), RSA);
            assertEquals("VG-SEAL-ENVELOPE-CHANGED", id, "byte " + back + " from the end");
        }
        for (int length : new int[] {good.length - 12, good.length - 40, good.length / 2}) {
            String id = refused(Files.write(folder.resolve("cut"), Arrays.copyOf(good, length)), EC);
            assertEquals("VG-SEAL-ENVELOPE-CHANGED", id, "cut at " + length);
        }
    }

    @Test
    void nothingIsEncryptedToACertificateThatWillNotDo() {
        assertNull(RecipientCertificate.of(EC.certificate()).fault(NOW));
        assertNotNull(RecipientCertificate.of(EC.certificate()).fault(NOW.plus(SealKit.YEAR.multipliedBy(30))));
        assertNotNull(RecipientCertificate.of(SealKit.SIGNER.certificate()).fault(NOW), "it only signs");
        SigningKey weak = new SealKit.Certificate("Yếu")
                .key(SealKit.rsa(1024))
                .usage(KeyUsage.keyEncipherment)
                .issue(ROOT);
        assertNotNull(RecipientCertificate.of(weak.certificate()).fault(NOW));
        assertEquals(
                "VG-SEAL-RECIPIENT",
                assertThrows(
                                VigilException.class,
                                () -> envelope.encrypt(
                                        plain, folder.resolve("x"), List.of(weak.certificate()), Progress.NONE))
                        .id());
    }
}
