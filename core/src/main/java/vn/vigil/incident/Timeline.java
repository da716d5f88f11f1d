package vn.vigil.incident;

import java.time.Duration;
import java.util.List;

/** An incident and how long its steps took. */
public record Timeline(Incident incident, List<Step> steps) {
    public Timeline {
        steps = List.copyOf(steps);
    }

    /** Since it was noticed until a step; null while that has not happened. */
    public Duration until(Step.What what) {
        for (Step step : steps) {
            if (step.what() == what) {
                return step.after();
            }
        }
        return null;
    }
}
