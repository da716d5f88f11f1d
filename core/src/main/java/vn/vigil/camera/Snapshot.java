package vn.vigil.camera;

import java.nio.file.Path;
import java.time.Instant;

/**
 * One picture taken.
 *
 * @param camera which camera
 * @param file where the JPEG lies
 * @param width in pixels
 * @param height in pixels
 * @param takenAt our time when the picture had arrived
 * @param cameraTime the camera's own time for the picture, or null
 */
public record Snapshot(Camera camera, Path file, int width, int height, Instant takenAt, Instant cameraTime) {}
