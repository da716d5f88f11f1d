package vn.vigil.camera;

import java.util.List;
import vn.vigil.base.Raster;

/**
 * A view that was taken for the right one.
 *
 * @param acceptance by whom, and when
 * @param before the acceptance that it replaces, or null
 * @param begunAnew what was learned was forgotten, since it did not fit the view; false: it fits, and is kept
 * @param forgotten so many samples, by day and by night
 * @param cleared what the view would have been accused of
 * @param light in which it was looked at
 * @param missing so many more looks in that light until pictures are judged by what is learned
 * @param former the picture accepted before, or null
 * @param picture the picture accepted now
 */
public record ViewAccepted(
        Camera camera,
        Acceptance acceptance,
        Acceptance before,
        boolean begunAnew,
        int forgotten,
        List<Finding> cleared,
        Light light,
        int missing,
        Raster former,
        Raster picture) {
    public ViewAccepted {
        cleared = List.copyOf(cleared);
    }
}
