package vn.vigil.roster.book;

import java.time.LocalDate;

/**
 * A place from which cameras are watched.
 *
 * @param id short name, as a camera's
 * @param name what papers call it, NFC
 * @param zone the cameras' zone that is watched from here; null: all of the site
 * @param from first day on which it is watched, in the site's zone
 * @param until last day; null: open
 */
public record Post(String id, String name, String zone, LocalDate from, LocalDate until) {
    public boolean on(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}
