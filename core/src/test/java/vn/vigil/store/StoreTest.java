package vn.vigil.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.config.Config;
import vn.vigil.testkit.Databases;
import vn.vigil.testkit.TestWorld;

/** What a store does, on whichever database. */
class StoreTest {
    @TempDir
    Path folder;

    private final TestWorld world = TestWorld.create();

    private static void put(Tx tx, String name) throws SQLException {
        tx.run(
                "insert into lease (name, holder, token, taken_us, expires_us) values (?, ?, ?, ?, ?)",
                name,
                "someone",
                "t",
                1,
                2);
    }

    static long count(Store store) {
        return store.read(tx -> {
            try (ResultSet row = tx.prepare("select count(*) from lease").executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void beforeInitThereIsNoStoreAndAskingMakesNone(Databases database) {
        Config config = database.config(world, folder);
        for (int i = 0; i < 2; i++) {
            VigilException e = assertThrows(VigilException.class, () -> Store.open(config.home(), config, world));
            assertEquals(ErrorKind.NO_STORE, e.kind());
            assertEquals(StoreText.RUN_INIT, e.next().get(0).key());
        }
        assertFalse(config.home().storeFile().getParent().toFile().exists());
    }

    @ParameterizedTest
    @EnumSource
    void makingAStoreAgainKeepsWhatIsInIt(Databases database) {
        Config config = database.config(world, folder);
        try (Store store = Store.create(config.home(), config, world)) {
            store.write(tx -> tx.run("update ledger_head set seq = 0"));
            store.write(tx -> {
                put(tx, "kept");
                return null;
            });
        }
        try (Store store = Store.create(config.home(), config, world)) {
            assertEquals(1, count(store));
            assertEquals(List.of(), store.verifySchema());
            assertEquals(List.of(), store.check());
            assertNull(store.warning());
        }
    }

    @ParameterizedTest
    @EnumSource
    void workThatFailsLeavesNothing(Databases database) {
        try (Store store = database.empty(world, folder)) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> store.write(tx -> {
                        put(tx, "half");
                        throw new IllegalArgumentException("no");
                    }));
            assertThrows(
                    IllegalStateException.class,
                    () -> store.write(tx -> {
                        put(tx, "half");
                        put(tx, "half");
                        return null;
                    }));
            assertEquals(0, count(store));
        }
    }

    @ParameterizedTest
    @EnumSource
    void workInsideWorkBelongsToTheOuterOne(Databases database) {
        try (Store store = database.empty(world, folder)) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> store.write(tx -> {
                        store.write(inner -> {
                            put(inner, "inner");
                            return null;
                        });
                        assertEquals(1, count(store));
                        throw new IllegalArgumentException("outer fails");
                    }));
            assertEquals(0, count(store));
            assertThrows(IllegalStateException.class, () -> store.read(tx -> store.write(inner -> null)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRehearsalShowsTheEndAndLeavesTheBeginning(Databases database) {
        try (Store store = database.empty(world, folder)) {
            long seen = store.rehearse(tx -> {
                put(tx, "tried");
                return count(store);
            });
            assertEquals(1, seen);
            assertEquals(0, count(store));
        }
    }

    @ParameterizedTest
    @EnumSource
    void textIsStoredLiterally(Databases database) {
        List<String> texts = List.of(
                "'; drop table lease; --",
                "\" or 1=1",
                "100%_\\",
                "{0} ${x} $1 ?",
                "Nguyễn Thị Ánh 🎥",
                "a\tb\r\nc",
                "--");
        try (Store store = database.empty(world, folder)) {
            for (String text : texts) {
                store.write(tx -> {
                    put(tx, text);
                    return null;
                });
            }
            List<String> read = store.read(tx -> {
                List<String> names = new ArrayList<>();
                try (ResultSet row = tx.prepare("select name from lease").executeQuery()) {
                    while (row.next()) {
                        names.add(row.getString(1));
                    }
                }
                return names;
            });
            assertEquals(
                    texts.stream().sorted().toList(), read.stream().sorted().toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLedgersRowsRefuseToBeChangedOrRemoved(Databases database) {
        try (Store store = database.empty(world, folder)) {
            String zeros = "0".repeat(64);
            store.write(tx -> tx.run(
                    "insert into ledger_entry (seq, time_us, act, subject, phase, body, hash)"
                            + " values (1, 1, 'a', 's', 'act', '{}', ?)",
                    zeros));
            for (String sql : List.of("update ledger_entry set body = '{1}'", "delete from ledger_entry")) {
                assertThrows(IllegalStateException.class, () -> store.write(tx -> tx.run(sql)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStoreFromTheFutureIsRefused(Databases database) {
        Config config = database.config(world, folder);
        try (Store store = Store.create(config.home(), config, world)) {
            store.write(tx ->
                    tx.run(store.isEmbedded() ? "pragma user_version = 99" : "update store_version set version = 99"));
        }
        for (int i = 0; i < 2; i++) {
            boolean init = i == 1;
            VigilException e = assertThrows(VigilException.class, () -> {
                if (init) {
                    Store.create(config.home(), config, world);
                } else {
                    Store.open(config.home(), config, world);
                }
            });
            assertEquals("VG-STORE-NEWER", e.id());
            assertEquals(List.of(99, Upgrades.VERSION), e.why().get(0).args());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDifferentSchemaIsNamed(Databases database) {
        try (Store store = database.empty(world, folder)) {
            store.write(tx -> tx.run("drop index member_folded_name"));
            store.write(tx -> tx.run("alter table lease add column note text"));
            List<String> differences = store.verifySchema();
            assertTrue(differences.stream().anyMatch(d -> d.startsWith("- ") && d.contains("member_folded_name")));
            assertTrue(differences.stream().anyMatch(d -> d.startsWith("+ ") && d.contains("note")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLeaseIsHeldByOneAndExpiresWhenItsHolderWasKilled(Databases database) {
        Config config = database.config(world, folder);
        try (Store one = Store.create(config.home(), config, world);
                Store other = Store.open(config.home(), config, world)) {
            Lease held = Lease.take(one, "camera-check", Duration.ofMinutes(5));
            assertNull(Lease.tryTake(other, "camera-check", Duration.ofMinutes(5)));
            VigilException e =
                    assertThrows(VigilException.class, () -> Lease.take(other, "camera-check", Duration.ofMinutes(5)));
            assertEquals(ErrorKind.BUSY, e.kind());
            assertTrue(e.why().get(0).args().get(0).toString().startsWith("duty, pid "));
            assertEquals("2026-03-02T07:10:00Z", e.why().get(0).args().get(1));

            world.pass(Duration.ofMinutes(4));
            assertTrue(held.renew(Duration.ofMinutes(5)));
            world.pass(Duration.ofMinutes(4));
            assertNull(Lease.tryTake(other, "camera-check", Duration.ofMinutes(5)));

            // Killed here: nobody renews.
            world.pass(Duration.ofMinutes(2));
            try (Lease next = Lease.take(other, "camera-check", Duration.ofMinutes(5))) {
                assertFalse(held.renew(Duration.ofMinutes(5)));
                held.close();
                assertNull(Lease.tryTake(one, "camera-check", Duration.ofMinutes(5)));
            }
            Lease.take(one, "camera-check", Duration.ofMinutes(5)).close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClockThatWasAYearAheadDoesNotBlockForAYear(Databases database) {
        try (Store store = database.empty(world, folder)) {
            Instant right = world.now();
            world.jumpClock(right.plus(Duration.ofDays(365)));
            Lease.take(store, "camera-check", Duration.ofMinutes(5));
            world.jumpClock(right);
            Lease.take(store, "camera-check", Duration.ofMinutes(5)).close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void manyWritersLoseNothing(Databases database) throws Exception {
        Config config = database.config(world, folder);
        Store.create(config.home(), config, world).close();
        int writers = 6;
        int each = 25;
        AtomicInteger failures = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(writers);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int w = 0; w < writers; w++) {
                all.add(pool.submit(() -> {
                    // The real ticker: whoever waits for a retry must really wait.
                    try (Store store = Store.open(config.home(), config, World.real())) {
                        for (int i = 0; i < each; i++) {
                            store.write(tx -> {
                                try (ResultSet row = tx.prepare("select seq from ledger_head")
                                        .executeQuery()) {
                                    row.next();
                                    return tx.run("update ledger_head set seq = ?", row.getLong(1) + 1);
                                }
                            });
                        }
                    } catch (RuntimeException e) {
                        failures.incrementAndGet();
                        throw e;
                    }
                }));
            }
            for (Future<?> f : all) {
                f.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertEquals(0, failures.get());
        try (Store store = Store.open(config.home(), config, world)) {
            long seq = store.read(tx -> {
                try (ResultSet row = tx.prepare("select seq from ledger_head").executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            });
            assertEquals(writers * each, seq);
        }
    }

    @ParameterizedTest
    @EnumSource
    void racingFirstOpensMakeOneStore(Databases database) throws Exception {
        for (int round = 0; round < 4; round++) {
            Path home = folder.resolve("round-" + round);
            Config config = database.config(world, home);
            ExecutorService pool = Executors.newFixedThreadPool(8);
            try {
                List<Future<Boolean>> all = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    String name = "racer-" + i;
                    all.add(pool.submit(() -> {
                        try (Store store = Store.create(config.home(), config, World.real())) {
                            return store.write(tx -> {
                                put(tx, name);
                                return true;
                            });
                        }
                    }));
                }
                for (Future<Boolean> f : all) {
                    assertTrue(f.get());
                }
            } finally {
                pool.shutdownNow();
            }
            try (Store store = Store.open(config.home(), config, world)) {
                assertEquals(8, count(store));
            }
        }
    }
}
