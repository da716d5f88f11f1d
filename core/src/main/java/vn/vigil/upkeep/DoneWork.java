package vn.vigil.upkeep;

import java.time.Instant;
import java.util.List;
import vn.vigil.base.Message;

/**
 * What is told of work that is done.
 *
 * @param at when it ended; null: now
 * @param note or null
 * @param parts each {@code name:quantity:unit price}
 * @param cost an amount as {@link vn.vigil.text.Dong} reads it, for all of it; null: what the parts cost
 * @param photo a path or words; or null
 * @param misread what of the input could not be read, told together with the other faults
 */
public record DoneWork(Instant at, String note, List<String> parts, String cost, String photo, List<Message> misread) {
    public DoneWork {
        parts = List.copyOf(parts);
        misread = List.copyOf(misread);
    }
}
