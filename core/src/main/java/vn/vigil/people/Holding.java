package vn.vigil.people;

import java.time.LocalDate;

/**
 * An office held for a time; days in the site's zone.
 *
 * @param from first day
 * @param until last day, or null while it is open
 * @param title what the holder is called in the house ({@code Phó Giám đốc}); null: as the office is
 */
public record Holding(Office office, LocalDate from, LocalDate until, String title) {
    public boolean on(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}
