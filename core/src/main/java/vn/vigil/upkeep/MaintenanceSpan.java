package vn.vigil.upkeep;

import java.util.List;
import vn.vigil.base.CaseId;
import vn.vigil.base.TimeSpan;

/**
 * Time within which a camera is being worked on.
 *
 * @param plannedBeforehand it had been announced when it came: no alarm, and outside availability. When false, downtime counts
 *     like any other
 * @param works whose windows these are, by number
 */
public record MaintenanceSpan(TimeSpan span, boolean plannedBeforehand, List<CaseId> works) {
    public MaintenanceSpan {
        works = List.copyOf(works);
    }
}
