package vn.vigil.net;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * What a device's certificate says; nothing of it was believed.
 *
 * @param from first instant of its validity
 * @param until last instant of its validity
 * @param selfSigned whether it bears its own key's signature, as cameras' do when they leave the factory
 * @param fingerprint SHA-256 of its key (SubjectPublicKeyInfo) in lower-case hex
 */
public record TlsCertificate(Instant from, Instant until, boolean selfSigned, String fingerprint) {
    static TlsCertificate of(X509Certificate certificate) {
        return new TlsCertificate(
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                selfSigned(certificate),
                Tls.fingerprint(certificate));
    }

    private static boolean selfSigned(X509Certificate certificate) {
        if (!certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(certificate.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
