package vn.vigil.seal;

/** Why a signature is not believed. */
public enum SignatureFault {
    /** Not a CMS SignedData, or bytes after it. */
    MALFORMED,
    /** Not exactly one signer, or the content stands inside instead of beside. */
    NOT_ONE_SIGNER,
    /** SHA-1, MD5, RSA below 2048 bits, EC below 256 bits, or an algorithm not on the list. */
    WEAK,
    /** The content is not what was signed. */
    CONTENT_CHANGED,
    /** The signature value does not fit key and attributes. */
    BROKEN,
    /** The signer's certificate is not in it, or not the one named by the signed attribute signing-certificate-v2. */
    CERTIFICATE_MISMATCH,
    /** The certificate may not be used to sign documents. */
    WRONG_USAGE,
    /** The certificate had not begun or had ended when the signature was made, or when it is judged without proof of an earlier time. */
    EXPIRED,
    /** Called back by its issuer before the proven time, or at any time when no earlier time is proven. */
    REVOKED,
    /** No path to a trusted root. */
    UNTRUSTED,
    /** The timestamp in it is not a good one for this signature. */
    BAD_TIMESTAMP
}
