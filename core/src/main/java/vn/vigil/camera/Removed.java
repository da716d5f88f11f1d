package vn.vigil.camera;

import java.time.Instant;

/**
 * A camera that was taken out of the inventory. Its name stays taken: packages and history name it.
 *
 * @param camera as it was
 * @param at when
 * @param now whether by this act; false: it was out already
 */
public record Removed(Camera camera, Instant at, boolean now) {}
