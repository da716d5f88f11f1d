package vn.vigil.camera;

import java.util.List;

/**
 * The figures of several cameras together: seconds are added up, so that a share is weighted by time and is never the mean of
 * shares. Seconds as in {@link CameraFigures}.
 *
 * @param cameras how many
 */
public record FleetFigures(
        int cameras,
        long total,
        long up,
        long degraded,
        long down,
        long planned,
        long plannedDown,
        int looks,
        int outages,
        long packets,
        long lost,
        long recorded,
        long holes,
        int recordedDays) {

    /** The sum of some cameras' figures. */
    public static FleetFigures of(List<CameraFigures> all) {
        FleetFigures sum = new FleetFigures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        for (CameraFigures f : all) {
            sum = sum.plus(f);
        }
        return sum;
    }

    private FleetFigures plus(CameraFigures f) {
        return new FleetFigures(
                cameras + 1,
                total + f.total(),
                up + f.up(),
                degraded + f.degraded(),
                down + f.down(),
                planned + f.planned(),
                plannedDown + f.plannedDown(),
                looks + f.looks(),
                outages + f.outages(),
                packets + f.packets(),
                lost + f.lost(),
                recorded + f.recorded(),
                holes + f.holes(),
                recordedDays + f.recordedDays());
    }

    /** Seconds that looks vouch for, outside planned maintenance. */
    public long checked() {
        return up + degraded + down;
    }

    /** Share of the checked time with a picture, 0–1; −1 when nothing was checked. */
    public double availability() {
        return share(up + degraded, checked());
    }

    /** As {@link #availability()} with nothing left out: downtime within planned maintenance counts too. */
    public double gross() {
        return share(up + degraded + planned - plannedDown, checked() + planned);
    }

    /** Share of the checked time with a picture that was at fault, 0–1; −1 when nothing was checked. */
    public double degradedShare() {
        return share(degraded, checked());
    }

    /** Share of the time outside planned maintenance that was checked, 0–1; −1 when there was none. */
    public double coverage() {
        return Math.min(1, share(checked(), total - planned));
    }

    /** Share of lost packets, 0–1; −1 when none was received. */
    public double loss() {
        return share(lost, packets + lost);
    }

    private static double share(long part, long whole) {
        return whole <= 0 ? -1 : (double) part / whole;
    }
}
