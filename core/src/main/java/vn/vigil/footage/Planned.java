package vn.vigil.footage;

import java.time.Duration;
import java.util.List;
import vn.vigil.base.CameraId;
import vn.vigil.base.TimeSpan;
import vn.vigil.evidence.Wanted;

/**
 * What a camera will be asked for.
 *
 * @param wanted what is wanted of it, true site time
 * @param deviceSpan the wanted span by the camera's clock; null when live
 * @param offset camera clock less site clock; null when unknown
 * @param error half width of the uncertainty; null when unknown
 * @param gaps holes that the recorder tells beforehand, camera time
 */
public record Planned(Wanted wanted, TimeSpan deviceSpan, Duration offset, Duration error, List<TimeSpan> gaps) {
    public Planned {
        gaps = List.copyOf(gaps);
    }

    public CameraId camera() {
        return wanted.camera();
    }

    /** The wanted span in site time; null when live. */
    public TimeSpan asked() {
        return wanted.asked().span();
    }
}
