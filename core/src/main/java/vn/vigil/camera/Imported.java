package vn.vigil.camera;

import java.util.List;
import vn.vigil.base.CameraId;

/**
 * What an import did.
 *
 * @param added cameras that are new, in the file's order
 * @param changed cameras that now have the file's values or login
 * @param unchanged cameras that were there already with the same facts
 */
public record Imported(List<CameraId> added, List<CameraId> changed, List<CameraId> unchanged) {
    public Imported {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        unchanged = List.copyOf(unchanged);
    }
}
