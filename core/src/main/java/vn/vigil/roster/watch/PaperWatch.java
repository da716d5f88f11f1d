package vn.vigil.roster.watch;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A watch as the paper book has it.
 *
 * @param person who stood it, id or name
 * @param shift the shift's id
 * @param day on which the shift began; null: today
 * @param from when they came; null: with the shift
 * @param to when they left; null: with the shift
 * @param sheet where it stands in the book, or null
 */
public record PaperWatch(String person, String shift, LocalDate day, Instant from, Instant to, String sheet) {}
