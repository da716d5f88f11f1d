package vn.vigil.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.config.Config;
import vn.vigil.config.Home;
import vn.vigil.config.PrivateFiles;
import vn.vigil.config.Setting;

/** Makes stores and brings older ones up to date. */
final class Creation {
    /** One process locks a file against others, but not one thread against another. */
    private static final Object IN_THIS_PROCESS = new Object();

    private Creation() {}

    static Store create(Home home, Config config, World world) {
        if (!config.text(Setting.STORE_URL).equals("sqlite")) {
            postgres(Opening.postgresDialect(config));
            return Opening.open(home, config, world);
        }
        Path file = home.storeFile();
        synchronized (IN_THIS_PROCESS) {
            try {
                PrivateFiles.folder(file.getParent());
                Path lockFile = file.resolveSibling("vigil.lock");
                try (FileChannel channel = FileChannel.open(
                                lockFile,
                                EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                                PrivateFiles.fileMode());
                        FileLock lock = channel.lock()) {
                    if (!Files.exists(file) || empty(file)) {
                        fresh(file);
                    } else {
                        upgrade(file, world);
                    }
                }
            } catch (IOException e) {
                throw new VigilException(ErrorKind.FAILED, "VG-STORE-CREATE", StoreText.CANNOT_WRITE.with(file))
                        .causedBy(e);
            }
        }
        return Opening.sqlite(file, world);
    }

    /** A file of no bytes and no log, as a full disk or a slip of the hand leaves it: nothing is lost by putting a store there. */
    private static boolean empty(Path file) throws IOException {
        Failures.requireFile(file);
        return Files.size(file) == 0 && !Files.exists(file.resolveSibling(file.getFileName() + "-wal"));
    }

    /** Builds the file beside its place and renames it there when it is whole: nobody ever sees half a store. */
    private static void fresh(Path file) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        for (String ending : new String[] {"", "-wal", "-shm"}) {
            Files.deleteIfExists(beside.resolveSibling(beside.getFileName() + ending));
        }
        PrivateFiles.newFile(beside);
        SqliteDialect dialect = new SqliteDialect(beside, false);
        // Closing the last connection moves the log into the file and removes it.
        try (Connection connection = dialect.create()) {
            dialect.begin(connection, true);
            Upgrades.run(connection, dialect, 0, Upgrades.VERSION);
            dialect.setVersion(connection, Upgrades.VERSION);
            dialect.commit(connection, true);
        } catch (SQLException e) {
            throw Failures.explain(dialect, file, e);
        }
        PrivateFiles.rename(beside, file);
    }

    private static void upgrade(Path file, World world) throws IOException {
        SqliteDialect dialect = new SqliteDialect(file, false);
        try (Connection connection = dialect.connect()) {
            int version = dialect.version(connection);
            if (version >= Upgrades.VERSION) {
                return;
            }
            if (version == 0) {
                throw new VigilException(ErrorKind.CONFLICT, "VG-STORE-FOREIGN", StoreText.NOT_A_STORE.with(file));
            }
            backup(connection, file, version, world);
            dialect.begin(connection, true);
            Upgrades.run(connection, dialect, version, Upgrades.VERSION);
            dialect.setVersion(connection, Upgrades.VERSION);
            dialect.commit(connection, true);
        } catch (SQLException e) {
            throw Failures.explain(dialect, file, e);
        }
    }

    /** A whole copy of one moment, named only when it is complete and on the disk. */
    private static void backup(Connection connection, Path file, int version, World world)
            throws IOException, SQLException {
        Path copy = file.resolveSibling(
                file.getFileName() + ".backup-v" + version + "-" + world.now().getEpochSecond());
        Path beside = copy.resolveSibling(copy.getFileName() + ".new");
        Files.deleteIfExists(beside);
        PrivateFiles.newFile(beside);
        try (PreparedStatement statement = connection.prepareStatement("vacuum into ?")) {
            statement.setString(1, beside.toString());
            statement.execute();
        }
        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        PrivateFiles.rename(beside, copy);
    }

    private static void postgres(PostgresDialect dialect) {
        try (Connection connection = dialect.connect()) {
            dialect.lockForUpgrade(connection);
            int version = dialect.version(connection);
            if (version < Upgrades.VERSION) {
                if (version == 0) {
                    refuseForeign(connection);
                }
                Upgrades.run(connection, dialect, version, Upgrades.VERSION);
                dialect.setVersion(connection, Upgrades.VERSION);
                connection.commit();
            }
        } catch (SQLException e) {
            throw Failures.explain(dialect, null, e);
        }
    }

    /** Never settles down among somebody else's tables. */
    private static void refuseForeign(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                                + " where n.nspname = current_schema() and c.relkind = 'r'")) {
            if (row.next() && row.getInt(1) > 0) {
                throw new VigilException(
                        ErrorKind.CONFLICT, "VG-STORE-FOREIGN", StoreText.NOT_A_STORE.with("PostgreSQL"));
            }
        }
    }
}
