package vn.vigil.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.config.Config;
import vn.vigil.config.Home;

/**
 * The store of one site, open. Work is done in transactions, one at a time; may be used by several threads, which wait for
 * each other. A {@link #read} or {@link #write} inside another of the same thread joins it.
 */
public final class Store implements AutoCloseable {
    /** How often a transaction is tried when a connection breaks. */
    private static final int ATTEMPTS = 12;

    /** How long one is tried again while the database asks for a retry, as long as SQLite waits for its lock. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Above this size in bytes the check before a process's first write would be felt. */
    private static final long QUICKLY_CHECKED = 8 << 20;

    private final World world;
    private final Dialect dialect;
    /** The SQLite file; null on PostgreSQL. */
    private final Path file;

    private final boolean readOnly;
    private final ReentrantLock lock = new ReentrantLock();
    private Connection connection;
    private Tx current;
    private boolean checked;
    private boolean rehearsal;

    Store(World world, Dialect dialect, Path file, boolean readOnly, Connection connection) {
        this.world = world;
        this.dialect = dialect;
        this.file = file;
        this.readOnly = readOnly;
        this.connection = connection;
    }

    /**
     * Opens the site's store. Costs one file opened and one row read.
     *
     * @throws VigilException NO_STORE when there is none, or it is older or newer than this program; FAILED when it is
     *     damaged; UNREACHABLE, DENIED by a server; USAGE for an address that is not allowed
     */
    public static Store open(Home home, Config config, World world) {
        return Opening.open(home, config, world);
    }

    /**
     * Makes the site's store, or brings an older one up to this program's version in one transaction; an SQLite file is
     * copied beside itself first ({@code vigil.db.backup-…}). A store that is up to date is only opened. Safe against
     * others doing the same at the same moment, and against being killed at any moment.
     */
    public static Store create(Home home, Config config, World world) {
        return Creation.create(home, config, world);
    }

    /** A warning that holds for this store, or null: SQLite's locks cannot be trusted on a network disk. */
    public Message warning() {
        String type = file == null ? null : Mounts.networkType(file);
        return type == null ? null : StoreText.NETWORK_DISK.with(file, type);
    }

    /** Reads in one transaction: everything seen is of one moment. */
    public <T> T read(Work<T> work) {
        return run(work, Mode.READ);
    }

    /**
     * Changes in one transaction: all of it or nothing, and on the disk when this returns.
     *
     * @throws VigilException BUSY when others write for more than 10 s; FAILED when the disk is read-only, full or damaged
     */
    public <T> T write(Work<T> work) {
        return run(work, rehearsal ? Mode.REHEARSE : Mode.WRITE);
    }

    /** From now on every {@link #write} is done and undone again: for {@code --dry-run}. */
    public void rehearse() {
        rehearsal = true;
    }

    /** Are changes only rehearsed? Effects outside the store must then be left out too. */
    public boolean isRehearsal() {
        return rehearsal;
    }

    /** Does a change and undoes it: what {@code --dry-run} shows is what would have happened. Not inside another. */
    public <T> T rehearse(Work<T> work) {
        return run(work, Mode.REHEARSE);
    }

    /** Is the disk read-only? Then reading works and every {@link #write} is refused. */
    public boolean isReadOnly() {
        return readOnly;
    }

    /** Is this the embedded database of one machine? */
    public boolean isEmbedded() {
        return file != null;
    }

    private enum Mode {
        READ,
        WRITE,
        REHEARSE
    }

    private <T> T run(Work<T> work, Mode mode) {
        boolean writing = mode != Mode.READ;
        lock.lock();
        try {
            if (current != null) {
                if (writing && !current.writing() || mode == Mode.REHEARSE && !rehearsal) {
                    throw new IllegalStateException("no " + mode + " inside another transaction");
                }
                return work.in(current);
            }
            if (writing) {
                beforeWriting();
            }
            return outermost(work, mode);
        } catch (SQLException e) {
            throw new NestedFailure(e);
        } finally {
            lock.unlock();
        }
    }

    /** Carries a failure of joined work to the transaction that it joined. */
    private static final class NestedFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NestedFailure(SQLException cause) {
            super(cause);
        }

        SQLException sql() {
            return (SQLException) getCause();
        }
    }

    private <T> T outermost(Work<T> work, Mode mode) {
        long begun = world.nanos();
        for (int attempt = 1; ; attempt++) {
            List<T> result = new ArrayList<>(1);
            try {
                if (connection == null) {
                    connection = dialect.connect();
                }
                attempt(work, mode, result);
                return result.get(0);
            } catch (SQLException e) {
                if (e instanceof Dialect.CommitLost lost && settle(lost)) {
                    return result.get(0);
                }
                boolean asked = dialect.retry(e);
                boolean again = asked
                        ? world.nanos() - begun < PATIENCE.toNanos()
                        : attempt < ATTEMPTS && (dialect.lost(e) || e instanceof Dialect.CommitLost);
                if (!again) {
                    throw explained(e);
                }
                if (!asked) {
                    disconnect();
                }
                world.sleep(Duration.ofMillis(world.random().nextInt(10 << Math.min(attempt, 6))));
            }
        }
    }

    private <T> void attempt(Work<T> work, Mode mode, List<T> result) throws SQLException {
        boolean writing = mode != Mode.READ;
        boolean done = false;
        dialect.begin(connection, writing);
        current = new Tx(connection, writing);
        try {
            result.add(work.in(current));
            done = true;
        } catch (NestedFailure e) {
            throw e.sql();
        } finally {
            current = null;
            if (!done || mode == Mode.REHEARSE) {
                undo();
            }
        }
        if (mode != Mode.REHEARSE) {
            boolean committed = false;
            try {
                dialect.commit(connection, writing);
                committed = true;
            } finally {
                if (!committed) {
                    undo();
                }
            }
        }
    }

    /** Rolls back; a failure of that is not the one to tell, but such a connection is of no use any more. */
    private void undo() {
        try {
            dialect.rollback(connection);
        } catch (SQLException e) {
            disconnect();
        }
    }

    /** The commit went out and no answer came back: asks the server, on a new connection, what became of it. */
    private boolean settle(Dialect.CommitLost lost) {
        disconnect();
        for (int attempt = 1; ; attempt++) {
            try {
                connection = dialect.connect();
                return dialect.happened(connection, lost);
            } catch (SQLException e) {
                disconnect();
                if (attempt == ATTEMPTS) {
                    throw explained(e);
                }
                world.sleep(Duration.ofMillis(50L << Math.min(attempt, 6)));
            }
        }
    }

    private void disconnect() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // Nothing is lost with it: what was not committed is undone by the server.
        }
        connection = null;
    }

    private void beforeWriting() {
        if (readOnly) {
            throw Failures.readOnly(file);
        }
        if (file == null || checked) {
            return;
        }
        try {
            Path mark = damageMark();
            boolean suspected = Files.exists(mark);
            if (suspected || Files.size(file) <= QUICKLY_CHECKED) {
                List<String> findings = dialect.check(connection);
                if (!findings.isEmpty()) {
                    throw damaged(findings);
                }
                Files.deleteIfExists(mark);
            }
            checked = true;
        } catch (IOException e) {
            throw Failures.readOnly(file).causedBy(e);
        }
    }

    private Path damageMark() {
        return file.resolveSibling(file.getFileName() + ".damaged");
    }

    private VigilException damaged(List<String> findings) {
        try {
            // So that later processes look before they write, whatever the size.
            Files.writeString(damageMark(), String.join("\n", findings) + "\n");
        } catch (IOException e) {
            // The disk may be gone altogether; the failure itself is told anyway.
        }
        return Failures.corrupt(file, findings);
    }

    private RuntimeException explained(SQLException e) {
        if (file != null && dialect.failure(e) == Dialect.Failure.CORRUPT) {
            List<String> findings = connection == null ? List.of() : dialect.check(connection);
            return damaged(findings.isEmpty() ? List.of(String.valueOf(e.getMessage())) : findings)
                    .causedBy(e);
        }
        return Failures.explain(dialect, file, e);
    }

    /** What the database's own check finds wrong with the store, in its words; empty when all is well. */
    public List<String> check() {
        lock.lock();
        try {
            return dialect.check(connection);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Compares the live schema with one built from nothing by this program.
     *
     * @return what differs: {@code + part} only in the live store, {@code - part} missing there; empty when equal
     */
    public List<String> verifySchema() {
        lock.lock();
        try {
            List<String> live = dialect.schema(connection);
            List<String> fresh = dialect.freshSchema(connection);
            List<String> differences = new ArrayList<>();
            for (String part : live) {
                if (!fresh.contains(part)) {
                    differences.add("+ " + part);
                }
            }
            for (String part : fresh) {
                if (!live.contains(part)) {
                    differences.add("- " + part);
                }
            }
            return differences;
        } catch (SQLException e) {
            throw explained(e);
        } finally {
            lock.unlock();
        }
    }

    World world() {
        return world;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            disconnect();
        } finally {
            lock.unlock();
        }
    }
}
