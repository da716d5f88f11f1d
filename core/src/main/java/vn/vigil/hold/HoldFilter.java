package vn.vigil.hold;

import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;

/**
 * Which holds; what is null matters not.
 *
 * @param all those that were released, too
 */
public record HoldFilter(CaseId cause, CameraId camera, HoldState state, boolean all) {
    /** Everything that is held. */
    public static final HoldFilter HELD = new HoldFilter(null, null, null, false);

    public static HoldFilter of(CaseId cause) {
        return new HoldFilter(cause, null, null, false);
    }
}
