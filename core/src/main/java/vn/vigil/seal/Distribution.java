package vn.vigil.seal;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;

/** Where a certificate says that its issuer's revocation list is to be had (RFC 5280, section 4.2.1.13). */
final class Distribution {
    private static final String POINTS = "2.5.29.31";

    private Distribution() {}

    /** The addresses in their order, of whatever scheme; empty when there is none or the extension is broken. */
    static List<String> places(X509Certificate c) {
        List<String> places = new ArrayList<>();
        byte[] extension = c.getExtensionValue(POINTS);
        if (extension == null) {
            return places;
        }
        try {
            CRLDistPoint points = CRLDistPoint.getInstance(
                    ASN1OctetString.getInstance(extension).getOctets());
            for (DistributionPoint point : points.getDistributionPoints()) {
                if (point.getCRLIssuer() == null && point.getReasons() == null) {
                    places.addAll(Crls.places(point.getDistributionPoint()));
                }
            }
            return places;
        } catch (RuntimeException e) {
            return List.of();
        }
    }
}
