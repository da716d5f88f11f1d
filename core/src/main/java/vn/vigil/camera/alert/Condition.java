package vn.vigil.camera.alert;

import java.time.Instant;
import java.util.List;
import vn.vigil.base.CameraId;
import vn.vigil.base.Severity;

/**
 * A camera whose settled state is bad and which is not under maintenance.
 *
 * @param name what people call it
 * @param essential watches an essential place
 * @param uplink the switch or line it hangs on; empty when nobody said
 * @param host the device that speaks for it, a recorder's address say; empty when it speaks for itself
 * @param severity WARNING or CRITICAL
 * @param findings words of the machine form
 * @param since when the settled state began
 */
public record Condition(
        CameraId camera,
        String name,
        boolean essential,
        String uplink,
        String host,
        Severity severity,
        List<String> findings,
        Instant since) {
    public Condition {
        findings = List.copyOf(findings);
        if (severity != Severity.WARNING && severity != Severity.CRITICAL) {
            throw new IllegalArgumentException("no fault: " + severity);
        }
    }
}
