package vn.vigil.camera;

import java.time.Instant;
import java.util.List;
import vn.vigil.base.CameraId;

/**
 * How long a settled state lasted.
 *
 * @param state never {@link CameraState#NOT_CHECKED}
 * @param findings what was wrong at its beginning; empty when up
 * @param to null while it lasts
 */
public record CameraSpan(CameraId camera, Instant from, Instant to, CameraState state, List<Finding> findings) {
    public CameraSpan {
        findings = List.copyOf(findings);
    }
}
