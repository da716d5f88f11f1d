package vn.vigil.people;

import java.time.Instant;

/**
 * What to put right about an absence; null leaves a value as it is.
 *
 * @param reason why the member is away
 */
public record AbsenceChange(Instant from, Instant to, AbsenceKind kind, String reason) {}
