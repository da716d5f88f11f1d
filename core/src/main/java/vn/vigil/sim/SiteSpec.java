package vn.vigil.sim;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.vigil.base.CameraId;

/**
 * The cameras of a simulated site.
 *
 * @param cameras each with an id of its own
 */
public record SiteSpec(List<CameraSpec> cameras) {
    public SiteSpec {
        cameras = List.copyOf(cameras);
        Set<CameraId> seen = new HashSet<>();
        for (CameraSpec camera : cameras) {
            if (!seen.add(camera.id())) {
                throw new IllegalArgumentException("two cameras called " + camera.id());
            }
        }
    }

    public static SiteSpec of(CameraSpec... cameras) {
        return new SiteSpec(List.of(cameras));
    }
}
