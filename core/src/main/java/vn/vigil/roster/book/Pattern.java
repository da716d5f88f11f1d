package vn.vigil.roster.book;

import java.time.LocalDate;
import java.util.List;
import vn.vigil.base.MemberId;

/**
 * A cycle that crews walk through.
 *
 * @param id short name
 * @param cycle for each day of the cycle the id of the shift that the crew stands; null: a day off
 * @param anchor the day on which a crew of offset 0 is at the cycle's first day
 * @param crews at least one
 * @param from first day it is used
 * @param until last day; null: open
 */
public record Pattern(
        String id, List<String> cycle, LocalDate anchor, List<Crew> crews, LocalDate from, LocalDate until) {
    /**
     * People who walk the cycle together.
     *
     * @param offset days by which the crew is ahead of the anchor, 0 to the cycle's length − 1
     * @param members in the order in which they take the shift's seats
     */
    public record Crew(String name, int offset, List<MemberId> members) {
        public Crew {
            members = List.copyOf(members);
        }
    }

    public Pattern {
        cycle = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(cycle));
        crews = List.copyOf(crews);
    }

    public boolean on(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /** The shift that a crew stands on a day, or null. */
    public String shift(Crew crew, LocalDate day) {
        long place = Math.floorMod(day.toEpochDay() - anchor.toEpochDay() + crew.offset(), (long) cycle.size());
        return cycle.get((int) place);
    }
}
