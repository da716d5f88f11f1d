package vn.vigil.people;

import java.time.LocalDate;

/**
 * An office held for a time; days in the site's zone.
 *
 * @param from first day
 * @param until last day, or null while it is open
 */
public record Holding(Office office, LocalDate from, LocalDate until) {
    public boolean on(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}
