package vn.vigil.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.vigil.base.CameraId;

/**
 * What is put right.
 *
 * @param fields new values in the words of the command line; times in RFC 3339, UTC; an empty text for none
 * @param without cameras that do not belong to it
 * @param event number of the entry that is meant; 0: none
 * @param at when that really happened; null: as it was
 * @param words what that should say; null: as it was
 * @param withdraw whether that is taken back
 * @param reason why; not empty
 */
public record Correction(
        Map<Field, String> fields,
        List<CameraId> without,
        int event,
        Instant at,
        String words,
        boolean withdraw,
        String reason) {
    public Correction {
        fields = Map.copyOf(fields);
        without = List.copyOf(without);
    }
}
