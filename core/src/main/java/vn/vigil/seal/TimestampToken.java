package vn.vigil.seal;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import vn.vigil.base.Message;

/**
 * An RFC 3161 token.
 *
 * @param bytes the CMS SignedData, DER
 * @param time when the authority says it saw the bytes
 */
public record TimestampToken(byte[] bytes, Instant time) {
    private static final String SHA256 = "2.16.840.1.101.3.4.2.1";

    /**
     * A token that is believed, and what it rests on.
     *
     * @param path the authority's certificate first, the trusted root last
     * @param certificates those in the token
     * @param inside revocation lists within the token; a null for each broken one
     */
    record Believed(
            TimestampToken token,
            List<X509Certificate> path,
            List<X509Certificate> certificates,
            List<X509CRL> inside) {}

    /**
     * Checks a token strictly: for these bytes, by a certificate critically meant for timestamps only, strong, and under a trusted
     * root, valid both when it stamped and when it is judged (an authority's leaked old key could back-date otherwise).
     *
     * @param imprint SHA-256 of what was stamped
     * @return the token, believed
     * @throws TimestampException with the first fault found
     */
    public static TimestampToken verify(byte[] token, byte[] imprint, TrustAnchors anchors, Instant validationTime)
            throws TimestampException {
        return verify(token, imprint, anchors, validationTime, List.of(), Crls.NONE)
                .token();
    }

    /**
     * As {@link #verify(byte[], byte[], TrustAnchors, Instant)}; and when revocation lists tell that the authority's certificates were
     * good when it stamped, these may have ended since.
     *
     * @param more certificates beside those in the token
     * @param known revocation lists beside those in the token and the anchors' own
     */
    static Believed verify(
            byte[] token,
            byte[] imprint,
            TrustAnchors anchors,
            Instant validationTime,
            List<X509Certificate> more,
            Crls known)
            throws TimestampException {
        try {
            ContentInfo info = Cms.parse(token);
            CMSSignedData cms = new CMSSignedData(info);
            if (cms.getSignerInfos().size() != 1) {
                throw fault(TimestampFault.BROKEN, SealText.STAMP_BROKEN.with());
            }
            TimeStampToken parsed = new TimeStampToken(cms);
            if (!parsed.getTimeStampInfo().getMessageImprintAlgOID().getId().equals(SHA256)
                    || !MessageDigest.isEqual(parsed.getTimeStampInfo().getMessageImprintDigest(), imprint)) {
                throw fault(TimestampFault.WRONG_IMPRINT, SealText.STAMP_WRONG_IMPRINT.with());
            }
            SignerInformation one = cms.getSignerInfos().getSigners().iterator().next();
            X509Certificate authority = Cms.signer(cms, one);
            if (authority == null) {
                throw fault(TimestampFault.BROKEN, SealText.STAMP_BROKEN.with());
            }
            String name = CertificateFacts.of(authority).name();
            if (!Cms.strong(one) || !Algorithms.strong(authority)) {
                throw fault(TimestampFault.WEAK, SealText.STAMP_WEAK.with(name));
            }
            if (!Algorithms.mayStamp(authority)) {
                throw fault(TimestampFault.WRONG_USAGE, SealText.STAMP_WRONG_USAGE.with(name));
            }
            // Signature, the signed attribute naming the certificate, and its validity at the stamped time.
            parsed.validate(new JcaSignerInfoVerifierBuilder(new JcaDigestCalculatorProviderBuilder().build())
                    .build(authority));
            Instant time = parsed.getTimeStampInfo().getGenTime().toInstant();
            List<X509Certificate> own = Cms.certificates(cms);
            List<X509Certificate> certificates = new ArrayList<>(own);
            certificates.addAll(more);
            Chains.Found then = Chains.find(authority, certificates, anchors, time);
            if (then.trust() == Chains.Trust.WEAK) {
                throw fault(TimestampFault.WEAK, SealText.STAMP_WEAK.with(name));
            }
            boolean ended = !Chains.find(authority, certificates, anchors, validationTime)
                    .trusted();
            if (!then.trusted()) {
                throw ended && !Chains.within(authority, validationTime)
                        ? fault(TimestampFault.EXPIRED, SealText.STAMP_EXPIRED.with(name))
                        : fault(TimestampFault.UNTRUSTED, SealText.STAMP_UNTRUSTED.with(name));
            }
            List<X509CRL> inside = Cms.lists(SignedData.getInstance(info.getContent()));
            Crls.Standing standing =
                    known.and(Cms.whole(inside)).and(anchors.lists()).judge(then.path(), time, true);
            if (standing.revoked() != null) {
                throw fault(
                        TimestampFault.REVOKED,
                        SealText.STAMP_REVOKED.with(
                                CertificateFacts.of(standing.revoked()).name(), Cades.text(standing.since())));
            }
            if (ended && !standing.complete()) {
                throw fault(TimestampFault.EXPIRED, SealText.STAMP_EXPIRED.with(name));
            }
            return new Believed(new TimestampToken(token.clone(), time), then.path(), own, inside);
        } catch (IOException | CMSException | TSPException | OperatorCreationException | RuntimeException e) {
            // Bouncy Castle answers malformed input with many kinds of unchecked exceptions; all mean the same here.
            throw new TimestampException(TimestampFault.BROKEN, SealText.STAMP_BROKEN.with(), e);
        }
    }

    private static TimestampException fault(TimestampFault fault, Message reason) {
        return new TimestampException(fault, reason, null);
    }
}
