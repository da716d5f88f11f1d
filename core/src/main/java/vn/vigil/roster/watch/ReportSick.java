package vn.vigil.roster.watch;

import java.time.Instant;

/**
 * Somebody cannot come from now on.
 *
 * @param person who, id or name
 * @param until when they are back; null: at midnight, or with the end of a duty that begins before
 * @param replacement who stands in everywhere, id or name; null: nobody yet
 * @param reason in their words, or null
 */
public record ReportSick(String person, Instant until, String replacement, String reason) {}
