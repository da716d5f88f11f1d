package vn.vigil.camera;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import vn.vigil.base.CameraId;
import vn.vigil.base.Severity;
import vn.vigil.camera.alert.Alert;
import vn.vigil.camera.alert.Reconciled;

/**
 * What a run of checks found.
 *
 * @param checkedAt our time when the run began
 * @param cameras one verdict a camera, in the order asked, else by id
 * @param maintained cameras under maintenance that was planned beforehand: what is wrong with them is no finding
 * @param saved false when the store could not be written: the verdicts hold, nothing remembers them
 * @param gap a span before this run in which no checks ran, told by this run; or null
 * @param alerts what became of the alerts; null when nothing was saved
 */
public record CheckResult(
        Instant checkedAt,
        List<CameraVerdict> cameras,
        Set<CameraId> maintained,
        boolean saved,
        Alert gap,
        Reconciled alerts) {
    public CheckResult {
        cameras = List.copyOf(cameras);
        maintained = Set.copyOf(maintained);
    }

    /** The worst state of all that are not under planned maintenance; OK when there is no camera. */
    public Severity severity() {
        Severity worst = Severity.OK;
        for (CameraVerdict v : cameras) {
            if (!maintained.contains(v.camera().id())) {
                worst = worst.worst(v.state().severity());
            }
        }
        return worst;
    }
}
