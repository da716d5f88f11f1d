package vn.vigil.roster.watch;

import java.time.Instant;
import vn.vigil.roster.book.SlotKey;

/**
 * Somebody comes on watch, or goes.
 *
 * @param person for whom it is entered, id or name; null: the actor
 * @param slot which duty; null: found by the time
 * @param at when; null: now
 */
public record CheckIn(String person, SlotKey slot, Instant at) {}
