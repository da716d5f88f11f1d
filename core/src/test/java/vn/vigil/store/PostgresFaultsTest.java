package vn.vigil.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.config.Config;
import vn.vigil.config.Setting;
import vn.vigil.testkit.Databases;
import vn.vigil.testkit.TestWorld;

/** What can happen on the way to a server (FAULTS G). */
class PostgresFaultsTest {
    @TempDir
    Path folder;

    private final TestWorld world = TestWorld.create();

    @Test
    void aSerializationFailureIsTriedAgainFromTheStart() {
        Config config = Databases.POSTGRES.config(world, folder);
        try (Store one = Store.create(config.home(), config, world);
                Store other = Store.open(config.home(), config, world)) {
            AtomicInteger attempts = new AtomicInteger();
            one.write(tx -> {
                long seq = seq(tx);
                if (attempts.incrementAndGet() == 1) {
                    other.write(t -> t.run("update ledger_head set seq = seq + 10"));
                }
                return tx.run("update ledger_head set seq = ?", seq + 1);
            });
            assertEquals(2, attempts.get());
            assertEquals(11, (long) other.read(PostgresFaultsTest::seq));
        }
    }

    @Test
    void aStoreThatNeverComesFreeIsBusyAndNotForEver() {
        Config config = Databases.POSTGRES.config(world, folder);
        try (Store one = Store.create(config.home(), config, world);
                Store other = Store.open(config.home(), config, world)) {
            AtomicInteger attempts = new AtomicInteger();
            VigilException e = assertThrows(
                    VigilException.class,
                    () -> one.write(tx -> {
                        long seq = seq(tx);
                        attempts.incrementAndGet();
                        other.write(t -> t.run("update ledger_head set seq = seq + 10"));
                        return tx.run("update ledger_head set seq = ?", seq + 1);
                    }));
            assertEquals(ErrorKind.BUSY, e.kind());
            assertTrue(attempts.get() > 3 && attempts.get() < 100);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aConnectionLostAtCommitMakesNoDoubleEntry(boolean commitArrives) throws Exception {
        Config direct = Databases.POSTGRES.config(world, folder);
        Store.create(direct.home(), direct, world).close();
        String url = direct.text(Setting.STORE_URL);
        int port = Integer.parseInt(url.substring(url.indexOf("localhost:") + 10, url.lastIndexOf('/')));
        try (Cutter cutter = new Cutter(port, commitArrives)) {
            Config config = direct.with(Setting.STORE_URL, url.replace(":" + port + "/", ":" + cutter.port() + "/"));
            try (Store store = Store.open(config.home(), config, World.real())) {
                AtomicInteger attempts = new AtomicInteger();
                cutter.arm();
                int result = store.write(tx -> {
                    tx.run("update ledger_head set seq = seq + 1");
                    return attempts.incrementAndGet();
                });
                assertTrue(cutter.hasCut());
                // Arrived: done once, and the first answer stands. Not arrived: done again.
                assertEquals(commitArrives ? 1 : 2, result);
                assertEquals(1, (long) store.read(PostgresFaultsTest::seq));
            }
        }
    }

    @Test
    void aServerThatIsNotThereIsUnreachable() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Config config = Databases.SQLITE
                .config(world, folder)
                .with(Setting.STORE_URL, "jdbc:postgresql://127.0.0.1:" + port + "/vigil");
        VigilException e = assertThrows(VigilException.class, () -> Store.open(config.home(), config, world));
        assertEquals(ErrorKind.UNREACHABLE, e.kind());
    }

    @Test
    void anAddressMayCarryOnlyHarmlessParameters() {
        PostgresUrl good =
                PostgresUrl.parse("jdbc:postgresql://db.example:5432/vigil?sslmode=verify-full&connectTimeout=3");
        assertEquals("jdbc:postgresql://db.example:5432/vigil", good.address());
        assertEquals("verify-full", good.parameters().getProperty("sslmode"));

        for (String bad : List.of(
                "jdbc:postgresql://h/d?socketFactory=org.example.Evil",
                "jdbc:postgresql://h/d?loggerFile=/tmp/x",
                "jdbc:postgresql://h/d?sslmode=require&sslmode=disable",
                "jdbc:postgresql://h/d?sslmode",
                "jdbc:postgresql://h/d?",
                "jdbc:postgresql://h/d?user=u",
                "jdbc:postgresql://u:p@h/d",
                "jdbc:postgresql://h/d/../e",
                "jdbc:postgresql://h/",
                "jdbc:postgresql:d",
                "jdbc:mysql://h/d")) {
            VigilException e = assertThrows(VigilException.class, () -> PostgresUrl.parse(bad), bad);
            assertEquals("VG-STORE-URL", e.id());
        }
        VigilException all = assertThrows(
                VigilException.class,
                () -> PostgresUrl.parse("jdbc:postgresql:x?socketFactory=a&password=canary&options=b"));
        assertEquals(4, all.why().size());
        assertFalse(all.why().toString().contains("canary"));
    }

    private static long seq(Tx tx) throws java.sql.SQLException {
        try (ResultSet row = tx.prepare("select seq from ledger_head").executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Passes bytes on, and cuts the line once at a COMMIT, after or before it went through. */
    private static final class Cutter implements AutoCloseable {
        private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        private final int target;
        private final boolean letThrough;
        private volatile boolean armed;
        private volatile boolean cut;
        private volatile boolean commitIsNext;

        Cutter(int target, boolean letThrough) throws IOException {
            this.target = target;
            this.letThrough = letThrough;
            start(() -> {
                while (true) {
                    Socket client = server.accept();
                    Socket upstream = new Socket(InetAddress.getLoopbackAddress(), this.target);
                    start(() -> pass(client, upstream, true));
                    start(() -> pass(upstream, client, false));
                }
            });
        }

        private interface Loop {
            void run() throws IOException;
        }

        private static void start(Loop loop) {
            Thread thread = new Thread(() -> {
                try {
                    loop.run();
                } catch (IOException e) {
                    // The test ended, or the line was cut.
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        private void pass(Socket from, Socket to, boolean fromClient) throws IOException {
            byte[] buffer = new byte[8192];
            try (from;
                    to;
                    InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    // The driver prepares COMMIT and then sends only a name; but what is asked just before is known.
                    boolean commit = fromClient && commitIsNext;
                    if (!commit) {
                        String text = new String(buffer, 0, n, StandardCharsets.ISO_8859_1);
                        if (fromClient && armed && text.contains("pg_current_xact_id_if_assigned")) {
                            commitIsNext = true;
                        }
                        out.write(buffer, 0, n);
                        continue;
                    }
                    armed = false;
                    commitIsNext = false;
                    cut = true;
                    // The client's side first, so that no answer can slip through.
                    from.close();
                    if (letThrough) {
                        out.write(buffer, 0, n);
                        out.flush();
                    }
                    return;
                }
            }
        }

        int port() {
            return server.getLocalPort();
        }

        void arm() {
            armed = true;
        }

        boolean hasCut() {
            return cut;
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
