package vn.vigil.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.World;
import vn.vigil.config.Config;
import vn.vigil.config.Home;
import vn.vigil.testkit.TestWorld;

/** Processes that are killed (kill -9) while they write: the store is the old one or the new one, never half. */
class StoreKillTest {
    @TempDir
    Path folder;

    private Process start(String what) throws IOException {
        return new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        what,
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void kill(Process child) throws InterruptedException {
        child.destroyForcibly();
        child.waitFor();
    }

    private static Config config(Path folder, World world) {
        return Config.load(world, Home.of(world, folder), null);
    }

    @Test
    void aWriterThatIsKilledLeavesWholeTransactionsAndEverythingItReported() throws Exception {
        Process child = start("write");
        long reported = 0;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            while (reported < 30) {
                reported = Long.parseLong(out.readLine());
            }
            kill(child);
        }
        TestWorld world = TestWorld.create();
        Config config = config(folder, world);
        try (Store store = Store.open(config.home(), config, world)) {
            assertEquals(List.of(), store.check());
            long seq = store.read(Child::seq);
            // What was reported is there; what was not may be there, but whole: each transaction writes both tables.
            assertTrue(seq >= reported, seq + " after a report of " + reported);
            assertEquals(seq, StoreTest.count(store));
        }
    }

    @Test
    void aHolderThatIsKilledLosesItsLeaseToTheNextOnItsMachine() throws Exception {
        Process child = start("lease");
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            assertNotNull(out.readLine());
            TestWorld world = TestWorld.create();
            Config config = config(folder, world);
            try (Store store = Store.open(config.home(), config, world)) {
                assertNull(Lease.tryTake(store, "camera-check", Duration.ofMinutes(5)));
                kill(child);
                Lease.take(store, "camera-check", Duration.ofMinutes(5)).close();
            }
        }
    }

    @Test
    void aHolderOnAnotherMachineKeepsItsLeaseUntilItExpires() {
        TestWorld world = TestWorld.create();
        Config config = config(folder, world);
        try (Store store = Store.create(config.home(), config, world)) {
            Lease.take(store, "camera-check", Duration.ofMinutes(5));
            store.write(tx -> tx.run("update lease set token = 'another-boot/pid[1]:1:0', holder = 'elsewhere'"));
            world.pass(Duration.ofMinutes(4));
            assertNull(Lease.tryTake(store, "camera-check", Duration.ofMinutes(5)));
            world.pass(Duration.ofMinutes(1));
            Lease.take(store, "camera-check", Duration.ofMinutes(5)).close();
        }
    }

    /** The process that dies. */
    static final class Child {
        private Child() {}

        static long seq(Tx tx) throws java.sql.SQLException {
            try (ResultSet row = tx.prepare("select seq from ledger_head").executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }

        public static void main(String[] args) throws Exception {
            TestWorld world = TestWorld.create();
            Config config = config(Path.of(args[1]), world);
            Store store = Store.create(config.home(), config, world);
            if (args[0].equals("lease")) {
                Lease.take(store, "camera-check", Duration.ofMinutes(5));
                System.out.println("held");
                System.in.read();
                return;
            }
            while (true) {
                long seq = store.write(tx -> {
                    long next = seq(tx) + 1;
                    tx.run("insert into lease values (?, 'h', 't', 1, 2)", "n-" + next);
                    tx.run("update ledger_head set seq = ?", next);
                    return next;
                });
                System.out.println(seq);
            }
        }
    }
}
