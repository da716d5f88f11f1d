package vn.vigil.seal;

import java.security.cert.X509Certificate;
import java.time.Instant;
import vn.vigil.base.Message;

/**
 * What became of the check of one signature. Also filled, as far as it got, when the signature is not valid.
 *
 * @param fault null when the signature is valid
 * @param reason the fault in a sentence; null when valid
 * @param signer the signer's certificate; null when it was not found
 * @param chainTrusted a path from the signer to a trusted root was found
 * @param signingTime the time the signer claims; null when absent
 * @param provenTime the time that a trusted authority stamped; null when none did
 * @param timestamp the reason why a timestamp that is there proves nothing; null when there is none or it is good
 * @param revocation what is known of certificates called back
 */
public record SignatureReport(
        SignatureFault fault,
        Message reason,
        X509Certificate signer,
        boolean chainTrusted,
        Instant signingTime,
        Instant provenTime,
        Message timestamp,
        RevocationFacts revocation) {

    public boolean valid() {
        return fault == null;
    }

    /** What the signature proves by itself; means something only while it is valid. */
    public SealLevel level() {
        return provenTime == null ? SealLevel.B : revocation.complete() ? SealLevel.LT : SealLevel.T;
    }

    /** True when the signer's certificate is one for trials: it binds nobody outside. */
    public boolean trial() {
        return signer != null && CertificateFacts.of(signer).trial();
    }
}
