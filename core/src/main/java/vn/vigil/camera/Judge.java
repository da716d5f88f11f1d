package vn.vigil.camera;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.media.LumaThumb;

/**
 * Decides what an observation means. Pure. Without a learned baseline only what needs none is judged: frozen, black, and the
 * faults of protocol, transport and clock. Blur, darkness or low rates by absolute limits would carry from no scene to the
 * next.
 */
final class Judge {
    /** Beyond this, plus the reading's own error, a camera's clock counts as wrong. */
    static final Duration CLOCK_LIMIT = Duration.ofSeconds(2);

    /**
     * The change ({@link LumaThumb#difference}) up to which two pictures of a camera nobody has learned yet are one. A still
     * picture encoded again and again by x264 and x265 at 1 to 2 Mbit/s came to 2.0 until rate control had settled; a clock
     * of 20 points and nothing else running in 1280 x 720 to 90 and more.
     */
    static final double NOISE = 4.0;

    /** From this share of lost packets on, loss shows in the picture. */
    static final double LOSS_LIMIT = 0.01;

    private Judge() {}

    /** @param brokenStep null when the conversation was whole and nothing was found */
    record Ruling(CameraState state, List<Finding> findings, Step brokenStep) {}

    /**
     * @param before what earlier checks remember of this camera, or null
     * @param promisedDays for how many days recordings were promised to be kept; 0: nothing was
     */
    static Ruling judge(Observation seen, Remembered before, int promisedDays) {
        List<Finding> findings = new ArrayList<>();
        Finding fatal = fatal(seen.failure());
        if (fatal != null) {
            findings.add(fatal);
        }
        if (fatal == null && seen.failure() == Observation.Failure.NONE) {
            if (isFrozen(seen, before)) {
                findings.add(Finding.FROZEN);
            }
            if (seen.luma() != null && seen.luma().isBlack()) {
                // A black picture never changes: that is one fault, not two.
                findings.remove(Finding.FROZEN);
                findings.add(Finding.BLACK);
            }
            if (seen.sample() != null && before != null && !findings.contains(Finding.BLACK)) {
                findings.addAll(BaselineJudge.judge(seen.sample(), before.baseline()));
            }
            if (seen.picture() != null && seen.picture().loss() >= LOSS_LIMIT) {
                findings.add(Finding.LOSS);
            }
        }
        if (seen.clockImplausible() || clockIsWrong(seen.clock())) {
            findings.add(Finding.CLOCK_WRONG);
        }
        // A recorder is asked now and then; what it said last holds until it is asked again.
        RecorderFacts recorder = seen.recorder() != null || before == null ? seen.recorder() : before.recorder();
        if (recorder != null) {
            findings.addAll(recorder.findings(promisedDays, before == null ? recorder.asked() : before.added()));
        }
        if (before != null && isReplaced(before.serial(), seen.device().serial())) {
            findings.add(Finding.REPLACED);
        }
        if (seen.notOnvif()) {
            findings.add(Finding.NOT_ONVIF);
        }
        return new Ruling(state(seen.failure(), findings), findings, step(seen, findings));
    }

    /**
     * Judges a look that went no further than the description of the stream. It can find a camera down, and up again from that;
     * what needs a picture, packets or a clock stays as the last deep look saw it.
     *
     * @param before what earlier checks remember of this camera, or null
     */
    static Ruling light(Observation seen, Remembered before) {
        if (seen.failure() != Observation.Failure.NONE) {
            Finding fatal = fatal(seen.failure());
            List<Finding> findings = fatal == null ? List.of() : List.of(fatal);
            return new Ruling(state(seen.failure(), findings), findings, seen.brokenStep());
        }
        boolean unseen = before != null
                && (before.state() == CameraState.DEGRADED
                        || before.state() == CameraState.DOWN
                                && before.brokenStep() != null
                                && before.brokenStep().compareTo(Step.DESCRIBE) > 0);
        return unseen
                ? new Ruling(before.state(), before.findings(), before.brokenStep())
                : new Ruling(CameraState.UP, List.of(), null);
    }

    /**
     * Whether looking at one more key frame is needed to tell a frozen picture from a live one: only a picture that differs
     * from the remembered one clears the camera at once. A stream that broke off last time also began well then; it is
     * cleared by going on.
     */
    static boolean needsSecondLook(LumaThumb first, Remembered before) {
        return before == null
                || before.thumb() == null
                || before.findings().contains(Finding.NO_STREAM)
                || before.findings().contains(Finding.NO_PICTURE)
                || same(before.thumb(), first);
    }

    /** Two pictures at least a key-frame interval apart are the same but for the encoder's noise. */
    static boolean same(LumaThumb one, LumaThumb other) {
        return LumaThumb.isFrozen(one, other, NOISE);
    }

    private static boolean isFrozen(Observation seen, Remembered before) {
        if (seen.timeStoodStill()) {
            return true;
        }
        if (seen.first() == null) {
            return false;
        }
        if (seen.second() != null) {
            return same(seen.first(), seen.second());
        }
        return before != null && before.thumb() != null && same(before.thumb(), seen.first());
    }

    private static Finding fatal(Observation.Failure failure) {
        return switch (failure) {
            case UNREACHABLE -> Finding.UNREACHABLE;
            case REFUSED, NOT_OFFERED -> Finding.REFUSED;
            case NO_STREAM -> Finding.NO_STREAM;
            case NO_PICTURE -> Finding.NO_PICTURE;
            case KEY_CHANGED -> Finding.REPLACED;
            case BUSY -> Finding.BUSY;
            case NONE, NOT_RUN, DECODER_FAILED -> null;
        };
    }

    private static CameraState state(Observation.Failure failure, List<Finding> findings) {
        return switch (failure) {
            case UNREACHABLE, REFUSED, NOT_OFFERED, NO_STREAM, NO_PICTURE, KEY_CHANGED -> CameraState.DOWN;
            case BUSY, NOT_RUN, DECODER_FAILED -> CameraState.NOT_CHECKED;
            case NONE -> findings.isEmpty() ? CameraState.UP : CameraState.DEGRADED;
        };
    }

    private static Step step(Observation seen, List<Finding> findings) {
        if (seen.brokenStep() != null || findings.isEmpty()) {
            return seen.brokenStep();
        }
        boolean onlyClock = findings.stream().allMatch(f -> f == Finding.CLOCK_WRONG || f == Finding.NOT_ONVIF);
        return onlyClock ? Step.CLOCK : Step.JUDGE;
    }

    /** Sender reports tell how a stream is timed, not what the device thinks the time is: they accuse nobody. */
    static boolean clockIsWrong(ClockReading clock) {
        return clock != null
                && clock.how().asked()
                && clock.offset().abs().compareTo(CLOCK_LIMIT.plus(clock.error())) > 0;
    }

    private static boolean isReplaced(String before, String now) {
        return before != null && now != null && !before.equals(now);
    }
}
