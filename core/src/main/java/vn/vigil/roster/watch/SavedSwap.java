package vn.vigil.roster.watch;

import java.util.List;
import vn.vigil.base.MemberId;
import vn.vigil.roster.plan.Objection;

/**
 * What became of a swap.
 *
 * @param effects what it changes in the ledger of duties; the sums of all members are nought
 * @param objections what soft rules say against it
 * @param unchanged it was so already
 */
public record SavedSwap(Swap swap, List<Effect> effects, List<Objection> objections, boolean unchanged) {
    public SavedSwap {
        effects = List.copyOf(effects);
        objections = List.copyOf(objections);
    }

    /**
     * What one member gains, or loses where negative.
     *
     * @param minutes of duty
     * @param nights duties with at least three hours between 22:00 and 06:00
     * @param weekendDays duties that begin on a Saturday or Sunday
     * @param holidays duties that begin on a public holiday
     */
    public record Effect(MemberId member, String name, long minutes, int nights, int weekendDays, int holidays) {}
}
