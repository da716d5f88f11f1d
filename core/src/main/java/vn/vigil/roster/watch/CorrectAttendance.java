package vn.vigil.roster.watch;

import java.time.Instant;

/**
 * An erratum; what is null stays as it was.
 *
 * @param withdraw nobody was there: the entry holds no more and nothing takes its place
 * @param person who was there instead, id or name
 * @param reason not blank
 */
public record CorrectAttendance(Instant in, Instant out, String person, boolean withdraw, String reason) {}
