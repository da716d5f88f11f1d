package vn.vigil.camera;

import java.time.Instant;

/**
 * Somebody took a camera's view for the right one.
 *
 * @param by the member's short name
 * @param name the member's name as it is now
 * @param at when
 */
public record Acceptance(String by, String name, Instant at) {}
