package vn.vigil.meeting;

import java.time.LocalTime;
import java.util.List;

/**
 * Who took part and how.
 *
 * @param people ids or names of members
 * @param guests names of others
 * @param from when they came; null: from the beginning
 * @param to when they left; null: until the end
 * @param reason of an absence; or null
 */
public record Attend(
        List<String> people, List<String> guests, Presence how, LocalTime from, LocalTime to, String reason) {
    public Attend {
        people = List.copyOf(people);
        guests = List.copyOf(guests);
    }
}
