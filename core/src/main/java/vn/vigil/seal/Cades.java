package vn.vigil.seal;

import java.time.Instant;

/**
 * Detached CAdES signatures (ETSI EN 319 122-1 baseline B and T over RFC 5652), DER, SHA-256. Stateless; safe for several threads.
 */
public final class Cades {
    private Cades() {}

    /**
     * Signs the content, with signing-certificate-v2, content type, signing time and message digest as signed attributes, and the
     * whole chain inside. The same input, key and time give the same bytes when the key is RSA.
     *
     * @param signingTime the signer's own clock; kept to the second
     * @return the signature, DER
     * @throws vn.vigil.base.VigilException {@code REFUSED} when the certificate is not valid at that time, too weak, or not meant for signing
     */
    public static byte[] sign(byte[] content, SigningKey key, Instant signingTime) {
        throw new UnsupportedOperationException();
    }

    /** The SHA-256 that a timestamp authority has to stamp to make this signature level T. */
    public static byte[] timestampImprint(byte[] p7s) {
        throw new UnsupportedOperationException();
    }

    /** The same signature with the token as unsigned attribute signature-time-stamp; signed bytes stay as they are. */
    public static byte[] addTimestamp(byte[] p7s, TimestampToken token) {
        throw new UnsupportedOperationException();
    }

    /**
     * Checks a detached signature strictly; never throws for what the bytes hold.
     *
     * @param validationTime now, or the time as of which certificates are judged when no trusted timestamp proves an earlier one
     */
    public static SignatureReport verify(byte[] p7s, byte[] content, TrustAnchors anchors, Instant validationTime) {
        throw new UnsupportedOperationException();
    }
}
