package vn.vigil.camera;

import java.time.Instant;
import java.util.List;
import vn.vigil.base.Severity;

/**
 * What a run of checks found.
 *
 * @param checkedAt our time when the run began
 * @param cameras one verdict a camera, in the order asked, else by id
 * @param saved false when the store could not be written: the verdicts hold, nothing remembers them
 */
public record CheckResult(Instant checkedAt, List<CameraVerdict> cameras, boolean saved) {
    public CheckResult {
        cameras = List.copyOf(cameras);
    }

    /** The worst state of all; OK when there is no camera. */
    public Severity severity() {
        Severity worst = Severity.OK;
        for (CameraVerdict v : cameras) {
            worst = worst.worst(v.state().severity());
        }
        return worst;
    }
}
