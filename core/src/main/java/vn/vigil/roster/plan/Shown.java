package vn.vigil.roster.plan;

import java.time.LocalDate;
import java.util.List;

/**
 * A roster as it stands.
 *
 * @param rows by day, start, shift, role and seat; a seat whose time is shared has several
 * @param publications those that hold for some of the days, the latest first
 */
public record Shown(LocalDate from, LocalDate to, List<Row> rows, List<Publication> publications) {
    /**
     * One stretch of a seat.
     *
     * @param name the holder's full name, or the outside body's id; null: nobody
     * @param phone the holder's telephone number, or null
     * @param locked whether generating leaves it alone
     * @param publication id of the published roster that holds for the day, or null
     */
    public record Row(Duty duty, String name, String phone, boolean locked, String publication) {}

    public Shown {
        rows = List.copyOf(rows);
        publications = List.copyOf(publications);
    }
}
