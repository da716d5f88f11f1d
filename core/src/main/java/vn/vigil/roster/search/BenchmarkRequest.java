package vn.vigil.roster.search;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A benchmark instance to solve.
 *
 * @param in the instance
 * @param out where the roster goes
 * @param force whether a different file there may be replaced
 * @param dryRun whether to write nothing
 * @param time for search and proof together; null for no limit, and then {@code moves} decides
 * @param moves of each lane, at least 0; null for as many as the time allows
 * @param seed any number
 * @param prove whether to ask for a proof after the search
 */
public record BenchmarkRequest(
        Path in, Path out, boolean force, boolean dryRun, Duration time, Long moves, long seed, boolean prove) {
    public BenchmarkRequest {
        Checks.that(time != null || moves != null, "neither time nor moves");
        Checks.that(time == null || !time.isNegative(), "a negative time");
        Checks.that(moves == null || moves >= 0, "negative moves");
    }
}
