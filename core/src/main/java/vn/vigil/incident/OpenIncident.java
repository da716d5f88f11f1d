package vn.vigil.incident;

import java.time.Instant;
import java.util.List;
import vn.vigil.base.CameraId;

/**
 * What is told when an incident is opened.
 *
 * @param title what happened, in one line; not blank
 * @param place where, in the site's own words; empty when not told
 * @param happenedAt when, site time; not in the future
 * @param cameras that may have seen it; may be empty
 */
public record OpenIncident(
        IncidentKind kind, Gravity gravity, String title, String place, Instant happenedAt, List<CameraId> cameras) {
    public OpenIncident {
        cameras = List.copyOf(cameras);
    }
}
