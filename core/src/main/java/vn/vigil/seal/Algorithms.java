package vn.vigil.seal;

import java.io.IOException;
import java.security.PublicKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;

/** Which algorithms, key sizes and key usages are believed: by allow-list, so that what is new is refused until it is added. */
final class Algorithms {
    static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
    static final String RSA = "1.2.840.113549.1.1.1";
    private static final String PSS = "1.2.840.113549.1.1.10";

    /** SHA-256, SHA-384, SHA-512. */
    private static final Set<String> DIGESTS =
            Set.of("2.16.840.1.101.3.4.2.1", "2.16.840.1.101.3.4.2.2", "2.16.840.1.101.3.4.2.3");

    /** RSA and ECDSA with those, and Ed25519, Ed448. */
    private static final Set<String> SIGNATURES = Set.of(
            "1.2.840.113549.1.1.11",
            "1.2.840.113549.1.1.12",
            "1.2.840.113549.1.1.13",
            "1.2.840.10045.4.3.2",
            "1.2.840.10045.4.3.3",
            "1.2.840.10045.4.3.4",
            "1.3.101.112",
            "1.3.101.113");

    /** Purposes that speak of documents, mail or a person at all; a certificate for nothing but web servers seals nothing. */
    private static final Set<String> DOCUMENT_PURPOSES = Set.of(
            "2.5.29.37.0", // any
            "1.3.6.1.5.5.7.3.2", // client authentication, usual on personal certificates
            "1.3.6.1.5.5.7.3.4", // e-mail protection
            "1.3.6.1.5.5.7.3.36", // document signing, RFC 9336
            "1.3.6.1.4.1.311.10.3.12", // Microsoft document signing
            "1.2.840.113583.1.1.5"); // Adobe authentic documents

    private Algorithms() {}

    /** The JCA name of the signature that a key makes. */
    static String signature(SigningKey key) {
        return switch (key.certificate().getPublicKey().getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.certificate().getPublicKey().getAlgorithm();
        };
    }

    static boolean strongDigest(String oid) {
        return DIGESTS.contains(oid);
    }

    /**
     * @param parameters DER of the algorithm's parameters, or null; they matter for RSASSA-PSS alone, whose default is SHA-1
     */
    static boolean strongSignature(String oid, byte[] parameters) {
        if (!oid.equals(PSS)) {
            return SIGNATURES.contains(oid);
        }
        try {
            return parameters != null
                    && strongDigest(RSASSAPSSparams.getInstance(ASN1Primitive.fromByteArray(parameters))
                            .getHashAlgorithm()
                            .getAlgorithm()
                            .getId());
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    static boolean strong(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return rsa.getModulus().bitLength() >= 2048;
        }
        if (key instanceof ECPublicKey ec) {
            return ec.getParams().getOrder().bitLength() >= 256;
        }
        return key instanceof EdECPublicKey;
    }

    static boolean strong(X509Certificate c) {
        return strong(c.getPublicKey()) && strongSignature(c.getSigAlgOID(), c.getSigAlgParams());
    }

    /** May sign documents: by key usage, which must be there, and by extended key usage, when that is there. */
    static boolean maySeal(X509Certificate c) {
        boolean[] usage = c.getKeyUsage();
        if (usage == null || !usage[0] && !usage[1]) { // digitalSignature, nonRepudiation
            return false;
        }
        try {
            List<String> purposes = c.getExtendedKeyUsage();
            return purposes == null || purposes.stream().anyMatch(DOCUMENT_PURPOSES::contains);
        } catch (CertificateParsingException e) {
            return false;
        }
    }

    /** Meant for timestamps alone, and critically so (RFC 3161, section 2.3). */
    static boolean mayStamp(X509Certificate c) {
        try {
            return List.of(TIME_STAMPING).equals(c.getExtendedKeyUsage())
                    && c.getCriticalExtensionOIDs().contains("2.5.29.37");
        } catch (CertificateParsingException e) {
            return false;
        }
    }
}
