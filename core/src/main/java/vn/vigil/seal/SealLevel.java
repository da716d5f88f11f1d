package vn.vigil.seal;

/** How much a signature proves by itself (ETSI EN 319 122-1, baseline levels), in rising order. */
public enum SealLevel {
    /** Who, but not when. */
    B,
    /** Who, and that it existed at the time a trusted authority stamped. */
    T,
    /** Also that no certificate was revoked then: nothing but the roots is needed to see it, also when all certificates have ended. */
    LT
}
