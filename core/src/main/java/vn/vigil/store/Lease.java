package vn.vigil.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;

/**
 * The right to do a piece of work alone, over all processes and machines of a site, for a limited time. {@link #close}
 * gives it back at once. A holder that was killed or interrupted loses it to the next on its machine, who sees that its
 * process is gone, and to others by waiting. For one thread.
 */
public final class Lease implements AutoCloseable {
    /** A lease "taken" this far in the future was written under a clock that was wrong. */
    private static final long CLOCK_TRUST_US = 60_000_000L;

    private final Store store;
    private final String name;
    private final String token;

    private Lease(Store store, String name, String token) {
        this.store = store;
        this.name = name;
        this.token = token;
    }

    /**
     * Takes the lease, or says who holds it.
     *
     * @param name what is done alone, {@code camera-check}
     * @param length how long it holds without {@link #renew}
     * @throws VigilException BUSY while another holds it
     */
    public static Lease take(Store store, String name, Duration length) {
        Object[] held = new Object[2];
        Lease lease = tryTake(store, name, length, held);
        if (lease == null) {
            throw new VigilException(ErrorKind.BUSY, "VG-STORE-LEASE-HELD", StoreText.LEASE_HELD.with(name))
                    .why(StoreText.LEASE_HELD_BY.with(held))
                    .next(StoreText.LEASE_WAIT.with());
        }
        return lease;
    }

    /** As {@link #take}, but null while another holds it. */
    public static Lease tryTake(Store store, String name, Duration length) {
        return tryTake(store, name, length, new Object[2]);
    }

    private static Lease tryTake(Store store, String name, Duration length, Object[] held) {
        World world = store.world();
        String token = token(world.random());
        String holder = holder(world);
        return store.write(tx -> {
            long now = micros(world.now());
            tx.run(
                    "delete from lease where name = ? and (expires_us <= ? or taken_us > ?)",
                    name,
                    now,
                    now + CLOCK_TRUST_US);
            long until = now + Math.max(1, length.toNanos() / 1000);
            String sql = "insert into lease (name, holder, token, taken_us, expires_us) values (?, ?, ?, ?, ?)"
                    + " on conflict (name) do nothing";
            if (tx.run(sql, name, holder, token, now, until) == 1) {
                return new Lease(store, name, token);
            }
            String dead = tokenOf(tx, name);
            if (isDead(dead)
                    && tx.run("delete from lease where name = ? and token = ?", name, dead) == 1
                    && tx.run(sql, name, holder, token, now, until) == 1) {
                return new Lease(store, name, token);
            }
            readHolder(tx, name, held);
            return null;
        });
    }

    private static String tokenOf(Tx tx, String name) throws SQLException {
        try (PreparedStatement statement = tx.prepare("select token from lease where name = ?", name);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getString(1) : null;
        }
    }

    /** Whether a holder ran where we can see it, and runs no more. A number given to a new process only means waiting. */
    private static boolean isDead(String token) {
        String here = processes();
        if (token == null || here == null || !token.startsWith(here + ":")) {
            return false;
        }
        String pid = token.substring(here.length() + 1, token.lastIndexOf(':'));
        return ProcessHandle.of(Long.parseLong(pid)).isEmpty();
    }

    /** Names the set of processes among which a process number means something: this start of this kernel, this namespace. */
    private static String processes() {
        try {
            String boot =
                    Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
            String namespace =
                    Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
            return boot + "/" + namespace.replace(":", "");
        } catch (IOException e) {
            return null;
        }
    }

    private static void readHolder(Tx tx, String name, Object[] held) throws SQLException {
        try (PreparedStatement statement = tx.prepare("select holder, expires_us from lease where name = ?", name);
                ResultSet row = statement.executeQuery()) {
            if (row.next()) {
                held[0] = row.getString(1);
                held[1] = Instant.ofEpochSecond(row.getLong(2) / 1_000_000).toString();
            }
        }
    }

    /**
     * Holds it for {@code length} from now.
     *
     * @return false when it had expired and somebody else has taken it: stop
     */
    public boolean renew(Duration length) {
        return store.write(tx -> {
            long now = micros(store.world().now());
            String sql = "update lease set taken_us = ?, expires_us = ? where name = ? and token = ?";
            return tx.run(sql, now, now + Math.max(1, length.toNanos() / 1000), name, token) == 1;
        });
    }

    /** Gives it back, if it is still held. */
    @Override
    public void close() {
        store.write(tx -> tx.run("delete from lease where name = ? and token = ?", name, token));
    }

    private static String token(SecureRandom random) {
        String unique = Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
        return processes() + ":" + ProcessHandle.current().pid() + ":" + unique;
    }

    private static String holder(World world) {
        String machine;
        try {
            machine = Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException e) {
            machine = "?";
        }
        return world.osUser() + ", pid " + ProcessHandle.current().pid() + ", " + machine;
    }

    private static long micros(Instant t) {
        return t.getEpochSecond() * 1_000_000 + t.getNano() / 1000;
    }
}
