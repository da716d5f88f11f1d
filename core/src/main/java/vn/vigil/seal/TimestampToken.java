package vn.vigil.seal;

import java.time.Instant;

/**
 * An RFC 3161 token.
 *
 * @param bytes the CMS SignedData, DER
 * @param time when the authority says it saw the bytes
 */
public record TimestampToken(byte[] bytes, Instant time) {
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
        throw new UnsupportedOperationException();
    }
}
