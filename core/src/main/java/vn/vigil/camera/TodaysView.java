package vn.vigil.camera;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.Raster;

/**
 * What one look at a camera's picture showed. Neither its clock nor its recorder was asked.
 *
 * @param at when the look began
 * @param findings what is wrong with the stream and the picture; empty: nothing
 * @param light null when no picture was measured
 * @param values what was measured; nothing for what could not be, nor for what there is nothing to hold against
 * @param picture brightness alone, small; null when none was decoded
 */
public record TodaysView(
        Instant at,
        CameraState state,
        List<Finding> findings,
        Light light,
        Map<Measure, Double> values,
        Raster picture) {
    public TodaysView {
        findings = List.copyOf(findings);
        values = values.isEmpty() ? Map.of() : new EnumMap<>(values);
    }

    /** A look that brought this. */
    static TodaysView of(Observation seen, Judge.Ruling ruling, Baseline baseline, Instant at) {
        BaselineSample sample = seen.sample();
        Light light = sample == null ? null : sample.light();
        Map<Measure, Double> values = new EnumMap<>(Measure.class);
        if (sample != null) {
            EdgeAverage edges = baseline.edges(light);
            for (Measure measure : Measure.values()) {
                boolean compares = measure == Measure.LAYOUT || measure == Measure.VANISHED;
                double value = sample.value(measure, edges);
                if (!Double.isNaN(value) && (!compares || edges.count() > 0)) {
                    values.put(measure, value);
                }
            }
        }
        return new TodaysView(at, ruling.state(), ruling.findings(), light, values, Baselines.raster(seen.latest()));
    }
}
