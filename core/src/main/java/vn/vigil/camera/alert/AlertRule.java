package vn.vigil.camera.alert;

import java.time.Duration;

/**
 * By which rule alerts live in one run.
 *
 * @param repeat so often an unanswered alert is told again
 * @param escalateAfter so long it waits for an answer on one level; half of it for essential cameras
 * @param together faults that come to light within this of each other are asked for a common cause
 * @param total how many cameras a whole run looks at
 */
record AlertRule(Duration repeat, Duration escalateAfter, Duration together, int total) {}
