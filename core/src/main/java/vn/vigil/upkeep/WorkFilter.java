package vn.vigil.upkeep;

import java.time.Instant;
import vn.vigil.base.CameraId;

/**
 * Which works are wanted; null is any.
 *
 * @param state {@link WorkState#OVERDUE} also finds repeated work whose next time has passed
 * @param from works whose window, or doing, reaches beyond this moment
 * @param to works whose window begins before this moment
 */
public record WorkFilter(CameraId camera, WorkState state, Instant from, Instant to) {
    /** Every work. */
    public static final WorkFilter ALL = new WorkFilter(null, null, null, null);
}
