package vn.vigil.camera.alert;

import java.time.Instant;
import java.util.List;
import vn.vigil.base.CameraId;
import vn.vigil.base.Severity;

/**
 * A camera under an alert, as it was told.
 *
 * @param uplink the switch or line it hangs on, or empty
 * @param host the device that speaks for it, or empty
 * @param findings words of the machine form
 * @param since when its fault began
 * @param joinedAt when it came under this alert
 * @param leftAt when it was well again, or null
 */
public record AlertCamera(
        CameraId camera,
        String name,
        boolean essential,
        String uplink,
        String host,
        Severity severity,
        List<String> findings,
        Instant since,
        Instant joinedAt,
        Instant leftAt) {
    public AlertCamera {
        findings = List.copyOf(findings);
    }

    static AlertCamera joined(Condition c, Instant now) {
        return new AlertCamera(
                c.camera(),
                c.name(),
                c.essential(),
                c.uplink(),
                c.host(),
                c.severity(),
                c.findings(),
                c.since(),
                now,
                null);
    }

    /** The same fault as it looks now; it began when it began. */
    AlertCamera seen(Condition c) {
        return new AlertCamera(
                camera,
                c.name(),
                c.essential(),
                c.uplink(),
                c.host(),
                c.severity(),
                c.findings(),
                since,
                joinedAt,
                null);
    }

    AlertCamera left(Instant now) {
        return new AlertCamera(camera, name, essential, uplink, host, severity, findings, since, joinedAt, now);
    }

    /** Is it still bad, as far as anybody knows? */
    public boolean bad() {
        return leftAt == null;
    }
}
