package vn.vigil.witness;

import java.time.Instant;
import vn.vigil.base.Message;
import vn.vigil.ledger.Checkpoint;

/**
 * A signed head of the ledger.
 *
 * @param head what it says
 * @param note the signed note (C2SP)
 * @param vkey by which key it is believed
 * @param token RFC 3161 token over the note, DER; null when there is none
 * @param stampedAt the token's time; null without one
 * @param timestampMissing why the configured authority gave none; null when it did, or none is configured
 * @param unchanged it was signed before over the same entries
 */
public record SignedHead(
        Checkpoint head,
        byte[] note,
        String vkey,
        byte[] token,
        Instant stampedAt,
        Message timestampMissing,
        boolean unchanged) {}
