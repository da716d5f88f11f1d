package vn.vigil.seal;

/** Why a timestamp was not had, or is not believed. */
public enum TimestampFault {
    /** No connection, or an address that the rules forbid. */
    UNREACHABLE,
    /** No whole answer before the deadline. */
    TOO_SLOW,
    /** An HTTP status other than 200. */
    HTTP_STATUS,
    /** Not a timestamp reply: a web page, or cut off. */
    NOT_A_REPLY,
    /** The authority says no. */
    REJECTED,
    /** An answer to another question. */
    WRONG_NONCE,
    /** A stamp for other bytes. */
    WRONG_IMPRINT,
    /** The token's signature does not hold. */
    BROKEN,
    /** SHA-1, short keys. */
    WEAK,
    /** The certificate is not meant for timestamps alone. */
    WRONG_USAGE,
    /** The authority's certificate has ended since, and no revocation data shows that its key was good to the end. */
    EXPIRED,
    /** Called back by its issuer, so that this stamp proves nothing (RFC 3161, section 4). */
    REVOKED,
    /** No path to a trusted root. */
    UNTRUSTED
}
