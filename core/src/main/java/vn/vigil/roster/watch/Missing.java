package vn.vigil.roster.watch;

import java.util.List;
import vn.vigil.roster.plan.Duty;
import vn.vigil.roster.plan.StandIn;

/**
 * Somebody who should be on watch and never came.
 *
 * @param person who
 * @param lateMinutes since the duty began
 * @param standIns who may stand in lawfully, the one who owes most first
 * @param news whether leader and deputy are told now, for the first time
 */
public record Missing(Duty duty, Stand.Person person, long lateMinutes, List<StandIn> standIns, boolean news) {
    public Missing {
        standIns = List.copyOf(standIns);
    }
}
