package vn.vigil.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CRLReason;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;

/**
 * Revocation lists (RFC 5280, section 5) at hand, from wherever, not yet believed: each is judged anew for each certificate, by the
 * key of that certificate's issuer. What no issuer in the path signed counts for nothing, neither for nor against. Immutable.
 */
final class Crls {
    static final Crls NONE = new Crls(List.of());

    private static final String DISTRIBUTION_POINT = "2.5.29.28";
    private static final String INVALIDITY_DATE = "2.5.29.24";
    private static final String EXPIRED_ON_LIST = "2.5.29.60";
    private static final int CRL_SIGN = 6;

    private final List<X509CRL> lists;

    Crls(Collection<X509CRL> lists) {
        List<X509CRL> sorted = new ArrayList<>(new LinkedHashSet<>(lists));
        sorted.sort(Comparator.comparing(X509CRL::getThisUpdate).reversed());
        this.lists = List.copyOf(sorted);
    }

    List<X509CRL> lists() {
        return lists;
    }

    Crls and(Collection<X509CRL> more) {
        List<X509CRL> all = new ArrayList<>(lists);
        all.addAll(more);
        return new Crls(all);
    }

    /**
     * What the lists say of a path at one time.
     *
     * @param revoked the first certificate that counts as revoked; null when none does
     * @param since when it was revoked, or its key no longer to be trusted, whichever the issuer puts earlier; null likewise
     * @param unknown the first certificate of which no list tells that it was good; null when the lists are complete
     * @param used the lists that told something
     */
    record Standing(X509Certificate revoked, Instant since, X509Certificate unknown, Set<X509CRL> used) {
        boolean complete() {
            return revoked == null && unknown == null;
        }
    }

    /**
     * Judges all of a path but its root.
     *
     * @param path as {@link Chains.Found#path}
     * @param stamping RFC 3161, section 4: when a stamping key may have been stolen, its earlier stamps are worth nothing either
     */
    Standing judge(List<X509Certificate> path, Instant at, boolean stamping) {
        X509Certificate revoked = null;
        Instant since = null;
        X509Certificate unknown = null;
        Set<X509CRL> used = new LinkedHashSet<>();
        for (int i = 0; i + 1 < path.size(); i++) {
            X509Certificate c = path.get(i);
            boolean covered = false;
            boolean newest = true;
            for (X509CRL list : lists) {
                if (!by(list, path.get(i + 1))) {
                    continue;
                }
                X509CRLEntry entry = list.getRevokedCertificate(c.getSerialNumber());
                // A hold that a later list no longer knows was lifted.
                if (entry != null && (newest || entry.getRevocationReason() != CRLReason.CERTIFICATE_HOLD)) {
                    Instant from = since(entry);
                    if (revoked == null && (!from.isAfter(at) || stamping && stolen(entry))) {
                        revoked = c;
                        since = from;
                        used.add(list);
                    }
                }
                newest = false;
                if (!covered && covers(list, c, at)) {
                    covered = true;
                    used.add(list);
                }
            }
            if (!covered && unknown == null) {
                unknown = c;
            }
        }
        return new Standing(revoked, since, unknown, used);
    }

    /** Lists of an issuer of the path, strong, and signed by its key; others are none of this path's. */
    private static boolean by(X509CRL list, X509Certificate issuer) {
        boolean[] usage = issuer.getKeyUsage();
        if (!list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
                || !Algorithms.strongSignature(list.getSigAlgOID(), list.getSigAlgParams())
                || usage != null && !usage[CRL_SIGN]) {
            return false;
        }
        Set<String> critical = list.getCriticalExtensionOIDs();
        if (critical != null && !Set.of(DISTRIBUTION_POINT).containsAll(critical)) {
            return false; // a delta, or something not understood
        }
        IssuingDistributionPoint scope = scope(list);
        if (scope != null && (scope.isIndirectCRL() || scope.onlyContainsAttributeCerts())) {
            return false;
        }
        try {
            list.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    /** Whether the list is about this certificate, and was or became current at the time. */
    private static boolean covers(X509CRL list, X509Certificate c, Instant at) {
        if (list.getNextUpdate() == null || list.getNextUpdate().toInstant().isBefore(at)) {
            return false;
        }
        // Ended certificates may be dropped from a list.
        if (list.getThisUpdate().after(c.getNotAfter()) && list.getExtensionValue(EXPIRED_ON_LIST) == null) {
            return false;
        }
        IssuingDistributionPoint scope = scope(list);
        if (scope == null) {
            return true;
        }
        boolean authority = c.getBasicConstraints() >= 0;
        if (scope.getOnlySomeReasons() != null
                || scope.onlyContainsUserCerts() && authority
                || scope.onlyContainsCACerts() && !authority) {
            return false;
        }
        // One of several lists of an issuer tells of those certificates alone that point to it.
        List<String> places = places(scope.getDistributionPoint());
        return scope.getDistributionPoint() == null || places.stream().anyMatch(Distribution.places(c)::contains);
    }

    private static IssuingDistributionPoint scope(X509CRL list) {
        byte[] extension = list.getExtensionValue(DISTRIBUTION_POINT);
        return extension == null
                ? null
                : IssuingDistributionPoint.getInstance(
                        ASN1OctetString.getInstance(extension).getOctets());
    }

    /** The web addresses of a distribution point's full name. */
    static List<String> places(DistributionPointName name) {
        List<String> places = new ArrayList<>();
        if (name != null && name.getType() == DistributionPointName.FULL_NAME) {
            for (GeneralName one : GeneralNames.getInstance(name.getName()).getNames()) {
                if (one.getTagNo() == GeneralName.uniformResourceIdentifier) {
                    places.add(one.getName().toString());
                }
            }
        }
        return places;
    }

    private static Instant since(X509CRLEntry entry) {
        Instant revoked = entry.getRevocationDate().toInstant();
        byte[] extension = entry.getExtensionValue(INVALIDITY_DATE);
        if (extension != null) {
            try {
                Instant invalid = ASN1GeneralizedTime.getInstance(
                                ASN1OctetString.getInstance(extension).getOctets())
                        .getDate()
                        .toInstant();
                return invalid.isBefore(revoked) ? invalid : revoked;
            } catch (ParseException | RuntimeException e) {
                return revoked;
            }
        }
        return revoked;
    }

    private static boolean stolen(X509CRLEntry entry) {
        CRLReason reason = entry.getRevocationReason();
        return reason != CRLReason.UNSPECIFIED
                && reason != CRLReason.AFFILIATION_CHANGED
                && reason != CRLReason.SUPERSEDED
                && reason != CRLReason.CESSATION_OF_OPERATION;
    }

    /** One list out of its DER form; null when it is none, or none that could be embedded as it is. */
    static X509CRL parse(byte[] der) {
        try {
            if (!Arrays.equals(der, ASN1Primitive.fromByteArray(der).getEncoded(ASN1Encoding.DER))) {
                return null;
            }
            X509CRL list = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der));
            scope(list);
            return list;
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            return null;
        }
    }

    /** All lists of a PEM file, or the one of a DER file; empty when there is none or one is broken. */
    static List<X509CRL> read(byte[] bytes) {
        List<X509CRL> found = new ArrayList<>();
        if (bytes.length > 0 && bytes[0] == 0x30) {
            X509CRL one = parse(bytes);
            return one == null ? List.of() : List.of(one);
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String begin = "-----BEGIN X509 CRL-----";
        for (int at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, at + 1)) {
            int stop = text.indexOf("-----END X509 CRL-----", at);
            try {
                X509CRL one = stop < 0
                        ? null
                        : parse(Base64.getMimeDecoder().decode(text.substring(at + begin.length(), stop)));
                if (one == null) {
                    return List.of();
                }
                found.add(one);
            } catch (IllegalArgumentException e) {
                return List.of();
            }
        }
        return found;
    }
}
