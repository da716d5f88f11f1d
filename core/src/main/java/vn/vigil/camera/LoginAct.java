package vn.vigil.camera;

import java.time.Instant;
import vn.vigil.base.CameraId;

/**
 * What became of one camera's login.
 *
 * @param camera whose
 * @param user its login name now, or null when it has none
 * @param changed false: it was so already
 * @param quarantinedSince since when the camera refuses the login that it has now, or null
 */
public record LoginAct(CameraId camera, String user, boolean changed, Instant quarantinedSince) {}
