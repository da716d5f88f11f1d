package vn.vigil.camera;

import java.util.ArrayList;
import java.util.List;
import vn.vigil.camera.Baseline.Usual;

/**
 * Holds a picture against what the camera is usually like in that light. Every limit is so many of the camera's own
 * deviations away from its own median; the floors below only keep a camera that hardly ever varies from being accused of a
 * trifle. One sample may err: what is told to people waits for N of M. Pure.
 */
final class BaselineJudge {
    /** Deviations that no honest picture is expected to reach, even once in years of checks. */
    private static final double FAR = 6;

    /** A lens out of focus takes more than this share of the acuity; rain and haze take less. */
    private static final double ACUITY_LEFT = 0.6;

    private static final double GONE = 0.5;
    private static final double GONE_TOGETHER = 0.3;
    private static final double GONE_ALTOGETHER = 0.95;

    /** Of a blur so heavy some large edge is left where it was; of a sheet before the lens nothing but noise. */
    private static final double NEARLY_GONE = 0.8;

    private static final double NOTHING_ALIKE = 0.25;

    /** A view that only lost edges was not turned; the rim of a hand and a few people add some. */
    private static final double GAINED = 0.12;

    private static final double CONTRAST_LEFT = 0.5;
    private static final double DARKER = 0.3;

    /** Sky above and ground below make even strange views alike: 0.6 to 0.75 between drawn places, 0.9 and more within one. */
    private static final double LAYOUT_LOST = 0.2;

    private static final double LAYOUT_SAME = 0.78;

    /** Without edges there is no layout to compare. */
    private static final double EDGES_LEFT = 0.4;

    private static final double CAST = 10;
    private static final double NOISE_TIMES = 2;
    private static final double NOISE_MORE = 3;
    private static final double FRAME_RATE_LEFT = 0.6;
    private static final double BITRATE_LEFT = 0.4;

    private BaselineJudge() {}

    /** What is unusual about a sample, in the order of {@link Finding}; nothing while that light is not learned. */
    static List<Finding> judge(BaselineSample now, Baseline baseline) {
        Light light = now.light();
        List<Finding> findings = new ArrayList<>();
        if (!baseline.isLearned(light)) {
            return findings;
        }
        Learned learned = new Learned(now, baseline, light);
        boolean blurred = learned.below(Measure.ACUITY, ACUITY_LEFT);
        if (covered(learned, blurred)) {
            // Nothing else can be said of a picture that shows a hand.
            findings.add(Finding.COVERED);
        } else {
            boolean noisy = noisy(learned);
            if (blurred && !noisy) {
                findings.add(Finding.DEFOCUSED);
            } else if (!blurred && moved(learned)) {
                // A blur takes the edges' layout, too; and noise hides whether there is one.
                findings.add(Finding.MOVED);
            }
            if (cast(learned)) {
                findings.add(Finding.COLOUR_CAST);
            }
            if (noisy) {
                findings.add(Finding.NOISY);
            }
        }
        if (learned.below(Measure.FRAME_RATE, FRAME_RATE_LEFT)) {
            findings.add(Finding.LOW_FRAME_RATE);
        }
        if (learned.below(Measure.BITRATE, BITRATE_LEFT)) {
            findings.add(Finding.LOW_BITRATE);
        }
        return findings;
    }

    /** One sample with what is known of its light. */
    private record Learned(BaselineSample now, Baseline baseline, Light light) {
        Usual usual(Measure measure) {
            return baseline.usual(light, measure);
        }

        double value(Measure measure) {
            return now.value(measure, baseline.edges(light));
        }

        /** Both far below the usual by the camera's own measure and below a share of it. False when either is unknown. */
        boolean below(Measure measure, double share) {
            Usual usual = usual(measure);
            double value = value(measure);
            return usual != null && value < usual.median() - FAR * usual.sigma() && value < share * usual.median();
        }
    }

    /**
     * Edges are gone: in one part while the rest is as it was, or everywhere together with the contrast. Everywhere with the
     * contrast kept is a lens out of focus.
     */
    private static boolean covered(Learned learned, boolean blurred) {
        Usual usual = learned.usual(Measure.VANISHED);
        EdgeAverage edges = learned.baseline().edges(learned.light());
        EdgeAverage.Vanished gone = edges.vanished(learned.now().picture().edges());
        if (usual == null || gone.share() < usual.median() + FAR * usual.sigma()) {
            return false;
        }
        boolean part = !blurred && gone.connected() >= GONE_TOGETHER + usual.median() && gone.gained() < GAINED;
        Usual contrast = learned.usual(Measure.CONTRAST);
        Usual dark = learned.usual(Measure.DARK);
        boolean flat = learned.value(Measure.CONTRAST) < CONTRAST_LEFT * contrast.median();
        boolean darker = learned.value(Measure.DARK) > dark.median() + Math.max(DARKER, FAR * dark.sigma());
        boolean strange = gone.share() >= NEARLY_GONE && learned.value(Measure.LAYOUT) < NOTHING_ALIKE;
        return part || strange || gone.share() >= GONE_ALTOGETHER || gone.share() >= GONE && (flat || darker);
    }

    private static boolean moved(Learned learned) {
        Usual usual = learned.usual(Measure.LAYOUT);
        double layout = learned.value(Measure.LAYOUT);
        EdgeAverage edges = learned.baseline().edges(learned.light());
        return usual != null
                && layout < usual.median() - Math.max(LAYOUT_LOST, FAR * usual.sigma())
                && layout < LAYOUT_SAME
                && edges.strength(learned.now().picture().edges()) >= EDGES_LEFT;
    }

    private static boolean cast(Learned learned) {
        return strays(learned, Measure.BLUE) || strays(learned, Measure.RED);
    }

    private static boolean strays(Learned learned, Measure measure) {
        Usual usual = learned.usual(measure);
        return usual != null && Math.abs(learned.value(measure) - usual.median()) > Math.max(CAST, FAR * usual.sigma());
    }

    private static boolean noisy(Learned learned) {
        Usual usual = learned.usual(Measure.NOISE);
        double noise = learned.value(Measure.NOISE);
        return usual != null
                && noise > usual.median() + Math.max(NOISE_MORE, FAR * usual.sigma())
                && noise > NOISE_TIMES * usual.median();
    }
}
