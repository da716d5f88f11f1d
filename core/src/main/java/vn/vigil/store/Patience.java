package vn.vigil.store;

import java.util.concurrent.locks.LockSupport;
import org.sqlite.BusyHandler;

/**
 * Waits while others write: asks again every millisecond or two. SQLite's own handler asks ever less often, up to a tenth of a
 * second apart, so that one of several busy processes was left standing for seconds. It waits in real time, whatever the clock of
 * the {@link vn.vigil.base.World} says, since those it waits for are other processes.
 */
final class Patience extends BusyHandler {
    /** Some ten seconds. */
    private static final int ATTEMPTS = 6000;

    @Override
    protected int callback(int attempts) {
        LockSupport.parkNanos(1_000_000L + (attempts & 1) * 1_000_000L);
        return attempts < ATTEMPTS ? 1 : 0;
    }
}
