package vn.vigil.incident;

import java.time.Instant;
import java.time.LocalDate;
import vn.vigil.base.CaseId;
import vn.vigil.base.MemberId;

/**
 * Something to be done for an incident.
 *
 * @param number of the entry that set it
 * @param words empty while masked
 * @param due last day, in the site's zone; null when none was set
 * @param endedAt null while it is open
 * @param outcome what came of it, or why it was dropped; empty while it is open
 */
public record Task(
        CaseId incident,
        int number,
        String words,
        MemberId owner,
        LocalDate due,
        Instant setAt,
        Instant endedAt,
        boolean dropped,
        String outcome) {
    public boolean open() {
        return endedAt == null;
    }
}
