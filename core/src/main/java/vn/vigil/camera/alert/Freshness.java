package vn.vigil.camera.alert;

import java.time.Duration;
import java.time.Instant;
import vn.vigil.base.Severity;

/**
 * Whether whole runs of checks still come to their end.
 *
 * @param severity OK or CRITICAL
 * @param finishedAt when the part that is furthest behind last came to an end; null when it never did
 * @param age how long ago that is; null when never
 * @param limit the longest age that is well
 * @param part which part that is, of how many machines share the cameras; 1 of 1 when one run looks at all
 */
public record Freshness(Severity severity, Instant finishedAt, Duration age, Duration limit, int part, int parts) {}
