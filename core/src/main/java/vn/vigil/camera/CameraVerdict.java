package vn.vigil.camera;

import java.time.Instant;
import java.util.List;

/**
 * What one check found of one camera.
 *
 * @param camera the camera as the inventory has it
 * @param state the whole in one word
 * @param findings what is wrong, worst first; empty when up
 * @param brokenStep the first step that failed, or null
 * @param contacted false when the camera was left alone on purpose (its login is quarantined, or the time was up)
 * @param checkedAt our time when the check of this camera began
 * @param since since when it has been in this state without a break, as far as checks show; {@code checkedAt} when new
 * @param clock its clock, or null when not told
 * @param picture what was received, or null when no video came
 */
public record CameraVerdict(
        Camera camera,
        CameraState state,
        List<Finding> findings,
        Step brokenStep,
        boolean contacted,
        Instant checkedAt,
        Instant since,
        ClockReading clock,
        PictureFacts picture) {
    public CameraVerdict {
        findings = List.copyOf(findings);
    }
}
