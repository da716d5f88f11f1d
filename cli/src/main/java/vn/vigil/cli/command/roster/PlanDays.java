package vn.vigil.cli.command.roster;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.calendar.Quarter;

/**
 * The days that a verb about rosters is for.
 *
 * @param from first day
 * @param to last day
 */
record PlanDays(LocalDate from, LocalDate to) {
    /**
     * Reads the options.
     *
     * @param from or null; alone, it is that day's
     * @param to last day, or null
     * @param month {@code 2026-12}, or null
     * @param quarter {@code 2026-Q4}, or null
     * @param unsaid what is meant when nothing is given; null: something must be
     * @throws VigilException USAGE
     */
    static PlanDays of(LocalDate from, LocalDate to, String month, String quarter, PlanDays unsaid) {
        int ways = (from != null || to != null ? 1 : 0) + (month != null ? 1 : 0) + (quarter != null ? 1 : 0);
        if (ways > 1) {
            throw fault(PlanViewText.DAYS_TWICE);
        }
        if (month != null) {
            try {
                YearMonth m = YearMonth.parse(month.strip());
                return new PlanDays(m.atDay(1), m.atEndOfMonth());
            } catch (DateTimeException e) {
                throw new VigilException(ErrorKind.USAGE, "VG-ROSTER-MONTH", PlanViewText.BAD_MONTH.with(month));
            }
        }
        if (quarter != null) {
            Quarter q = Quarter.parse(quarter.strip());
            return new PlanDays(q.first(), q.last());
        }
        if (ways == 0) {
            if (unsaid == null) {
                throw fault(PlanViewText.DAYS_MISSING);
            }
            return unsaid;
        }
        if (from == null) {
            throw fault(PlanViewText.FROM_MISSING);
        }
        return new PlanDays(from, to == null ? from : to);
    }

    static PlanDays month(LocalDate day) {
        YearMonth m = YearMonth.from(day);
        return new PlanDays(m.atDay(1), m.atEndOfMonth());
    }

    static PlanDays quarter(LocalDate day) {
        Quarter q = Quarter.of(day);
        return new PlanDays(q.first(), q.last());
    }

    private static VigilException fault(PlanViewText text) {
        return new VigilException(ErrorKind.USAGE, "VG-ROSTER-DAYS", text.with());
    }
}
