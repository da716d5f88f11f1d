package vn.vigil.testkit;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import vn.vigil.base.World;

/**
 * A world whose clock obeys the test: it stands still until told to move, and sleeping moves it at once. Wall clock and
 * ticker move apart only by {@link #jumpClock}, as when an operator or NTP sets the time. Safe for several threads.
 */
public final class TestWorld implements World {
    private Instant now;
    private long nanos = 1_000_000_000L;
    private final Map<String, String> environment = new ConcurrentHashMap<>();
    private volatile String osUser = "duty";
    private final SecureRandom random = new SecureRandom();

    private TestWorld(Instant now) {
        this.now = now;
    }

    /** A world at 2026-03-02T07:05:00Z (Monday, 14:05 in Vietnam) with an empty environment and the login {@code duty}. */
    public static TestWorld create() {
        return at("2026-03-02T07:05:00Z");
    }

    /** A world at the given instant (RFC 3339). */
    public static TestWorld at(String instant) {
        return new TestWorld(Instant.parse(instant));
    }

    /** Lets time pass: wall clock and ticker together. */
    public synchronized TestWorld pass(Duration length) {
        now = now.plus(length);
        nanos += length.toNanos();
        return this;
    }

    /** Sets the wall clock alone. */
    public synchronized TestWorld jumpClock(Instant to) {
        now = to;
        return this;
    }

    public TestWorld environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    public TestWorld home(Path folder) {
        return environment("VIGIL_HOME", folder.toString());
    }

    public TestWorld osUser(String login) {
        osUser = login;
        return this;
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public void sleep(Duration length) {
        pass(length);
        // Who waits for another process really lets it go first.
        LockSupport.parkNanos(random.nextInt(1_000_000));
    }

    @Override
    public SecureRandom random() {
        return random;
    }

    @Override
    public Map<String, String> environment() {
        return environment;
    }

    @Override
    public String osUser() {
        return osUser;
    }
}
