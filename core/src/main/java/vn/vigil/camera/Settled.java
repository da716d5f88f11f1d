package vn.vigil.camera;

import java.time.Instant;
import java.util.List;

/**
 * What counts as a camera's state after several looks: alarms and history go by it, so that one bad look in a flickering line
 * does not wake anybody twice.
 *
 * @param state never {@link CameraState#NOT_CHECKED}
 * @param since since when
 * @param findings what was wrong when it last looked bad in this state; empty when up
 * @param recent the last looks, newest last, a letter each: u up, g degraded, d down
 */
record Settled(CameraState state, Instant since, List<Finding> findings, String recent) {
    Settled {
        findings = List.copyOf(findings);
    }
}
