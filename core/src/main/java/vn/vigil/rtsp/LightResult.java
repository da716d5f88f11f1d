package vn.vigil.rtsp;

import java.time.Duration;
import vn.vigil.base.Codec;

/**
 * What a {@link LightCheck} of one camera saw. All went well when it was run and there is no failure: a video track that vigil
 * can receive was described then.
 *
 * @param run false when it was never asked, or given up for a reason on this side: nothing is known then
 * @param reached the last step that was begun: TCP, OPTIONS or DESCRIBE
 * @param failure what went wrong; null when nothing did, or it was not run
 * @param codec of the video track; null without
 * @param roundTrip from sending OPTIONS to its answer; null without one
 * @param elapsed from connecting to the end; the time before its turn came is not in it
 */
public record LightResult(
        boolean run,
        RtspException.Step reached,
        RtspException failure,
        Codec codec,
        Duration roundTrip,
        Duration elapsed) {
    /** Whether a video track that can be received was described. */
    public boolean video() {
        return codec != null;
    }
}
