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
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Certification paths (RFC 5280, section 6) by dates, names and signatures; revocation is {@link Crls}' part. */
final class Chains {
    /** How a search for a path ended. */
    enum Trust {
        TRUSTED,
        /** A path there is, but through a weak key or signature. */
        WEAK,
        UNTRUSTED
    }

    /**
     * What a search found.
     *
     * @param path the certificate first, the trusted root last; empty unless trusted
     */
    record Found(Trust trust, List<X509Certificate> path) {
        boolean trusted() {
            return trust == Trust.TRUSTED;
        }
    }

    private static final Found NONE = new Found(Trust.UNTRUSTED, List.of());
    private static final Found WEAK = new Found(Trust.WEAK, List.of());

    private Chains() {}

    /**
     * Looks for a path from the certificate to one of the roots that holds at the time; up to a root that signed itself where one
     * is trusted, so that all that others need to see is seen here too.
     */
    static Found find(X509Certificate end, Collection<X509Certificate> others, TrustAnchors anchors, Instant at) {
        List<X509Certificate> top = new ArrayList<>();
        List<X509Certificate> all = new ArrayList<>(others);
        for (X509Certificate root : anchors.roots()) {
            (selfIssued(root) ? top : all).add(root);
        }
        Found found = search(end, all, top, at);
        return found.trust() == Trust.UNTRUSTED && top.size() < anchors.roots().size()
                ? search(end, others, anchors.roots(), at)
                : found;
    }

    private static Found search(
            X509Certificate end, Collection<X509Certificate> others, List<X509Certificate> trusted, Instant at) {
        if (trusted.isEmpty()) {
            return NONE;
        }
        try {
            Set<TrustAnchor> roots = new HashSet<>();
            for (X509Certificate root : trusted) {
                roots.add(new TrustAnchor(root, null));
            }
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(end);
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(roots, target);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(others)));
            PKIXCertPathBuilderResult built = (PKIXCertPathBuilderResult)
                    CertPathBuilder.getInstance("PKIX").build(parameters);
            List<X509Certificate> path = new ArrayList<>();
            for (Certificate c : built.getCertPath().getCertificates()) {
                if (!Algorithms.strong((X509Certificate) c)) {
                    return WEAK;
                }
                path.add((X509Certificate) c);
            }
            X509Certificate root = built.getTrustAnchor().getTrustedCert();
            // The builder leaves a root's dates alone; other tools do not.
            if (!within(root, at)) {
                return NONE;
            }
            path.add(root);
            return Algorithms.strong(root.getPublicKey()) ? new Found(Trust.TRUSTED, path) : WEAK;
        } catch (GeneralSecurityException e) {
            return NONE;
        }
    }

    static boolean selfIssued(X509Certificate c) {
        return c.getSubjectX500Principal().equals(c.getIssuerX500Principal());
    }

    static boolean within(X509Certificate c, Instant at) {
        return !at.isBefore(c.getNotBefore().toInstant())
                && !at.isAfter(c.getNotAfter().toInstant());
    }
}
