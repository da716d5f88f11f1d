package vn.vigil.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.Progress;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.config.PrivateFiles;
import vn.vigil.seal.Envelope;
import vn.vigil.seal.Hash;
import vn.vigil.seal.RecipientCertificate;

/** Packages for nobody's eyes but the recipient's: {@code X.asice.p7m} beside {@code X.asice}. */
final class Encryption {
    /** Follows the package's own name. */
    static final String ENDING = ".p7m";

    private final World world;

    Encryption(World world) {
        this.world = world;
    }

    /** The recipient's certificate; null when none is known. */
    static X509Certificate recipient(SqlExtractStore.Row row) {
        if (row.recipientCertificate() == null) {
            return null;
        }
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(row.recipientCertificate()));
        } catch (CertificateException e) {
            throw new IllegalStateException("a certificate that was kept can be read", e);
        }
    }

    /** @throws VigilException DENIED when nothing may be encrypted to it any more */
    void require(X509Certificate recipient) {
        try {
            RecipientCertificate.of(recipient).require(world.now());
        } catch (VigilException e) {
            throw e.next(ExtractText.NO_ENCRYPT_NEXT.with());
        }
    }

    /** Encrypts each package beside itself, with its fingerprint. */
    List<PackageFacts> to(X509Certificate recipient, List<PackageFacts> packages, Progress progress)
            throws IOException {
        List<PackageFacts> done = new ArrayList<>();
        for (PackageFacts p : packages) {
            Path out = Path.of(p.file() + ENDING);
            new Envelope(world).encrypt(p.file(), out, List.of(recipient), progress);
            String sha256 = Hash.hex(Hash.sha256(out));
            PrivateFiles.replace(
                    Path.of(out + ".sha256"),
                    (sha256 + "  " + out.getFileName() + "\n").getBytes(StandardCharsets.UTF_8));
            done.add(p.encrypted(out, sha256));
        }
        return done;
    }
}
