package vn.vigil.upkeep;

import java.time.Instant;

/**
 * What is to be put right about a work; null leaves a field as it is.
 *
 * @param worker id or name of a member; takes the place of a firm
 * @param firm takes the place of a member
 * @param every {@code 3mo}, {@code 1y}, or {@code never}
 * @param done facts about what was done; only for work that is
 * @param reason why; demanded
 * @param longAgreed the person knows that the window is long
 */
public record CorrectWork(
        String what,
        Instant from,
        Instant to,
        String worker,
        String firm,
        String plannedCost,
        String every,
        DoneWork done,
        String reason,
        boolean longAgreed) {}
