package vn.vigil.ledger;

import java.time.Instant;

/**
 * A checkpoint as it was made.
 *
 * @param note the signed note
 * @param token RFC 3161 token over it, DER; null when no authority stamped it
 * @param madeAt when
 */
public record Remembered(byte[] note, byte[] token, Instant madeAt) {}
