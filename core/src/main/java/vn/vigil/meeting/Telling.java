package vn.vigil.meeting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An entry to be made. */
final class Telling {
    final Act act;
    final Instant at;
    final Map<String, List<String>> fields = new TreeMap<>();

    /** @param at when it happened; null: now */
    Telling(Act act, Instant at) {
        this.act = act;
        this.at = at;
    }

    static Telling of(Act act) {
        return new Telling(act, null);
    }

    /** Puts a value; null and empty texts are left out. */
    Telling with(String name, Object value) {
        String text = value == null ? "" : value.toString();
        if (!text.isEmpty()) {
            fields.computeIfAbsent(name, n -> new ArrayList<>()).add(text);
        }
        return this;
    }

    Telling withAll(String name, List<?> values) {
        values.forEach(v -> with(name, v));
        return this;
    }

    /** Whether an entry tells the same. */
    boolean same(JournalEntry e) {
        return e.act() == act && e.fields().equals(fields) && (at == null || at.equals(e.at()));
    }
}
