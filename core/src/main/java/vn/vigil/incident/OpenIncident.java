package vn.vigil.incident;

import java.time.Instant;
import java.util.List;
import vn.vigil.base.CameraId;

/**
 * What is told of an incident.
 *
 * @param kind word of a kind
 * @param title what happened, in one line; not blank
 * @param place where, in the site's own words; empty when not told
 * @param happenedAt when it began; not in the future
 * @param until when it was over; null when not told
 * @param detectedAt when it was noticed; not before {@code happenedAt}; null: at once
 * @param restricted whether it is kept from most readers whatever its kind
 * @param cameras that may have seen it; may be empty
 */
public record OpenIncident(
        String kind,
        Gravity gravity,
        String title,
        String place,
        Zone zone,
        Source source,
        Instant happenedAt,
        Instant until,
        Instant detectedAt,
        boolean restricted,
        List<CameraId> cameras) {
    public OpenIncident {
        cameras = List.copyOf(cameras);
    }
}
