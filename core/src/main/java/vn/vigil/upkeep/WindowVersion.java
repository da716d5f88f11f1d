package vn.vigil.upkeep;

import java.time.Instant;

/**
 * What was announced of a work's window, and since when.
 *
 * @param enteredAt from this moment on it held
 * @param from first instant inside
 * @param to first instant no longer inside; equal to {@code from} when nothing is announced any more
 */
public record WindowVersion(Instant enteredAt, Instant from, Instant to) {
    boolean contains(Instant t) {
        return !t.isBefore(from) && t.isBefore(to);
    }
}
