package vn.vigil.roster.plan;

import java.time.LocalDate;
import java.util.List;
import vn.vigil.base.Severity;

/**
 * What a check of a roster found.
 *
 * @param seats seats that members stand
 * @param minutes what they come to
 * @param openMinutes what of it nobody stands
 * @param findings the worst first, then in order of time
 * @param published the published roster of the first day, or null
 */
public record CheckReport(
        LocalDate from,
        LocalDate to,
        Capacity capacity,
        int seats,
        long minutes,
        long openMinutes,
        List<Finding> findings,
        Publication published) {
    public CheckReport {
        findings = List.copyOf(findings);
    }

    /** Per cent of the time that nobody stands; 0 where nothing is to be stood. */
    public double openPercent() {
        return minutes == 0 ? 0 : 100.0 * openMinutes / minutes;
    }

    public Severity severity() {
        Severity worst = Severity.OK;
        for (Finding f : findings) {
            if (f.severity() == Severity.CRITICAL) {
                return Severity.CRITICAL;
            }
            worst = f.severity() == Severity.WARNING ? Severity.WARNING : worst;
        }
        return worst;
    }
}
