package vn.vigil.incident;

import java.time.Instant;
import java.util.List;

/**
 * Who is told of an incident, or was.
 *
 * @param to whom; empty: those of leader, deputy and board whom nobody told yet
 * @param by null: by message
 * @param whom the person, as told; null: whoever holds the office that day
 * @param at when; null: now
 * @param note what they said; may be empty
 */
public record NewTelling(List<Addressee> to, Way by, String whom, Instant at, String note) {
    public NewTelling {
        to = List.copyOf(to);
    }
}
