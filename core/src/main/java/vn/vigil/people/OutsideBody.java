package vn.vigil.people;

import java.time.LocalDate;

/**
 * Somebody outside to be called, as valid from a day until another contact of the same id begins or it ends.
 *
 * @param id short name
 * @param name NFC
 * @param from first day, in the site's zone; null for the emergency numbers that the program knows
 * @param until last day, or null while it is open
 */
public record OutsideBody(String id, String name, String phone, BodyKind kind, LocalDate from, LocalDate until) {
    public boolean on(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }

    /** An emergency number of the country, which nobody entered and nobody can end. */
    public boolean builtIn() {
        return from == null;
    }
}
