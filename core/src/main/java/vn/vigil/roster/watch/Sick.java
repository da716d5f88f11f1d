package vn.vigil.roster.watch;

import java.util.List;
import vn.vigil.base.TimeSpan;
import vn.vigil.roster.book.Leave;
import vn.vigil.roster.plan.Duty;
import vn.vigil.roster.plan.StandIn;

/**
 * Somebody is off sick, and what that opens.
 *
 * @param leave the leave on record
 * @param unchanged nothing was changed by this call
 */
public record Sick(Stand.Person person, Leave leave, List<Opened> opened, boolean unchanged) {
    public Sick {
        opened = List.copyOf(opened);
    }

    /**
     * A duty, or the rest of one, that they cannot stand.
     *
     * @param standIns who may lawfully stand in, the one who owes most first
     * @param replacement who stands in; null: nobody yet
     */
    public record Opened(Duty duty, TimeSpan part, List<StandIn> standIns, Stand.Person replacement) {
        public Opened {
            standIns = List.copyOf(standIns);
        }
    }
}
