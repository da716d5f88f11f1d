package vn.vigil.camera;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.Raster;

/**
 * What a camera usually looks like, beside what it looks like now.
 *
 * @param begunAt since when it is learned; null when nothing was learned yet, or when that is not known
 * @param updatedAt when something was learned last; null when nothing was learned yet
 * @param acceptance who took the view for the right one; null when it was only learned
 * @param lights by day, by night
 * @param accepted the picture that was taken for the right one, brightness alone; null when there is none
 * @param today null when the camera was not to be contacted
 */
public record BaselineReport(
        Camera camera,
        Instant begunAt,
        Instant updatedAt,
        Acceptance acceptance,
        List<OfLight> lights,
        Raster accepted,
        TodaysView today) {
    public BaselineReport {
        lights = List.copyOf(lights);
    }

    /** Whether enough is learned in a light for pictures to be judged by it: only then does a look without findings mean much. */
    public boolean judges(Light light) {
        for (OfLight l : lights) {
            if (l.light() == light) {
                return l.missing() == 0;
            }
        }
        return false;
    }

    /**
     * What is learned in one light.
     *
     * @param samples how many are remembered
     * @param missing how many more it takes until pictures are judged by them; 0: they are
     * @param usual what is known so far, in the order of {@link Measure}
     */
    public record OfLight(Light light, int samples, int missing, List<Usual> usual) {
        public OfLight {
            usual = List.copyOf(usual);
        }

        static OfLight of(Baseline baseline, Light light) {
            List<Usual> known = new ArrayList<>();
            for (Measure measure : Measure.values()) {
                Baseline.Usual usual = baseline.usualSoFar(light, measure);
                if (usual != null) {
                    known.add(new Usual(measure, usual.median(), usual.sigma()));
                }
            }
            return new OfLight(light, baseline.samples(light), baseline.missing(light), known);
        }

        /** Null when nothing is known of it. */
        public Usual usual(Measure measure) {
            for (Usual u : usual) {
                if (u.measure() == measure) {
                    return u;
                }
            }
            return null;
        }
    }

    /**
     * A measure's usual value.
     *
     * @param spread how far it usually strays, as a standard deviation; robust, and 0 for a single sample
     */
    public record Usual(Measure measure, double median, double spread) {}
}
