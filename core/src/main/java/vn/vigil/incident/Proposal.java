package vn.vigil.incident;

import java.util.List;
import vn.vigil.base.CameraId;
import vn.vigil.base.TimeSpan;

/**
 * What an incident suggests.
 *
 * @param near cameras whose place, name or group is the incident's, in the inventory's order; those that were named are not among them
 * @param span of the footage to hold
 */
public record Proposal(List<CameraId> near, TimeSpan span) {
    public Proposal {
        near = List.copyOf(near);
    }
}
