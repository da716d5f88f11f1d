package vn.vigil.roster.watch;

import java.time.Instant;
import vn.vigil.base.CaseId;

/**
 * Somebody takes a watch over.
 *
 * @param handover its number; null: the one that waits for that person
 * @param paper whether it was signed on paper
 * @param person who took over, id or name, on paper only; null: the actor
 * @param at when it was signed, on paper only; null: now
 * @param sheet where the paper stands, or null
 * @param scanSha256 of the scanned sheet, hexadecimal, or null
 */
public record AcceptHandover(
        CaseId handover, boolean paper, String person, Instant at, String sheet, String scanSha256) {}
