package vn.vigil.camera;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a camera's recorder said when it was asked. Times are site time.
 *
 * @param asked when
 * @param oldest its oldest recording, or null when not told
 * @param newest its newest recording, or null when it has none
 * @param recorded seconds recorded of the 24 hours before
 * @param missing seconds missing of them
 * @param holes in how many pieces
 */
record RecorderFacts(Instant asked, Instant oldest, Instant newest, long recorded, long missing, int holes) {
    /** So long before the question is looked at. */
    static final Duration WINDOW = Duration.ofHours(24);

    /** Recorders write in pieces: what is this young may not have been closed yet. */
    private static final Duration LAG = Duration.ofHours(1);

    /** A promise of thirty days is kept when the thirtieth is only begun. */
    private static final Duration GRACE = Duration.ofDays(1);

    /**
     * What is wrong with it.
     *
     * @param promisedDays for how many days recordings were promised to be kept; 0: nothing was
     * @param added since when the camera is in the inventory: a younger promise cannot be broken yet
     */
    List<Finding> findings(int promisedDays, Instant added) {
        List<Finding> findings = new ArrayList<>();
        if (newest == null || newest.isBefore(asked.minus(LAG))) {
            findings.add(Finding.NOT_RECORDING);
        }
        Instant due = asked.minus(Duration.ofDays(promisedDays)).plus(GRACE);
        if (promisedDays > 0 && oldest != null && oldest.isAfter(due) && added.isBefore(due)) {
            findings.add(Finding.RETENTION_SHORT);
        }
        return findings;
    }
}
