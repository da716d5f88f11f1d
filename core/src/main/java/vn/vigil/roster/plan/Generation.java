package vn.vigil.roster.plan;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A generation as it is on record.
 *
 * @param inputs SHA-256 of what decided
 * @param cells SHA-256 of what came out
 * @param effort moves of the search
 */
record Generation(
        LocalDate from, LocalDate to, String inputs, String cells, Engine engine, long seed, long effort, Instant at) {}
