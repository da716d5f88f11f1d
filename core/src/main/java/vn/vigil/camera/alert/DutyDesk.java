package vn.vigil.camera.alert;

import java.time.Instant;
import java.util.List;

/** Knows who is on watch: the rosters, once there are some. */
public interface DutyDesk {
    /** Empty when nobody is, or nobody can say; the team leader is told then. */
    List<Recipient> onWatch(Instant at);
}
