package vn.vigil.roster.holiday;

import java.time.Instant;
import vn.vigil.calendar.DecidedDay;

/**
 * One day that the site decided about.
 *
 * @param day what was decided; its source is the written basis
 * @param enteredAt when it was put on record; to the microsecond
 * @param enteredBy member id, or {@code os:} and the account
 * @param removed null while it holds
 */
public record SiteHoliday(DecidedDay day, Instant enteredAt, String enteredBy, Removed removed) {
    /**
     * That it holds no longer.
     *
     * @param by member id, or {@code os:} and the account
     */
    public record Removed(Instant at, String by, String reason) {}
}
