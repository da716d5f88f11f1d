package vn.vigil.roster.plan;

import java.time.LocalDate;
import java.util.List;
import vn.vigil.roster.book.SlotKey;

/**
 * What generating came to.
 *
 * @param unchanged whether nothing was to be done
 * @param capacity the arithmetic first
 * @param engine what filled it: {@code pattern} or {@code solve}; null when unchanged
 * @param effort moves of the search
 * @param seats seats that members stand
 * @param filled how many of them have a holder now
 * @param open those without, in order
 * @param changes seats that change hands, in order
 * @param free office hours that are free because of duties before
 * @param inputs SHA-256 of what decided, hexadecimal
 * @param digest SHA-256 of the seats, hexadecimal
 * @param proof {@code optimal}, {@code not-proven}, or null when none was wanted
 */
public record Generated(
        boolean unchanged,
        LocalDate from,
        LocalDate to,
        Capacity capacity,
        String engine,
        long seed,
        long effort,
        int seats,
        int filled,
        List<SlotKey> open,
        List<CellChange> changes,
        List<FreeTime> free,
        String inputs,
        String digest,
        String proof) {}
