package vn.vigil.seal;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Map;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

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
    /** Parts that RFC 2253 would print as numbers. */
    private static final Map<String, String> NAMES =
            Map.of("2.5.4.5", "SERIALNUMBER", "1.2.840.113549.1.9.1", "EMAIL", "2.5.4.12", "T");

    /** Reads the facts out of a certificate. */
    public static CertificateFacts of(X509Certificate certificate) {
        X500Name subject =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        RDN[] common = subject.getRDNs(BCStyle.CN);
        String text = text(certificate.getSubjectX500Principal());
        String issuer = text(certificate.getIssuerX500Principal());
        return new CertificateFacts(
                text,
                common.length == 0
                        ? text
                        : common[common.length - 1].getFirst().getValue() instanceof ASN1String s
                                ? s.getString()
                                : text,
                issuer,
                certificate.getSerialNumber().toString(16),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                Hash.hex(Hash.sha256(Certificates.der(certificate))),
                text.contains(TrialAuthority.MARK) || issuer.contains(TrialAuthority.MARK),
                Algorithms.maySeal(certificate),
                Algorithms.strong(certificate));
    }

    static String text(X500Principal name) {
        return name.getName(X500Principal.RFC2253, NAMES);
    }

    /** True when the certificate is valid at the instant, as far as its dates go. */
    public boolean validAt(Instant t) {
        return !t.isBefore(notBefore) && !t.isAfter(notAfter);
    }
}
