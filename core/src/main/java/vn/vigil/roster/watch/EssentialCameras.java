package vn.vigil.roster.watch;

import java.util.List;
import vn.vigil.base.CameraId;

/** Knows the cameras that watch essential places (clause 7.3a). */
public interface EssentialCameras {
    /** In the order of a round. */
    List<CameraId> list();
}
