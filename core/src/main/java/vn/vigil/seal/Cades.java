package vn.vigil.seal;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Date;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;

/**
 * Detached CAdES signatures (ETSI EN 319 122-1 baseline B, T and LT over RFC 5652), DER, SHA-256. Stateless; safe for several threads.
 */
public final class Cades {
    private Cades() {}

    /**
     * Signs the content, with signing-certificate-v2, content type, signing time and message digest as signed attributes, and the
     * whole chain inside. The same input, key and time give the same bytes when the key is RSA.
     *
     * @param signingTime the signer's own clock; kept to the second
     * @return the signature, DER
     * @throws VigilException {@code DENIED} as {@link SigningGate#check}, without a look at revocation
     */
    public static byte[] sign(byte[] content, SigningKey key, Instant signingTime) {
        return sign(content, key, signingTime, true);
    }

    /**
     * As {@link #sign(byte[], SigningKey, Instant)} for a PDF, whose signature says the time itself: without the signing time among the
     * attributes (ETSI EN 319 142-1, 6.3).
     */
    public static byte[] signPdf(byte[] content, SigningKey key, Instant signingTime) {
        return sign(content, key, signingTime, false);
    }

    private static byte[] sign(byte[] content, SigningKey key, Instant signingTime, boolean timed) {
        SigningGate.check(key, null, signingTime);
        try {
            X509Certificate certificate = key.certificate();
            ASN1EncodableVector attributes = new ASN1EncodableVector();
            if (timed) {
                attributes.add(attribute(
                        CMSAttributes.signingTime, new Time(Date.from(signingTime.truncatedTo(ChronoUnit.SECONDS)))));
            }
            attributes.add(attribute(
                    PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                    new SigningCertificateV2(new ESSCertIDv2(Hash.sha256(Certificates.der(certificate))))));
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                            .setSignedAttributeGenerator(new SignedAttributes(new AttributeTable(attributes), timed))
                            .build(key.signer(), certificate));
            generator.addCertificates(new JcaCertStore(key.chain()));
            // Without the argument Bouncy Castle writes BER, which many tools and the baseline profile do not take.
            return generator.generate(new CMSProcessableByteArray(content)).getEncoded(ASN1Encoding.DER);
        } catch (CMSException | OperatorCreationException | CertificateEncodingException | IOException e) {
            throw new VigilException(ErrorKind.FAILED, "VG-SEAL-SIGN", SealText.CANNOT_SIGN.with()).causedBy(e);
        }
    }

    /** Bouncy Castle's own, which would put the present in where no time is given. */
    private static final class SignedAttributes extends DefaultSignedAttributeTableGenerator {
        private final boolean timed;

        SignedAttributes(AttributeTable given, boolean timed) {
            super(given);
            this.timed = timed;
        }

        @Override
        @SuppressWarnings({"rawtypes", "JdkObsolete"})
        protected Hashtable createStandardAttributeTable(Map parameters) {
            Hashtable all = super.createStandardAttributeTable(parameters);
            if (!timed) {
                all.remove(CMSAttributes.signingTime);
            }
            return all;
        }
    }

    /** The SHA-256 that a timestamp authority has to stamp to make this signature level T: over the signature value. */
    public static byte[] timestampImprint(byte[] p7s) {
        try {
            return Hash.sha256(onlySigner(new CMSSignedData(Cms.parse(p7s))).getSignature());
        } catch (IOException | CMSException e) {
            throw new IllegalArgumentException("not a signature of one signer", e);
        }
    }

    /** The same signature with the token as unsigned attribute signature-time-stamp; signed bytes stay as they are. */
    public static byte[] addTimestamp(byte[] p7s, TimestampToken token) {
        try {
            CMSSignedData cms = new CMSSignedData(Cms.parse(p7s));
            SignerInformation signer = onlySigner(cms);
            AttributeTable old = signer.getUnsignedAttributes();
            ASN1EncodableVector attributes = old == null ? new ASN1EncodableVector() : old.toASN1EncodableVector();
            attributes.add(attribute(
                    PKCSObjectIdentifiers.id_aa_signatureTimeStampToken, ASN1Primitive.fromByteArray(token.bytes())));
            SignerInformation stamped =
                    SignerInformation.replaceUnsignedAttributes(signer, new AttributeTable(attributes));
            return CMSSignedData.replaceSigners(cms, new SignerInformationStore(List.of(stamped)))
                    .getEncoded(ASN1Encoding.DER);
        } catch (IOException | CMSException e) {
            throw new IllegalArgumentException("not a signature of one signer, or not a token", e);
        }
    }

    /**
     * The same signature with certificates and revocation lists added to the fields of that name in its SignedData, where EN 319 122-1,
     * clause 6.3, wants them at level LT; signed bytes stay as they are. What is there already is not added again.
     */
    static byte[] addValidationData(byte[] p7s, Collection<X509Certificate> certificates, Collection<X509CRL> lists) {
        try {
            SignedData old = SignedData.getInstance(Cms.parse(p7s).getContent());
            SignedData full = new SignedData(
                    old.getDigestAlgorithms(),
                    old.getEncapContentInfo(),
                    Cms.union(old.getCertificates(), Cms.encoded(certificates)),
                    Cms.union(old.getCRLs(), Cms.encodedLists(lists)),
                    old.getSignerInfos());
            return new ContentInfo(CMSObjectIdentifiers.signedData, full).getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalArgumentException("not a signature, or not certificates", e);
        }
    }

    private static Attribute attribute(org.bouncycastle.asn1.ASN1ObjectIdentifier type, ASN1Encodable value) {
        return new Attribute(type, new DERSet(value));
    }

    private static SignerInformation onlySigner(CMSSignedData cms) throws CMSException {
        if (cms.getSignerInfos().size() != 1) {
            throw new CMSException("not exactly one signer");
        }
        return cms.getSignerInfos().getSigners().iterator().next();
    }

    /**
     * Checks a detached signature strictly; never throws for what the bytes hold.
     *
     * @param validationTime now, or the time as of which certificates are judged when no trusted timestamp proves an earlier one
     */
    public static SignatureReport verify(byte[] p7s, byte[] content, TrustAnchors anchors, Instant validationTime) {
        return new SignatureCheck(anchors, validationTime).run(p7s, content);
    }

    /**
     * As {@link #verify} for a signature within a PDF.
     *
     * @param claimed when it was signed, as the PDF says
     */
    public static SignatureReport verifyPdf(
            byte[] p7s, byte[] content, Instant claimed, TrustAnchors anchors, Instant validationTime) {
        return new SignatureCheck(anchors, validationTime, claimed).run(p7s, content);
    }

    static String text(Instant t) {
        return DateTimeFormatter.ISO_INSTANT.format(
                t.atOffset(ZoneOffset.UTC).toInstant().truncatedTo(ChronoUnit.SECONDS));
    }
}
