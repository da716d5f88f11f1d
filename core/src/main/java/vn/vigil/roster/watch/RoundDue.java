package vn.vigil.roster.watch;

import java.time.Instant;
import vn.vigil.base.CameraId;

/**
 * When an essential camera is to be checked again.
 *
 * @param last its last check; null: never
 * @param due null: at once, it was never checked
 */
public record RoundDue(CameraId camera, Round last, Instant due, boolean overdue) {}
