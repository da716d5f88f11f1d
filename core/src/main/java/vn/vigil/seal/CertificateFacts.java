package vn.vigil.seal;

import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * What people want to know of a certificate.
 *
 * @param subject the subject, most telling part first: {@code CN=…, OU=…, O=…}
 * @param name the common name alone, or the whole subject when it has none
 * @param issuer the issuer, written like the subject
 * @param serial the serial number, lower-case hexadecimal
 * @param notBefore first instant of validity
 * @param notAfter last instant of validity
 * @param fingerprint SHA-256 over the DER, lower-case hexadecimal
 * @param trial a trial root, or issued by one
 * @param usable its key usage allows signing documents
 * @param strong key and signature algorithm are strong enough (RSA ≥ 2048, EC ≥ 256, SHA-256 or better)
 */
public record CertificateFacts(
        String subject,
        String name,
        String issuer,
        String serial,
        Instant notBefore,
        Instant notAfter,
        String fingerprint,
        boolean trial,
        boolean usable,
        boolean strong) {

    /** Reads the facts out of a certificate. */
    public static CertificateFacts of(X509Certificate certificate) {
        throw new UnsupportedOperationException();
    }

    /** True when the certificate is valid at the instant, as far as its dates go. */
    public boolean validAt(Instant t) {
        return !t.isBefore(notBefore) && !t.isAfter(notAfter);
    }
}
