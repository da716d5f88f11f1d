package vn.vigil.roster.plan;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A roster as it was sealed.
 *
 * @param id {@code ROS-2026-0001}
 * @param revision from 1; how many times these days have been published
 * @param from first day
 * @param to last day
 * @param digest SHA-256 of the seats as published, hexadecimal
 * @param documentNumber number of the paper it was published by, or null
 * @param reason why it was published in spite of gaps, or null
 * @param by member id, or {@code os:<account>}
 */
public record Publication(
        String id,
        int revision,
        LocalDate from,
        LocalDate to,
        String digest,
        String documentNumber,
        String reason,
        Instant at,
        String by) {
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
