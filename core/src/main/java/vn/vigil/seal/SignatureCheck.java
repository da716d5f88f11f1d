package vn.vigil.seal;

import java.io.IOException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
    private final Instant claimed;

    private X509Certificate signer;
    private boolean trusted;
    private Instant signingTime;
    private Instant provenTime;
    private Message timestamp;
    private List<X509Certificate> certificates;
    /** All lists in the signature and its timestamps; a null for each broken one. */
    private final List<X509CRL> inside = new ArrayList<>();
    /** Certificates in the signature and its timestamps. */
    private final Set<X509Certificate> held = new HashSet<>();
    /** The signer's path. */
    private List<X509Certificate> signerPath;
    /** The path of the authority whose stamp is the proven time. */
    private List<X509Certificate> stampPath;

    private RevocationFacts revocation = RevocationFacts.NONE;

    SignatureCheck(TrustAnchors anchors, Instant validationTime) {
        this(anchors, validationTime, null);
    }

    /** @param claimed the time that stands beside the signature and not in it; null where it stands in it */
    SignatureCheck(TrustAnchors anchors, Instant validationTime, Instant claimed) {
        this.anchors = anchors;
        this.validationTime = validationTime;
        this.claimed = claimed;
    }

    SignatureReport run(byte[] p7s, byte[] content) {
        try {
            return check(p7s, content);
        } catch (IOException | CMSException | ParseException | OperatorCreationException | RuntimeException e) {
            // Bouncy Castle answers malformed input with many kinds of unchecked exceptions; all mean the same here.
            return fault(SignatureFault.MALFORMED, SealText.SIGNATURE_MALFORMED.with());
        }
    }

    /**
     * A path that was found.
     *
     * @param certificates as {@link Chains.Found#path}
     * @param stamping whether it is the timestamp authority's
     */
    record Path(List<X509Certificate> certificates, boolean stamping) {}

    /** After {@link #run}: the signer's path and the one that the proven time rests on, as far as they were found. */
    List<Path> paths() {
        List<Path> paths = new ArrayList<>();
        if (signerPath != null) {
            paths.add(new Path(signerPath, false));
        }
        if (stampPath != null) {
            paths.add(new Path(stampPath, true));
        }
        return paths;
    }

    /** After {@link #run}: the certificates in the signature and its believed timestamps. */
    Set<X509Certificate> held() {
        return held;
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
        boolean twice = claimed != null && attributes.get(CMSAttributes.signingTime) != null;
        signingTime = claimed == null ? signingTime(attributes) : twice ? null : claimed;
        if (signingTime == null) {
            return fault(SignatureFault.MALFORMED, SealText.NO_SIGNING_TIME.with(name));
        }
        certificates = Cms.certificates(cms);
        held.addAll(certificates);
        inside.addAll(Cms.lists(data));
        Message forged = timestamps(one);
        if (forged != null) {
            return fault(SignatureFault.BAD_TIMESTAMP, forged);
        }
        return trust(name);
    }

    private static Instant signingTime(AttributeTable attributes) throws ParseException {
        ASN1Encodable value = Cms.single(attributes, CMSAttributes.signingTime);
        if (value instanceof ASN1UTCTime utc) {
            return utc.getAdjustedDate().toInstant();
        }
        return value instanceof ASN1GeneralizedTime general ? general.getDate().toInstant() : null;
    }

    /**
     * Looks at every signature timestamp. One that cannot be a timestamp of this signature condemns it; one of an unknown, ended
     * or revoked authority only proves nothing.
     *
     * @return the fault of a forged one, or null
     */
    private Message timestamps(SignerInformation one) throws IOException {
        AttributeTable unsigned = one.getUnsignedAttributes();
        if (unsigned == null) {
            return null;
        }
        byte[] imprint = Hash.sha256(one.getSignature());
        Crls beside = new Crls(Cms.whole(inside));
        var all = unsigned.getAll(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
        for (int i = 0; i < all.size(); i++) {
            for (ASN1Encodable value : Attribute.getInstance(all.get(i)).getAttributeValues()) {
                try {
                    byte[] token = value.toASN1Primitive().getEncoded(ASN1Encoding.BER);
                    TimestampToken.Believed believed =
                            TimestampToken.verify(token, imprint, anchors, validationTime, certificates, beside);
                    inside.addAll(believed.inside());
                    held.addAll(believed.certificates());
                    Instant time = believed.token().time();
                    if (provenTime == null || time.isBefore(provenTime)) {
                        provenTime = time;
                        stampPath = believed.path();
                    }
                } catch (TimestampException e) {
                    timestamp = e.reason();
                    if (e.fault() != TimestampFault.UNTRUSTED
                            && e.fault() != TimestampFault.EXPIRED
                            && e.fault() != TimestampFault.REVOKED) {
                        return e.reason();
                    }
                }
            }
        }
        return null;
    }

    private SignatureReport trust(String name) {
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
        Chains.Found found = Chains.find(signer, certificates, anchors, judged);
        trusted = found.trusted();
        signerPath = trusted ? found.path() : null;
        return switch (found.trust()) {
            case TRUSTED -> revocation(judged);
            case WEAK -> fault(SignatureFault.WEAK, SealText.WEAK_CHAIN.with(name));
            case UNTRUSTED ->
                fault(
                        SignatureFault.UNTRUSTED,
                        SealText.UNTRUSTED.with(
                                name, CertificateFacts.of(signer).issuer()));
        };
    }

    private SignatureReport revocation(Instant judged) {
        Crls own = new Crls(Cms.whole(inside));
        Crls.Standing all = own.and(anchors.lists()).judge(signerPath, judged, false);
        Crls.Standing standing = own.judge(signerPath, judged, false);
        Set<X509CRL> used = new LinkedHashSet<>(standing.used());
        X509Certificate unknown = standing.unknown();
        if (stampPath != null) {
            Crls.Standing stamp = own.judge(stampPath, provenTime, true);
            used.addAll(stamp.used());
            unknown = unknown == null ? stamp.unknown() : unknown;
        }
        boolean asked = all.revoked() == null && stampPath != null;
        revocation = new RevocationFacts(
                asked && unknown == null,
                asked && unknown != null
                        ? SealText.LIST_MISSING.with(
                                CertificateFacts.of(unknown).name())
                        : null,
                all.since(),
                used.stream().map(SignatureCheck::issue).toList(),
                inside.size() - (int) inside.stream().filter(used::contains).count());
        return all.revoked() == null
                ? fault(null, null)
                : fault(
                        SignatureFault.REVOKED,
                        SealText.REVOKED.with(CertificateFacts.of(all.revoked()).name(), Cades.text(all.since())));
    }

    private static RevocationFacts.Issue issue(X509CRL list) {
        return new RevocationFacts.Issue(
                CertificateFacts.text(list.getIssuerX500Principal()),
                list.getThisUpdate().toInstant(),
                list.getNextUpdate() == null ? null : list.getNextUpdate().toInstant());
    }

    private SignatureReport fault(SignatureFault fault, Message reason) {
        return new SignatureReport(fault, reason, signer, trusted, signingTime, provenTime, timestamp, revocation);
    }
}
