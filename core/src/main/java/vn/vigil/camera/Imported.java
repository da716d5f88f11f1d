package vn.vigil.camera;

import java.util.List;
import vn.vigil.base.CameraId;

/**
 * What an import did.
 *
 * @param added cameras that are new, in the file's order
 * @param unchanged cameras that were there already with the same facts
 */
public record Imported(List<CameraId> added, List<CameraId> unchanged) {
    public Imported {
        added = List.copyOf(added);
        unchanged = List.copyOf(unchanged);
    }
}
