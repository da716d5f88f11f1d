package vn.vigil.camera;

import java.time.Instant;

/**
 * A camera whose usual look is learned anew.
 *
 * @param at since when
 * @param now whether by this act; false: nothing was learned since, or ever
 * @param forgotten so many samples, by day and by night
 * @param before the acceptance that is void with it, or null
 */
public record BaselineBegun(Camera camera, Instant at, boolean now, int forgotten, Acceptance before) {}
