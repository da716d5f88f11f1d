package vn.vigil.camera;

import java.util.List;
import vn.vigil.base.CameraId;

/**
 * A password that was changed at the device itself.
 *
 * @param camera by which the device was reached
 * @param user whose password
 * @param also other channels of the same device, which have the same login
 * @param changed false: it is the password that it has already
 */
public record Rotated(CameraId camera, String user, List<CameraId> also, boolean changed) {
    public Rotated {
        also = List.copyOf(also);
    }
}
