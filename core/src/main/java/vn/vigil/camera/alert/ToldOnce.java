package vn.vigil.camera.alert;

import java.time.Instant;

/**
 * One message about an alert.
 *
 * @param what {@code opened}, {@code escalated}, …
 * @param member whom; null for the site's own channels
 */
public record ToldOnce(Instant at, String what, String member) {}
