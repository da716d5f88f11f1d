package vn.vigil.camera;

import java.time.Instant;
import java.util.List;
import vn.vigil.base.Severity;
import vn.vigil.camera.alert.Alert;
import vn.vigil.camera.alert.Reconciled;

/**
 * What a run of checks found.
 *
 * @param checkedAt our time when the run began
 * @param cameras one verdict a camera, in the order asked, else by id
 * @param saved false when the store could not be written: the verdicts hold, nothing remembers them
 * @param gap a span before this run in which no checks ran, told by this run; or null
 * @param alerts what became of the alerts; null when nothing was saved
 */
public record CheckResult(
        Instant checkedAt, List<CameraVerdict> cameras, boolean saved, Alert gap, Reconciled alerts) {
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
