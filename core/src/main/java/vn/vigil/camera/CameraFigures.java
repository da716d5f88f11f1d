package vn.vigil.camera;

import java.time.Duration;
import vn.vigil.base.CameraId;

/**
 * A camera's figures over some days of the site. Seconds are by the looks: a look vouches for the time since the one before it,
 * up to a limit; the rest is not checked.
 *
 * @param camera its short name
 * @param name what people call it
 * @param essential watches an essential place
 * @param total seconds it stood in the inventory within the period, up to now
 * @param up seconds with a good picture
 * @param degraded seconds with a picture that was at fault
 * @param down seconds without a picture
 * @param planned seconds of maintenance planned beforehand, outside every share
 * @param plannedDown how many of these it was down
 * @param looks how often it was looked at
 * @param outages how many outages settled
 * @param drift the clock's largest distance from ours; null when never told
 * @param framesPerSecond mean over the looks that measured it; 0 when none did
 * @param kilobitsPerSecond likewise
 * @param packets video packets received
 * @param lost video packets missing
 * @param recorded seconds that its recorder said it held, summed over the days it was asked
 * @param holes seconds that it said were missing, likewise
 * @param recordedDays how many days the recorder was asked
 */
public record CameraFigures(
        CameraId camera,
        String name,
        boolean essential,
        long total,
        long up,
        long degraded,
        long down,
        long planned,
        long plannedDown,
        int looks,
        int outages,
        Duration drift,
        double framesPerSecond,
        long kilobitsPerSecond,
        long packets,
        long lost,
        long recorded,
        long holes,
        int recordedDays) {
    /** Seconds that no look vouches for. */
    public long notChecked() {
        return Math.max(0, total - up - degraded - down - planned);
    }

    /** Share of the checked time with a picture, 0–1 (ITIL: agreed service time less downtime); −1 when nothing was checked. */
    public double availability() {
        long checked = up + degraded + down;
        return checked == 0 ? -1 : (double) (up + degraded) / checked;
    }

    /** Share of the time outside planned maintenance that was checked, 0–1; −1 when there was none. */
    public double coverage() {
        long due = total - planned;
        return due <= 0 ? -1 : Math.min(1, (double) (up + degraded + down) / due);
    }

    /** Share of lost packets, 0–1. */
    public double loss() {
        return packets + lost == 0 ? 0 : (double) lost / (packets + lost);
    }
}
