package vn.vigil.base;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/**
 * The only way to what differs from run to run: clock, ticker, sleep, randomness, the site's zone and the process's
 * environment. Tests hand in a world of their own. Implementations are safe for use by several threads.
 */
public interface World {
    /** The wall clock, UTC. Taken once per procedure. */
    Instant now();

    /** A monotonic ticker in nanoseconds; only differences mean something. Durations are measured with it, never with {@link #now()}. */
    long nanos();

    /** Sleeps; on interruption the interrupt flag stays set and the call returns early. */
    void sleep(Duration length);

    /** Randomness fit for keys and nonces. */
    SecureRandom random();

    /** The zone in which local input is read and local times are printed, when no site setting says otherwise: Asia/Ho_Chi_Minh. */
    default ZoneId zone() {
        return ZoneId.of("Asia/Ho_Chi_Minh");
    }

    /** Environment variables, as the process got them. */
    Map<String, String> environment();

    /** The login name of the account that runs this process. */
    String osUser();

    /** The real world. */
    static World real() {
        return RealWorld.INSTANCE;
    }
}
