package vn.vigil.roster.book;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * Names one seat of one shift of one day; bound to the shift's identity and not to its times, so that it survives a change of
 * hours.
 *
 * @param day the day on which the shift begins, in the site's zone
 * @param shift the shift's id
 * @param seat from 1
 */
public record SlotKey(LocalDate day, String shift, SeatRole role, int seat) implements Comparable<SlotKey> {
    /** Reads {@code 2026-12-05/day/watcher-1}, {@code 2026-12-05/day/lead} or {@code 2026-12-05/day}; null for another form. */
    public static SlotKey parse(String text) {
        String[] parts = text.strip().split("/", -1);
        if (parts.length < 2 || parts.length > 3 || parts[1].isEmpty()) {
            return null;
        }
        String role = parts.length == 2 ? "watcher" : parts[2];
        int dash = role.lastIndexOf('-');
        String number = dash < 0 ? "1" : role.substring(dash + 1);
        SeatRole seatRole = SeatRole.of(dash < 0 ? role : role.substring(0, dash));
        if (seatRole == null || !number.matches("[1-9]")) {
            return null;
        }
        try {
            return new SlotKey(LocalDate.parse(parts[0]), parts[1], seatRole, Integer.parseInt(number));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Written out: linking a record's own costs milliseconds of every start. */
    @Override
    public boolean equals(Object o) {
        return o instanceof SlotKey other
                && day.equals(other.day)
                && shift.equals(other.shift)
                && role == other.role
                && seat == other.seat;
    }

    @Override
    public int hashCode() {
        return (day.hashCode() * 31 + shift.hashCode()) * 31 + role.ordinal() * 16 + seat;
    }

    @Override
    public int compareTo(SlotKey o) {
        int c = day.compareTo(o.day);
        c = c != 0 ? c : shift.compareTo(o.shift);
        c = c != 0 ? c : role.compareTo(o.role);
        return c != 0 ? c : Integer.compare(seat, o.seat);
    }

    @Override
    public String toString() {
        return day + "/" + shift + "/" + role.id() + "-" + seat;
    }
}
