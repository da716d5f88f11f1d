package vn.vigil.ledger;

import java.time.Instant;

/**
 * An intent without an outcome: the process may have died between the two, or still be at work.
 *
 * @param seq the intent's number, to be handed to {@link Ledger#outcome}
 * @param time when it was entered
 * @param act what was intended
 * @param subject on what
 * @param body the whole entry, canonical JSON
 */
public record Unfinished(long seq, Instant time, String act, String subject, String body) {}
