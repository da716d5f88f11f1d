package vn.vigil.roster.plan;

import java.util.Map;
import vn.vigil.people.Member;

/**
 * A member's account in the fairness ledger.
 *
 * @param entries one for each measure
 * @param availableDays days of the period on which they could be put on watch, leave and absence taken out in parts of days
 */
public record Account(Member member, Map<Measure, Entry> entries, double availableDays) {
    public Account {
        entries = Map.copyOf(entries);
    }

    /**
     * Minutes for hours, else duties.
     *
     * @param done what was or is to be stood
     * @param target the fair share, weighted by availability
     * @param carry what former closed quarters left over; positive: did more than the share
     */
    public record Entry(double done, double target, double carry) {
        /** What is left over now; negative: owes the watch. */
        public double balance() {
            return carry + done - target;
        }
    }

    public Entry of(Measure measure) {
        return entries.get(measure);
    }
}
