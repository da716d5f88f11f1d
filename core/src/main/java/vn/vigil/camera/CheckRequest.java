package vn.vigil.camera;

import java.time.Duration;
import java.util.List;
import vn.vigil.base.CameraId;

/**
 * Which cameras to look at, how closely, and for how long at most.
 *
 * @param cameras empty means all
 * @param light only until the stream is described, no session is set up: for runs each minute. What only a picture can show
 *     stays as the last deep look saw it
 * @param shard this machine's part of the cameras, when none are named
 * @param answer limit for each step of a conversation: connecting, and each answer
 * @param perCamera limit for one camera's whole conversation, watching included
 * @param whole limit for the run; cameras whose turn does not come are not checked
 */
public record CheckRequest(
        List<CameraId> cameras, boolean light, Shard shard, Duration answer, Duration perCamera, Duration whole) {
    public CheckRequest {
        cameras = List.copyOf(cameras);
    }

    /** The run is about all cameras of this machine's part, so that its end is a sign of life. */
    boolean isWhole() {
        return cameras.isEmpty();
    }

    /** Runs of one name exclude each other. */
    String lease() {
        return "camera-check" + (light ? "-light" : "") + (shard.parts() == 1 ? "" : "-" + shard);
    }
}
