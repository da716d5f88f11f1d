package vn.vigil.base;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The process's own clock, ticker and randomness; the one place that may name them. */
enum RealWorld implements World {
    INSTANCE;

    /** Loaded only when somebody wants randomness: seeding costs start-up time. */
    private static final class Randomness {
        static final SecureRandom SOURCE = new SecureRandom();
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public void sleep(Duration length) {
        try {
            Thread.sleep(length.toMillis(), (int) (length.toNanos() % 1_000_000));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public SecureRandom random() {
        return Randomness.SOURCE;
    }

    @Override
    public Map<String, String> environment() {
        return System.getenv();
    }

    @Override
    public String osUser() {
        return System.getProperty("user.name", "");
    }
}
