package vn.vigil.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import vn.vigil.base.World;
import vn.vigil.config.Config;
import vn.vigil.config.Home;
import vn.vigil.config.Setting;
import vn.vigil.store.Store;

/**
 * An empty, upgraded store on each of the two databases. One suite is written as an abstract class over {@code Databases} and
 * run by two small subclasses, or parameterised over {@link #values()} with {@code @EnumSource}.
 *
 * <p>The PostgreSQL server is a real one, started once for all tests of a process on a free port of the loopback, and ended
 * with the process. Nothing is skipped where it cannot start: the test fails.
 */
public enum Databases {
    SQLITE {
        @Override
        public Config config(TestWorld world, Path folder) {
            return load(world, folder);
        }
    },
    POSTGRES {
        @Override
        public Config config(TestWorld world, Path folder) {
            return load(world, folder)
                    .with(Setting.STORE_URL, Server.freshDatabase())
                    .with(Setting.STORE_USER, "postgres");
        }
    };

    /** Settings for a site under the folder whose store does not exist yet. */
    public abstract Config config(TestWorld world, Path folder);

    /** An empty store with every table. */
    public Store empty(TestWorld world, Path folder) {
        Config config = config(world, folder);
        return Store.create(config.home(), config, world);
    }

    private static Config load(World world, Path folder) {
        return Config.load(world, Home.of(world, folder), null);
    }

    private static final class Server {
        private static final AtomicInteger COUNT = new AtomicInteger();
        private static final EmbeddedPostgres RUNNING = start();

        static String freshDatabase() {
            String name = "vigil_" + COUNT.incrementAndGet();
            try (Connection connection = RUNNING.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return "jdbc:postgresql://localhost:" + RUNNING.getPort() + "/" + name;
        }

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "60")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
