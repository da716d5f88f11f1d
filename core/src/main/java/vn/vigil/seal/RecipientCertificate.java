package vn.vigil.seal;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.List;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;

/**
 * A certificate that something is to be encrypted to. Immutable.
 *
 * @param certificate itself
 * @param facts what people want to know of it
 */
public record RecipientCertificate(X509Certificate certificate, CertificateFacts facts) {
    private static final int KEY_ENCIPHERMENT = 2;
    private static final int KEY_AGREEMENT = 4;

    /** Its facts. */
    public static RecipientCertificate of(X509Certificate certificate) {
        return new RecipientCertificate(certificate, CertificateFacts.of(certificate));
    }

    /**
     * The first certificate of a file.
     *
     * @param file PEM, DER or PKCS#7
     * @throws VigilException NOT_FOUND; USAGE when there is none in it
     */
    public static RecipientCertificate read(Path file) {
        List<X509Certificate> all = Certificates.read(file);
        if (all.isEmpty()) {
            throw new VigilException(
                    ErrorKind.USAGE, "VG-SEAL-NO-CERTIFICATE", SealText.NO_CERTIFICATE_IN.with(file.toString()));
        }
        return of(all.get(0));
    }

    /**
     * Why nothing may be encrypted to it; null when it will do.
     *
     * @param now when it would be
     */
    public Message fault(Instant now) {
        if (!facts.validAt(now)) {
            return SealText.RECIPIENT_EXPIRED.with(
                    facts.name(), Cades.text(facts.notBefore()), Cades.text(facts.notAfter()));
        }
        if (!facts.strong()) {
            return SealText.RECIPIENT_WEAK.with(facts.name());
        }
        boolean[] usage = certificate.getKeyUsage();
        int wanted = certificate.getPublicKey() instanceof ECPublicKey ? KEY_AGREEMENT : KEY_ENCIPHERMENT;
        return usage == null || usage[wanted] ? null : SealText.RECIPIENT_USAGE.with(facts.name());
    }

    /** @throws VigilException DENIED with the fault */
    public void require(Instant now) {
        Message fault = fault(now);
        if (fault != null) {
            throw new VigilException(ErrorKind.DENIED, "VG-SEAL-RECIPIENT", fault);
        }
    }
}
