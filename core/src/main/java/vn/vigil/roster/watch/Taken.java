package vn.vigil.roster.watch;

import java.util.List;
import vn.vigil.base.TimeSpan;
import vn.vigil.roster.plan.Duty;
import vn.vigil.roster.plan.Objection;

/**
 * A part of a seat's time that somebody else stands.
 *
 * @param duty as it stood before
 * @param person who stands it
 * @param attendance that they are there; null when that is still to come
 * @param objections what rules say against it
 * @param unchanged it was so already
 */
public record Taken(
        Duty duty,
        TimeSpan part,
        Stand.Person person,
        Attendance attendance,
        List<Objection> objections,
        boolean unchanged) {
    public Taken {
        objections = List.copyOf(objections);
    }
}
