package vn.vigil.camera;

import java.nio.file.Path;
import vn.vigil.base.CameraId;

/**
 * Which picture to take.
 *
 * @param camera of which camera
 * @param file where the JPEG goes; null: {@code <id>_<local time>.jpg} in the working folder
 * @param replace whether a file that is there may be replaced
 */
public record SnapshotRequest(CameraId camera, Path file, boolean replace) {}
