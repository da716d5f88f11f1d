package vn.vigil.seal;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.util.Selector;

/** What signatures and timestamps share: both are CMS SignedData (RFC 5652) with one signer. */
final class Cms {
    /** A seal with its chain has some kilobytes, with revocation lists megabytes; a hostile one shall not fill the memory. */
    static final int LIMIT = 16 << 20;

    /** Two paths have some four; each costs checks of its signature. */
    private static final int MAX_LISTS = 64;

    private Cms() {}

    /** Parses exactly one ContentInfo; whatever follows it is an error. */
    static ContentInfo parse(byte[] bytes) throws IOException {
        if (bytes.length > LIMIT) {
            throw new IOException("too long for a signature");
        }
        return ContentInfo.getInstance(ASN1Primitive.fromByteArray(bytes));
    }

    /** All certificates inside. */
    static List<X509Certificate> certificates(CMSSignedData cms) throws IOException {
        List<X509Certificate> found = new ArrayList<>();
        for (X509CertificateHolder holder : cms.getCertificates().getMatches(null)) {
            found.addAll(Certificates.parse(holder.getEncoded()));
        }
        return found;
    }

    /** The revocation lists inside; a null for each that is broken, not DER, or of another kind. */
    static List<X509CRL> lists(SignedData data) throws IOException {
        List<X509CRL> found = new ArrayList<>();
        ASN1Set all = data.getCRLs();
        if (all != null && all.size() > MAX_LISTS) {
            throw new IOException("too many revocation lists");
        }
        for (int i = 0; all != null && i < all.size(); i++) {
            try {
                found.add(Crls.parse(all.getObjectAt(i).toASN1Primitive().getEncoded()));
            } catch (IOException e) {
                found.add(null);
            }
        }
        return found;
    }

    /** The lists that are none of the broken ones. */
    static List<X509CRL> whole(List<X509CRL> lists) {
        return lists.stream().filter(Objects::nonNull).toList();
    }

    static List<ASN1Primitive> encoded(Collection<X509Certificate> certificates) throws IOException {
        List<ASN1Primitive> out = new ArrayList<>();
        for (X509Certificate c : certificates) {
            out.add(ASN1Primitive.fromByteArray(Certificates.der(c)));
        }
        return out;
    }

    static List<ASN1Primitive> encodedLists(Collection<X509CRL> lists) throws IOException {
        List<ASN1Primitive> out = new ArrayList<>();
        for (X509CRL list : lists) {
            try {
                out.add(ASN1Primitive.fromByteArray(list.getEncoded()));
            } catch (CRLException e) {
                throw new IOException(e);
            }
        }
        return out;
    }

    /** The set and whatever it lacks; null when there is nothing at all. */
    static ASN1Set union(ASN1Set old, List<ASN1Primitive> more) {
        Set<ASN1Primitive> all = new LinkedHashSet<>();
        for (int i = 0; old != null && i < old.size(); i++) {
            all.add(old.getObjectAt(i).toASN1Primitive());
        }
        all.addAll(more);
        return all.isEmpty() ? null : new DERSet(all.toArray(new ASN1Encodable[0]));
    }

    /** The one certificate that the signer's identifier means; null when there is none or several. */
    @SuppressWarnings("unchecked") // SignerId is a Selector of certificates, declared raw
    static X509Certificate signer(CMSSignedData cms, SignerInformation signer) throws IOException {
        Collection<X509CertificateHolder> found =
                cms.getCertificates().getMatches((Selector<X509CertificateHolder>) signer.getSID());
        if (found.size() != 1) {
            return null;
        }
        List<X509Certificate> one = Certificates.parse(found.iterator().next().getEncoded());
        return one.size() == 1 ? one.get(0) : null;
    }

    /** Digest and signature algorithm are strong, and speak of one digest. */
    static boolean strong(SignerInformation signer) {
        String encryption = signer.getEncryptionAlgOID();
        return Algorithms.strongDigest(signer.getDigestAlgOID())
                && (encryption.equals(Algorithms.RSA)
                        || Algorithms.strongSignature(encryption, signer.getEncryptionAlgParams()));
    }

    /** A signed attribute that must stand exactly once with exactly one value; null otherwise. */
    static ASN1Encodable single(AttributeTable attributes, ASN1ObjectIdentifier type) {
        if (attributes == null) {
            return null;
        }
        ASN1EncodableVector all = attributes.getAll(type);
        if (all.size() != 1) {
            return null;
        }
        Attribute attribute = Attribute.getInstance(all.get(0));
        return attribute.getAttrValues().size() == 1 ? attribute.getAttributeValues()[0] : null;
    }

    /** The attribute signing-certificate-v2 (RFC 5035) names this certificate first, by a strong digest. */
    static boolean names(AttributeTable attributes, X509Certificate certificate) {
        ASN1Encodable value = single(attributes, PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (value == null) {
            return false;
        }
        ESSCertIDv2[] ids = SigningCertificateV2.getInstance(value).getCerts();
        if (ids.length == 0) {
            return false;
        }
        AlgorithmIdentifier algorithm = ids[0].getHashAlgorithm();
        String name =
                switch (algorithm.getAlgorithm().getId()) {
                    case "2.16.840.1.101.3.4.2.1" -> "SHA-256";
                    case "2.16.840.1.101.3.4.2.2" -> "SHA-384";
                    case "2.16.840.1.101.3.4.2.3" -> "SHA-512";
                    default -> null;
                };
        try {
            return name != null
                    && MessageDigest.isEqual(
                            MessageDigest.getInstance(name).digest(Certificates.der(certificate)),
                            ids[0].getCertHash());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-2", e);
        }
    }
}
