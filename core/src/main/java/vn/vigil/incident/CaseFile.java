package vn.vigil.incident;

import java.util.List;
import vn.vigil.hold.Held;

/**
 * Everything on record of one incident.
 *
 * @param original what was told first
 * @param events in the order of entering
 */
public record CaseFile(
        Incident incident,
        OpenIncident original,
        List<Step> steps,
        List<OnWatch> watch,
        List<CaseEvent> events,
        List<Task> tasks,
        List<Held> holds) {
    public CaseFile {
        steps = List.copyOf(steps);
        watch = List.copyOf(watch);
        events = List.copyOf(events);
        tasks = List.copyOf(tasks);
        holds = List.copyOf(holds);
    }
}
