package vn.vigil.roster.plan;

import java.time.Instant;
import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;
import vn.vigil.roster.book.SlotKey;

/**
 * Where the roster differs from what was published.
 *
 * @param publication id of the publication
 * @param span the part of the seat's time; null: the whole
 * @param before as published; null: nobody
 * @param after as it is; null: nobody
 * @param source where the holder comes from
 * @param reason why; null where nobody gave one, such as when somebody left
 * @param erratum whether it puts a past duty right
 * @param at when it was entered; null where nobody entered it
 * @param by who entered it: member id, or {@code os:<account>}; or null
 */
public record Difference(
        String publication,
        SlotKey slot,
        TimeSpan span,
        MemberId before,
        MemberId after,
        Source source,
        String reason,
        boolean erratum,
        Instant at,
        String by) {}
