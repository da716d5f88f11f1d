package vn.vigil.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One entry about a meeting, action, proposal or petition.
 *
 * @param number from 1, in the order of entering
 * @param at when it happened
 * @param by who did it: member id, or {@code os:<account>}
 * @param fields what it tells, as {@link Act} names it; a name without values is not there
 * @param enteredAt when it was entered
 */
public record JournalEntry(
        int number, Act act, Instant at, String by, Map<String, List<String>> fields, Instant enteredAt) {
    public JournalEntry {
        fields = new TreeMap<>(fields);
    }

    /** The first value of a field; empty when there is none. */
    public String text(String name) {
        List<String> values = fields.get(name);
        return values == null ? "" : values.get(0);
    }

    /** Every value of a field, in order. */
    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** A field as a day; null when there is none. */
    LocalDate day(String name) {
        String text = text(name);
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    /** A field as a moment; null when there is none. */
    Instant moment(String name) {
        String text = text(name);
        return text.isEmpty() ? null : Instant.parse(text);
    }

    /** A field as a number; 0 when there is none. */
    int count(String name) {
        String text = text(name);
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }
}
