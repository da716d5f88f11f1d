package vn.vigil.camera;

import java.nio.file.Path;
import java.time.Instant;
import vn.vigil.base.Raster;

/**
 * One picture taken.
 *
 * @param camera which camera
 * @param file where the JPEG lies
 * @param width in pixels
 * @param height in pixels
 * @param takenAt our time when the picture had arrived
 * @param cameraTime the camera's own time for the picture, or null
 * @param preview the same picture, small, for a screen
 */
public record Snapshot(
        Camera camera, Path file, int width, int height, Instant takenAt, Instant cameraTime, Raster preview) {
    /** What a terminal's window has room for, in pixels, and not much to keep. */
    static final int PREVIEW_WIDTH = 640;

    static final int PREVIEW_HEIGHT = 480;
}
