package vn.vigil.roster.plan;

import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;
import vn.vigil.roster.book.SlotKey;

/**
 * A part of a seat's time that somebody else stands. It never moves the shift's borders.
 *
 * @param span within the shift
 */
public record Stretch(SlotKey slot, TimeSpan span, MemberId member, Source source, String reason) {}
