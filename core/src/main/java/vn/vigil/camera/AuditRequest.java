package vn.vigil.camera;

import java.time.Duration;
import java.util.List;
import vn.vigil.base.CameraId;

/**
 * Which cameras to audit, and how.
 *
 * @param cameras empty means all
 * @param group only those of this group; null for any
 * @param tryDefaultPasswords whether the maker's well-known first password is tried, once a device and day
 * @param pin whether the TLS keys shown today are kept as the pinned ones, where none is pinned
 * @param replacePins whether a key is pinned even where another one was
 * @param answer limit for each question
 * @param perCamera limit for one camera
 * @param whole limit for the run; cameras whose turn does not come are unknown
 */
public record AuditRequest(
        List<CameraId> cameras,
        String group,
        boolean tryDefaultPasswords,
        boolean pin,
        boolean replacePins,
        Duration answer,
        Duration perCamera,
        Duration whole) {
    public AuditRequest {
        cameras = List.copyOf(cameras);
    }
}
