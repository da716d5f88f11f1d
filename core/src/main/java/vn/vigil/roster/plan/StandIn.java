package vn.vigil.roster.plan;

import java.time.Instant;
import java.util.List;
import vn.vigil.people.Member;

/**
 * Somebody who could stand a seat in another's place.
 *
 * @param member with telephone number, if one is on record
 * @param balanceMinutes done less the fair share, with what former quarters left over; negative: owes the watch
 * @param lastEnd when the last duty before the seat ends; null: none on record
 * @param objections what rules say against it; empty or all soft when it is lawful
 */
public record StandIn(Member member, long balanceMinutes, Instant lastEnd, List<Objection> objections) {
    public StandIn {
        objections = List.copyOf(objections);
    }

    /** Whether no hard rule forbids it. */
    public boolean lawful() {
        for (Objection objection : objections) {
            if (objection.hard()) {
                return false;
            }
        }
        return true;
    }
}
