package vn.vigil.seal;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
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
     * Checks a token strictly: for these bytes, by a certificate critically meant for timestamps only, strong, and under a trusted
     * root, valid both when it stamped and when it is judged (an authority's leaked old key could back-date otherwise).
     *
     * @param imprint SHA-256 of what was stamped
     * @return the token, believed
     * @throws TimestampException with the first fault found
     */
    public static TimestampToken verify(byte[] token, byte[] imprint, TrustAnchors anchors, Instant validationTime)
            throws TimestampException {
        try {
            CMSSignedData cms = new CMSSignedData(Cms.parse(token));
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
            if (!Chains.within(authority, validationTime)) {
                throw fault(TimestampFault.EXPIRED, SealText.STAMP_EXPIRED.with(name));
            }
            Chains.Trust now = Chains.judge(authority, Cms.certificates(cms), anchors, validationTime);
            if (now == Chains.Trust.WEAK) {
                throw fault(TimestampFault.WEAK, SealText.STAMP_WEAK.with(name));
            }
            if (now == Chains.Trust.UNTRUSTED
                    || Chains.judge(authority, Cms.certificates(cms), anchors, time) != Chains.Trust.TRUSTED) {
                throw fault(TimestampFault.UNTRUSTED, SealText.STAMP_UNTRUSTED.with(name));
            }
            return new TimestampToken(token.clone(), time);
        } catch (IOException | CMSException | TSPException | OperatorCreationException | RuntimeException e) {
            // Bouncy Castle answers malformed input with many kinds of unchecked exceptions; all mean the same here.
            throw new TimestampException(TimestampFault.BROKEN, SealText.STAMP_BROKEN.with(), e);
        }
    }

    private static TimestampException fault(TimestampFault fault, Message reason) {
        return new TimestampException(fault, reason, null);
    }
}
