package vn.vigil.media;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Decoding times for pictures of which only presentation times are known, since RTP carries no others. Pure but for its
 * state; confined to one thread.
 *
 * <p>When at most {@code d} pictures are held back for output, the {@code i}-th picture of the decoding order is not
 * presented before {@code i − d} others. So the {@code (i − d)}-th smallest presentation time seen so far is final, not
 * later than the picture's own, and grows: that is its decoding time. The first {@code d} pictures get steps before the
 * first presentation time.
 */
final class DecodeTimes {
    /** ISO 14496-10 allows 16 pictures to be held back; a window of twice that shows any regular pattern. */
    static final int WINDOW = 32;

    /** Ticks that presentation may go back before it counts as a step of the camera's clock: 1 s of 90 kHz. */
    private static final long STEP_BACK = 90_000;

    private static final long USUAL_STEP = 3_600;

    private final int depth;
    private final long step;
    private final PriorityQueue<Long> open = new PriorityQueue<>();
    private long shift;
    private int given;
    private long firstTime;
    private long lastDecode = Long.MIN_VALUE;
    private long latest = Long.MIN_VALUE;

    /** A picture's two times, in ticks. */
    record Times(long presentation, long decoding, boolean moved) {}

    /**
     * @param window presentation times of the first pictures in decoding order, {@link #WINDOW} of them or all there are
     * @param said the parameter set's reorder depth; what the window shows may be more, since sets are known to lie; -1 when
     *     it does not say
     */
    DecodeTimes(List<Long> window, int said) {
        int seen = 0;
        for (int i = 0; i < window.size(); i++) {
            int held = 0;
            for (int j = 0; j < i; j++) {
                // A step back of the clock is no reordering.
                long back = window.get(j) - window.get(i);
                held += back > 0 && back < STEP_BACK * 5 ? 1 : 0;
            }
            seen = Math.max(seen, held);
        }
        depth = Math.min(16, Math.max(seen, said));
        step = medianStep(window);
    }

    int depth() {
        return depth;
    }

    /** The times of the next picture in decoding order. */
    Times next(long presentation) {
        long time = presentation + shift;
        if (given == 0) {
            firstTime = time;
        } else if (lastDecode - time > STEP_BACK) {
            shift += latest + step - time;
            time = latest + step;
        }
        open.add(time);
        long decode = given < depth ? firstTime - (depth - given) * step : open.remove();
        given++;
        if (lastDecode != Long.MIN_VALUE && decode <= lastDecode) {
            decode = lastDecode + 1;
        }
        lastDecode = decode;
        time = Math.max(time, decode);
        latest = Math.max(latest, time);
        return new Times(time, decode, time != presentation);
    }

    private static long medianStep(List<Long> window) {
        long[] sorted = new ArrayList<>(window)
                .stream().mapToLong(Long::longValue).sorted().toArray();
        long[] steps = new long[Math.max(0, sorted.length - 1)];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = sorted[i + 1] - sorted[i];
        }
        Arrays.sort(steps);
        long median = steps.length == 0 ? USUAL_STEP : steps[steps.length / 2];
        return median > 0 && median <= STEP_BACK ? median : USUAL_STEP;
    }
}
