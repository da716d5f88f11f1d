package vn.vigil.incident;

import java.time.Instant;
import vn.vigil.base.MemberId;
import vn.vigil.roster.book.SeatRole;

/**
 * Who was to be on watch when it happened.
 *
 * @param member null for an outside body
 * @param name of the member or the body
 * @param checkedIn null when nobody said that they came
 */
public record OnWatch(String post, String shift, SeatRole role, MemberId member, String name, Instant checkedIn) {}
