package vn.vigil.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.config.Config;
import vn.vigil.config.Home;
import vn.vigil.config.PasswordFile;
import vn.vigil.config.Setting;

/** Opens a store that exists. */
final class Opening {
    private Opening() {}

    static Store open(Home home, Config config, World world) {
        String url = config.text(Setting.STORE_URL);
        if (!url.equals("sqlite")) {
            return postgres(config, world);
        }
        Path file = home.storeFile();
        if (!Files.exists(file)) {
            throw Failures.noStore(StoreText.NO_STORE_AT.with(file));
        }
        Failures.requireFile(file);
        return sqlite(file, world);
    }

    static Store sqlite(Path file, World world) {
        SqliteDialect dialect = new SqliteDialect(file, false);
        Connection connection = null;
        boolean readOnly = false;
        try {
            connection = dialect.connect();
            current(dialect, connection);
        } catch (SQLException e) {
            if (dialect.failure(e) != Dialect.Failure.READ_ONLY || !onlyReadable(file)) {
                close(connection);
                throw Failures.explain(dialect, file, e);
            }
            close(connection);
            readOnly = true;
            dialect = new SqliteDialect(file, true);
            connection = connectReadOnly(dialect, file);
        } catch (VigilException e) {
            close(connection);
            throw e;
        }
        return new Store(world, dialect, file, readOnly, connection);
    }

    private static Connection connectReadOnly(SqliteDialect dialect, Path file) {
        try {
            Connection connection = dialect.connect();
            current(dialect, connection);
            return connection;
        } catch (SQLException e) {
            throw Failures.explain(dialect, file, e);
        }
    }

    /** On a disk that cannot be written, and with no log beside it whose content would be overlooked. */
    private static boolean onlyReadable(Path file) {
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        try {
            return Files.isReadable(file)
                    && !Files.isWritable(file.getParent())
                    && (!Files.exists(log) || Files.size(log) == 0);
        } catch (IOException e) {
            return false;
        }
    }

    private static Store postgres(Config config, World world) {
        PostgresDialect dialect = postgresDialect(config);
        Connection connection = null;
        try {
            connection = dialect.connect();
            current(dialect, connection);
            return new Store(world, dialect, null, false, connection);
        } catch (SQLException e) {
            close(connection);
            throw Failures.explain(dialect, null, e);
        } catch (VigilException e) {
            close(connection);
            throw e;
        }
    }

    static PostgresDialect postgresDialect(Config config) {
        PostgresUrl url = PostgresUrl.parse(config.text(Setting.STORE_URL));
        Path passwordFile = config.path(Setting.STORE_PASSWORD_FILE);
        String password = passwordFile == null ? null : PasswordFile.read(passwordFile);
        return new PostgresDialect(url, config.text(Setting.STORE_USER), password);
    }

    /** Refuses a store of another version. */
    private static void current(Dialect dialect, Connection connection) throws SQLException {
        int version = dialect.version(connection);
        if (version == 0) {
            throw Failures.noStore(StoreText.UNFINISHED.with());
        }
        if (version < Upgrades.VERSION) {
            throw Failures.older(version);
        }
        if (version > Upgrades.VERSION) {
            throw Failures.newer(version);
        }
    }

    static void close(Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
