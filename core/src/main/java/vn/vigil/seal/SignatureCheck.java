package vn.vigil.seal;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import vn.vigil.base.Message;

/** One check of one signature, in the order in which each step may rely on the one before. */
final class SignatureCheck {
    private final TrustAnchors anchors;
    private final Instant validationTime;

    private X509Certificate signer;
    private boolean trusted;
    private Instant signingTime;
    private Instant provenTime;
    private Message timestamp;

    SignatureCheck(TrustAnchors anchors, Instant validationTime) {
        this.anchors = anchors;
        this.validationTime = validationTime;
    }

    SignatureReport run(byte[] p7s, byte[] content) {
        try {
            return check(p7s, content);
        } catch (IOException | CMSException | ParseException | OperatorCreationException | RuntimeException e) {
            // Bouncy Castle answers malformed input with many kinds of unchecked exceptions; all mean the same here.
            return fault(SignatureFault.MALFORMED, SealText.SIGNATURE_MALFORMED.with());
        }
    }

    private SignatureReport check(byte[] p7s, byte[] content)
            throws IOException, CMSException, ParseException, OperatorCreationException {
        ContentInfo info = Cms.parse(p7s);
        if (!info.getContentType().equals(CMSObjectIdentifiers.signedData)) {
            return fault(SignatureFault.MALFORMED, SealText.SIGNATURE_MALFORMED.with());
        }
        SignedData data = SignedData.getInstance(info.getContent());
        if (data.getSignerInfos().size() != 1 || data.getEncapContentInfo().getContent() != null) {
            return fault(SignatureFault.NOT_ONE_SIGNER, SealText.NOT_ONE_SIGNER.with());
        }
        CMSSignedData cms = new CMSSignedData(new CMSProcessableByteArray(content), info);
        SignerInformation one = cms.getSignerInfos().getSigners().iterator().next();
        signer = Cms.signer(cms, one);
        if (signer == null) {
            return fault(SignatureFault.CERTIFICATE_MISMATCH, SealText.CERTIFICATE_MISMATCH.with());
        }
        String name = CertificateFacts.of(signer).name();
        if (!Cms.strong(one) || !Algorithms.strong(signer)) {
            return fault(SignatureFault.WEAK, SealText.WEAK_SIGNATURE.with(name));
        }
        AttributeTable attributes = one.getSignedAttributes();
        if (!CMSObjectIdentifiers.data.equals(Cms.single(attributes, CMSAttributes.contentType))
                || Cms.single(attributes, CMSAttributes.messageDigest) == null) {
            return fault(SignatureFault.MALFORMED, SealText.SIGNATURE_MALFORMED.with());
        }
        if (!Cms.names(attributes, signer)) {
            return fault(SignatureFault.CERTIFICATE_MISMATCH, SealText.CERTIFICATE_MISMATCH.with());
        }
        try {
            // By key, not certificate: its validity is judged below, at the proven time.
            if (!one.verify(new JcaSignerInfoVerifierBuilder(new JcaDigestCalculatorProviderBuilder().build())
                    .build(signer.getPublicKey()))) {
                return fault(SignatureFault.BROKEN, SealText.SIGNATURE_BROKEN.with(name));
            }
        } catch (CMSSignerDigestMismatchException e) {
            return fault(SignatureFault.CONTENT_CHANGED, SealText.CONTENT_CHANGED.with(name));
        } catch (CMSException e) {
            return fault(SignatureFault.BROKEN, SealText.SIGNATURE_BROKEN.with(name));
        }
        signingTime = signingTime(attributes);
        if (signingTime == null) {
            return fault(SignatureFault.MALFORMED, SealText.NO_SIGNING_TIME.with(name));
        }
        Message forged = timestamps(one);
        if (forged != null) {
            return fault(SignatureFault.BAD_TIMESTAMP, forged);
        }
        return trust(Cms.certificates(cms), name);
    }

    private static Instant signingTime(AttributeTable attributes) throws ParseException {
        ASN1Encodable value = Cms.single(attributes, CMSAttributes.signingTime);
        if (value instanceof ASN1UTCTime utc) {
            return utc.getAdjustedDate().toInstant();
        }
        return value instanceof ASN1GeneralizedTime general ? general.getDate().toInstant() : null;
    }

    /**
     * Looks at every signature timestamp. One that cannot be a timestamp of this signature condemns it; one of an unknown or ended
     * authority only proves nothing.
     *
     * @return the fault of a forged one, or null
     */
    private Message timestamps(SignerInformation one) throws IOException {
        AttributeTable unsigned = one.getUnsignedAttributes();
        if (unsigned == null) {
            return null;
        }
        byte[] imprint = Hash.sha256(one.getSignature());
        var all = unsigned.getAll(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
        for (int i = 0; i < all.size(); i++) {
            for (ASN1Encodable value : Attribute.getInstance(all.get(i)).getAttributeValues()) {
                try {
                    byte[] token = value.toASN1Primitive().getEncoded(ASN1Encoding.BER);
                    Instant time = TimestampToken.verify(token, imprint, anchors, validationTime)
                            .time();
                    provenTime = provenTime == null || time.isBefore(provenTime) ? time : provenTime;
                } catch (TimestampException e) {
                    timestamp = e.reason();
                    if (e.fault() != TimestampFault.UNTRUSTED && e.fault() != TimestampFault.EXPIRED) {
                        return e.reason();
                    }
                }
            }
        }
        return null;
    }

    private SignatureReport trust(List<X509Certificate> others, String name) {
        if (!Algorithms.maySeal(signer)) {
            return fault(SignatureFault.WRONG_USAGE, SealText.WRONG_USAGE.with(name));
        }
        Instant judged = provenTime == null ? validationTime : provenTime;
        for (Instant t : List.of(signingTime, judged)) {
            if (!Chains.within(signer, t)) {
                CertificateFacts facts = CertificateFacts.of(signer);
                return fault(
                        SignatureFault.EXPIRED,
                        SealText.EXPIRED.with(
                                name, Cades.text(facts.notBefore()), Cades.text(facts.notAfter()), Cades.text(t)));
            }
        }
        Chains.Trust trust = Chains.judge(signer, others, anchors, judged);
        trusted = trust == Chains.Trust.TRUSTED;
        return switch (trust) {
            case TRUSTED -> fault(null, null);
            case WEAK -> fault(SignatureFault.WEAK, SealText.WEAK_CHAIN.with(name));
            case UNTRUSTED ->
                fault(
                        SignatureFault.UNTRUSTED,
                        SealText.UNTRUSTED.with(
                                name, CertificateFacts.of(signer).issuer()));
        };
    }

    private SignatureReport fault(SignatureFault fault, Message reason) {
        return new SignatureReport(fault, reason, signer, trusted, signingTime, provenTime, timestamp);
    }
}
