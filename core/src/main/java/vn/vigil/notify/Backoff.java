package vn.vigil.notify;

import java.time.Duration;

/** How long to wait after the n-th failed attempt. */
final class Backoff {
    private static final int[] MINUTES = {1, 2, 5, 15, 60};

    private Backoff() {}

    /** @param attempts how many there have been, at least 1 */
    static Duration after(int attempts) {
        return Duration.ofMinutes(MINUTES[Math.min(attempts, MINUTES.length) - 1]);
    }
}
