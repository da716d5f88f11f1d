package vn.vigil.seal;

import java.io.IOException;
import java.security.cert.X509CRL;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.BERSet;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.Certificate;

/** Takes a good signature apart and puts it together again with one part of it bent, gone, or of another. */
public final class ForgedSeal {
    private ForgedSeal() {}

    /** The last bit of the signature value. */
    public static byte[] valueBent(byte[] p7s) {
        SignerInfo s = signer(p7s);
        byte[] value = s.getEncryptedDigest().getOctets().clone();
        value[value.length - 1] ^= 1;
        return with(p7s, info(s, s.getSID(), s.getAuthenticatedAttributes(), value, s.getUnauthenticatedAttributes()));
    }

    /** Another value for one of the signed attributes, of the same length: its last byte bent. */
    public static byte[] signedAttributeBent(byte[] p7s, String oid) {
        SignerInfo s = signer(p7s);
        ASN1EncodableVector all = new ASN1EncodableVector();
        for (ASN1Encodable one : s.getAuthenticatedAttributes()) {
            Attribute attribute = Attribute.getInstance(one);
            byte[] der = der(attribute);
            if (attribute.getAttrType().getId().equals(oid)) {
                // A digit of a time stays a digit.
                der[der.length - (oid.endsWith("9.5") ? 2 : 1)] ^= 1;
            }
            all.add(Attribute.getInstance(der));
        }
        return with(
                p7s,
                info(
                        s,
                        s.getSID(),
                        new DERSet(all),
                        s.getEncryptedDigest().getOctets(),
                        s.getUnauthenticatedAttributes()));
    }

    /** In the place of the signer's certificate that of another, named as the signer's too. */
    public static byte[] certificateOf(byte[] p7s, SigningKey other) {
        SignerInfo s = signer(p7s);
        Certificate certificate = Certificate.getInstance(Certificates.der(other.certificate()));
        SignerIdentifier sid = new SignerIdentifier(new org.bouncycastle.asn1.cms.IssuerAndSerialNumber(certificate));
        SignedData old = data(p7s);
        return whole(new SignedData(
                old.getDigestAlgorithms(),
                old.getEncapContentInfo(),
                new BERSet(certificate),
                old.getCRLs(),
                new DERSet(info(
                        s,
                        sid,
                        s.getAuthenticatedAttributes(),
                        s.getEncryptedDigest().getOctets(),
                        s.getUnauthenticatedAttributes()))));
    }

    /** Without its timestamp. */
    public static byte[] withoutTimestamp(byte[] p7s) {
        SignerInfo s = signer(p7s);
        return with(
                p7s,
                info(
                        s,
                        s.getSID(),
                        s.getAuthenticatedAttributes(),
                        s.getEncryptedDigest().getOctets(),
                        null));
    }

    /** With the timestamp of another signature in the place of its own. */
    public static byte[] timestampOf(byte[] p7s, byte[] other) {
        SignerInfo s = signer(p7s);
        return with(
                p7s,
                info(
                        s,
                        s.getSID(),
                        s.getAuthenticatedAttributes(),
                        s.getEncryptedDigest().getOctets(),
                        signer(other).getUnauthenticatedAttributes()));
    }

    /** Its timestamp with a byte of it bent. */
    public static byte[] timestampBent(byte[] p7s) {
        byte[] bent = p7s.clone();
        byte[] token = der(
                Attribute.getInstance(signer(p7s).getUnauthenticatedAttributes().getObjectAt(0))
                        .getAttributeValues()[0]);
        int at = indexOf(bent, token) + token.length - 3;
        bent[at] ^= 1;
        return bent;
    }

    /** With these revocation lists, and no others. */
    public static byte[] lists(byte[] p7s, List<X509CRL> lists) {
        try {
            SignedData old = data(p7s);
            List<ASN1Encodable> all = new ArrayList<>(Cms.encodedLists(lists));
            return whole(new SignedData(
                    old.getDigestAlgorithms(),
                    old.getEncapContentInfo(),
                    old.getCertificates(),
                    all.isEmpty() ? null : new DERSet(all.toArray(new ASN1Encodable[0])),
                    old.getSignerInfos()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A list that has nothing to do with anything. */
    public static X509CRL foreignList() {
        return new SealKit.RevocationList(SealKit.ROOT).signed();
    }

    /** What these objects are called in {@link #signedAttributeBent}. */
    public static final String SIGNING_TIME = "1.2.840.113549.1.9.5";

    public static final String MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
    public static final String SIGNING_CERTIFICATE = PKCSObjectIdentifiers.id_aa_signingCertificateV2.getId();

    private static SignedData data(byte[] p7s) {
        try {
            return SignedData.getInstance(Cms.parse(p7s).getContent());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static SignerInfo signer(byte[] p7s) {
        return SignerInfo.getInstance(data(p7s).getSignerInfos().getObjectAt(0));
    }

    private static SignerInfo info(SignerInfo s, SignerIdentifier sid, ASN1Set signed, byte[] value, ASN1Set unsigned) {
        return new SignerInfo(
                sid,
                s.getDigestAlgorithm(),
                signed,
                s.getDigestEncryptionAlgorithm(),
                new org.bouncycastle.asn1.DEROctetString(value),
                unsigned);
    }

    private static byte[] with(byte[] p7s, SignerInfo signer) {
        SignedData old = data(p7s);
        return whole(new SignedData(
                old.getDigestAlgorithms(),
                old.getEncapContentInfo(),
                old.getCertificates(),
                old.getCRLs(),
                new DERSet(signer)));
    }

    private static byte[] whole(SignedData data) {
        return der(new ContentInfo(CMSObjectIdentifiers.signedData, data));
    }

    private static byte[] der(ASN1Encodable object) {
        try {
            return object.toASN1Primitive().getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static int indexOf(byte[] in, byte[] what) {
        for (int i = 0; i <= in.length - what.length; i++) {
            if (java.util.Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
                return i;
            }
        }
        throw new AssertionError("not there");
    }
}
