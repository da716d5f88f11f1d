package vn.vigil.roster.watch;

import java.time.Instant;
import vn.vigil.roster.book.SlotKey;

/**
 * Somebody else stands a part of a seat's time.
 *
 * @param from within the shift; null: its beginning
 * @param to within the shift; null: its end
 * @param person id or name
 * @param reason not blank
 * @param anyway though a hard rule of the roster speaks against it
 */
public record AddOverride(SlotKey slot, Instant from, Instant to, String person, String reason, boolean anyway) {}
