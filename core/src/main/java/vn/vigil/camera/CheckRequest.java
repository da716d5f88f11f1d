package vn.vigil.camera;

import java.time.Duration;
import java.util.List;
import vn.vigil.base.CameraId;

/**
 * Which cameras to look at, and for how long at most.
 *
 * @param cameras empty means all
 * @param answer limit for each step of a conversation: connecting, and each answer
 * @param perCamera limit for one camera's whole conversation, watching included
 * @param whole limit for the run; cameras whose turn does not come are not checked
 */
public record CheckRequest(List<CameraId> cameras, Duration answer, Duration perCamera, Duration whole) {
    public CheckRequest {
        cameras = List.copyOf(cameras);
    }
}
