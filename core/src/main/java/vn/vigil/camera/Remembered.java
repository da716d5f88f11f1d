package vn.vigil.camera;

import java.time.Instant;
import java.util.List;
import vn.vigil.media.LumaThumb;

/**
 * What the store keeps of the checks before.
 *
 * @param state what the last one saw
 * @param since since when the camera has been in that state
 * @param findings what the last one found
 * @param brokenStep the step in which it ended early or found fault, or null
 * @param thumb the last decoded picture, or null when none was ever decoded
 * @param serial the device's serial number as the inventory has it, or null
 * @param checkedAt when the last one was
 * @param baseline how the camera usually looks
 * @param recorder what its recorder said last, or null when it was never asked
 * @param added since when the camera is in the inventory
 */
record Remembered(
        CameraState state,
        Instant since,
        List<Finding> findings,
        Step brokenStep,
        LumaThumb thumb,
        String serial,
        Instant checkedAt,
        Baseline baseline,
        RecorderFacts recorder,
        Instant added) {
    Remembered {
        findings = List.copyOf(findings);
    }

    /** The same without what the recorder said. */
    Remembered withoutRecorder() {
        return new Remembered(state, since, findings, brokenStep, thumb, serial, checkedAt, baseline, null, added);
    }
}
