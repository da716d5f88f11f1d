package vn.vigil.seal;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;

/** Certification paths (RFC 5280, section 6) without revocation, which comes with level LT. */
final class Chains {
    /** How a search for a path ended. */
    enum Trust {
        TRUSTED,
        /** A path there is, but through a weak key or signature. */
        WEAK,
        UNTRUSTED
    }

    private Chains() {}

    /** Looks for a path from the certificate to one of the roots that holds at the time. */
    static Trust judge(X509Certificate end, Collection<X509Certificate> others, TrustAnchors anchors, Instant at) {
        if (anchors.roots().isEmpty()) {
            return Trust.UNTRUSTED;
        }
        try {
            Set<TrustAnchor> roots = new HashSet<>();
            for (X509Certificate root : anchors.roots()) {
                roots.add(new TrustAnchor(root, null));
            }
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(end);
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(roots, target);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(others)));
            PKIXCertPathBuilderResult path = (PKIXCertPathBuilderResult)
                    CertPathBuilder.getInstance("PKIX").build(parameters);
            for (Certificate c : path.getCertPath().getCertificates()) {
                if (!Algorithms.strong((X509Certificate) c)) {
                    return Trust.WEAK;
                }
            }
            X509Certificate root = path.getTrustAnchor().getTrustedCert();
            // The builder leaves a root's dates alone; other tools do not.
            if (at.isBefore(root.getNotBefore().toInstant())
                    || at.isAfter(root.getNotAfter().toInstant())) {
                return Trust.UNTRUSTED;
            }
            return Algorithms.strong(root.getPublicKey()) ? Trust.TRUSTED : Trust.WEAK;
        } catch (GeneralSecurityException e) {
            return Trust.UNTRUSTED;
        }
    }

    static boolean within(X509Certificate c, Instant at) {
        return !at.isBefore(c.getNotBefore().toInstant())
                && !at.isAfter(c.getNotAfter().toInstant());
    }
}
