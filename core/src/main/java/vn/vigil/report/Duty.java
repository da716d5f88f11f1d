package vn.vigil.report;

import java.time.LocalDate;
import vn.vigil.base.MessageKey;
import vn.vigil.base.Severity;

/**
 * One duty of a year.
 *
 * @param subject for what: a quarter, a month, a year, a number
 * @param due last day
 */
public record Duty(DutyKind kind, String subject, LocalDate due, State state) {
    /** How it stands. */
    public enum State implements MessageKey {
        DONE,
        /** To come. */
        DUE,
        /** Within the days that were asked for. */
        SOON,
        OVERDUE,
        /** Before the day from which the site's duties are tracked. */
        NOT_TRACKED;

        @Override
        public String catalogue() {
            return "report-duty-state";
        }
    }

    /** What is recommended is never critical. */
    public Severity severity() {
        return switch (state) {
            case DONE, DUE, NOT_TRACKED -> Severity.OK;
            case SOON -> Severity.WARNING;
            case OVERDUE -> kind.dated() ? Severity.CRITICAL : Severity.WARNING;
        };
    }
}
