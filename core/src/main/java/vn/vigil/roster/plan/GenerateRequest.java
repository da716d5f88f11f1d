package vn.vigil.roster.plan;

import java.time.Duration;
import java.time.LocalDate;

/**
 * What roster is wanted.
 *
 * @param from first day
 * @param to last day, at most a year and a day later
 * @param seed what tells equal searches apart; any number
 * @param effort moves of the search; null: what fits the size
 * @param prove how long to try to prove that no roster is better; null: not at all
 * @param replanFrom as little as possible is changed, and nothing before this day; null: made anew
 * @param reason why, needed where a published roster changes; or null
 * @param withGaps whether a roster with empty seats is written where no full one exists
 */
public record GenerateRequest(
        LocalDate from,
        LocalDate to,
        Engine engine,
        long seed,
        Long effort,
        Duration prove,
        LocalDate replanFrom,
        String reason,
        boolean withGaps) {}
