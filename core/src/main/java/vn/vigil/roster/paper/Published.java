package vn.vigil.roster.paper;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A published roster.
 *
 * @param id {@code ROS-2026-0001}
 * @param revision from 1; how many times these days have been published
 * @param last its last day
 * @param digest SHA-256 of its seats, hexadecimal
 * @param number of the paper it was published by; null: none is known
 */
record Published(String id, int revision, LocalDate first, LocalDate last, String digest, String number, Instant at) {
    boolean holds(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
