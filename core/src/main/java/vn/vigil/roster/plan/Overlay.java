package vn.vigil.roster.plan;

import java.time.Instant;

/**
 * A stretch as it is on record.
 *
 * @param id from 1, in the order of entering
 * @param enteredBy member id, or {@code os:<account>}
 * @param withdrawnAt null while it holds
 */
public record Overlay(long id, Stretch stretch, Instant enteredAt, String enteredBy, Instant withdrawnAt) {}
