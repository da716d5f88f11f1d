package vn.vigil.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vigil.store.Store;
import vn.vigil.testkit.Databases;
import vn.vigil.testkit.TestWorld;

/** The ledger keeps every act, and shows every tampering. */
class LedgerTest {
    private static final Who WHO = new Who("duty", "an", Proof.SELECTED);

    @TempDir
    Path folder;

    private final TestWorld world = TestWorld.create();

    private static Entry act(String act, String subject) {
        return new Entry(WHO, act, subject, Map.of("note", "ghi chú “đặc biệt” \u2028 🎥", "n", 7));
    }

    private void fill(Store store, int entries) {
        Ledger ledger = new Ledger(store, world);
        for (int i = 1; i <= entries; i++) {
            String subject = i % 2 == 0 ? "EXT-2026-0001" : "camera/gate-1";
            store.write(tx -> ledger.append(tx, act("extract.request", subject)));
            world.pass(Duration.ofNanos(1_500_000_000L));
        }
    }

    @ParameterizedTest
    @EnumSource
    void entriesFollowEachOtherAndTheirLinesStandAlone(Databases database) {
        try (Store store = database.empty(world, folder)) {
            Ledger ledger = new Ledger(store, world);
            assertEquals(new LedgerReport(0, LedgerChain.NO_HASH, 0, null, null), ledger.verify());
            fill(store, 6);
            LedgerReport report = ledger.verify();
            assertTrue(report.intact());
            assertEquals(6, report.entries());
            List<String> lines = ledger.linesOf("EXT-2026-0001");
            assertEquals(3, lines.size());
            assertNull(LedgerChain.check(lines));
            LedgerChain.Parsed first = LedgerChain.parse(LedgerChain.bodyOf(lines.get(0)));
            assertEquals(2, first.seq());
            assertEquals("2026-03-02T07:05:01.500000Z", first.time());
            assertEquals(
                    Map.of("account", "duty", "person", "an", "proof", "selected"),
                    first.content().get("actor"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anActAndItsEntryHappenTogetherOrNotAtAll(Databases database) {
        try (Store store = database.empty(world, folder)) {
            Ledger ledger = new Ledger(store, world);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> store.write(tx -> {
                        ledger.append(tx, act("camera.add", "camera/gate-1"));
                        throw new IllegalArgumentException("the act fails");
                    }));
            assertEquals(0, ledger.verify().entries());
            assertEquals(List.of(), ledger.linesOf("camera/gate-1"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anIntentStaysOpenUntilItsOutcomeAndHasOnlyOne(Databases database) {
        try (Store store = database.empty(world, folder)) {
            Ledger ledger = new Ledger(store, world);
            long intent = ledger.intent(act("extract.run", "EXT-2026-0001"));
            long other = ledger.intent(act("extract.run", "EXT-2026-0002"));
            assertEquals(
                    List.of(intent, other),
                    ledger.unfinished().stream().map(Unfinished::seq).toList());
            ledger.outcome(intent, act("extract.run", "EXT-2026-0001"));
            assertEquals(1, ledger.unfinished().size());
            assertEquals("EXT-2026-0002", ledger.unfinished().get(0).subject());
            assertThrows(
                    IllegalStateException.class, () -> ledger.outcome(intent, act("extract.run", "EXT-2026-0001")));
            assertTrue(ledger.verify().intact());
            assertEquals(3, ledger.verify().entries());
        }
    }

    /** Somebody with the file and a database tool; the triggers are the first thing they drop. */
    private LedgerReport afterTampering(String... statements) throws Exception {
        Path home = folder.resolve("t" + tampered++);
        try (Store store = Databases.SQLITE.empty(world, home)) {
            fill(store, 5);
        }
        String url = "jdbc:sqlite:" + home.resolve("store/vigil.db");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("drop trigger ledger_entry_no_update");
            statement.execute("drop trigger ledger_entry_no_delete");
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        var config = Databases.SQLITE.config(world, home);
        try (Store store = Store.open(config.home(), config, world)) {
            return new Ledger(store, world).verify();
        }
    }

    private int tampered;

    @Test
    void theFirstBadEntryIsNamed() throws Exception {
        LedgerReport edited =
                afterTampering("update ledger_entry set body = replace(body, 'duty', 'guard') where seq = 3");
        assertEquals(new LedgerReport(2, edited.head(), 3, Fault.EDITED, null), edited);

        LedgerReport deleted = afterTampering("delete from ledger_entry where seq = 3");
        assertEquals(3, deleted.badEntry());
        assertEquals(Fault.BROKEN_LINK, deleted.fault());

        LedgerReport first = afterTampering("delete from ledger_entry where seq = 1");
        assertEquals(1, first.badEntry());

        LedgerReport reordered = afterTampering(
                "update ledger_entry set seq = 100 where seq = 3",
                "update ledger_entry set seq = 3 where seq = 4",
                "update ledger_entry set seq = 4 where seq = 100");
        assertEquals(3, reordered.badEntry());
        assertEquals(Fault.BROKEN_LINK, reordered.fault());

        LedgerReport columns = afterTampering("update ledger_entry set subject = 'camera/gate-2' where seq = 4");
        assertEquals(4, columns.badEntry());
        assertEquals(Fault.COLUMNS_DIFFER, columns.fault());

        LedgerReport cut = afterTampering("delete from ledger_entry where seq > 3");
        assertEquals(new LedgerReport(3, cut.head(), 4, Fault.TAIL_CUT, null), cut);

        LedgerReport headless = afterTampering("delete from ledger_head");
        assertEquals(Fault.NO_HEAD, headless.fault());

        LedgerReport other = afterTampering("update ledger_head set seq = 4");
        assertEquals(4, other.badEntry());
        assertEquals(Fault.HEAD_DIFFERS, other.fault());

        LedgerReport behind =
                afterTampering("update ledger_head set seq = 4, hash = (select hash from ledger_entry where seq = 4)");
        assertEquals(5, behind.badEntry());
        assertEquals(Fault.BEYOND_HEAD, behind.fault());
    }

    @Test
    void anEntryPutInWithARightHashOfItsOwnStillBreaksTheChain() throws Exception {
        String body = CanonicalJson.text(Map.of(
                "v",
                1,
                "seq",
                6,
                "prev",
                "0".repeat(64),
                "time",
                "2026-03-02T07:05:09.000000Z",
                "act",
                "extract.approve",
                "phase",
                "act",
                "subject",
                "EXT-2026-0001",
                "details",
                Map.of(),
                "actor",
                Map.of("account", "duty", "person", "an", "proof", "key")));
        String hash = LedgerChain.sha256(body);
        LedgerReport inserted = afterTampering(
                "insert into ledger_entry values (6, 1772435109000000, 'extract.approve', 'EXT-2026-0001', 'act', null, '"
                        + body + "', '" + hash + "')",
                "update ledger_head set seq = 6, hash = '" + hash + "'");
        assertEquals(6, inserted.badEntry());
        assertEquals(Fault.BROKEN_LINK, inserted.fault());
    }

    @Test
    void aLineThatWasTouchedIsNamed() {
        List<String> lines;
        try (Store store = Databases.SQLITE.empty(world, folder)) {
            Ledger ledger = new Ledger(store, world);
            for (int i = 0; i < 4; i++) {
                store.write(tx -> ledger.append(tx, act("extract.request", "EXT-2026-0001")));
            }
            lines = ledger.linesOf("EXT-2026-0001");
        }
        assertNull(LedgerChain.check(lines));
        assertNull(LedgerChain.check(List.of(lines.get(0), lines.get(3))));

        List<String> reordered = new ArrayList<>(lines);
        java.util.Collections.swap(reordered, 1, 2);
        assertEquals(new LedgerChain.BadLine(3, Fault.BROKEN_LINK), LedgerChain.check(reordered));

        List<String> twice = List.of(lines.get(0), lines.get(0));
        assertEquals(new LedgerChain.BadLine(2, Fault.BROKEN_LINK), LedgerChain.check(twice));

        String line = lines.get(1);
        int tolerated = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            String flipped = line.substring(0, i) + (char) (c ^ 1) + line.substring(i + 1);
            List<String> touched = new ArrayList<>(lines);
            touched.set(1, flipped);
            LedgerChain.BadLine bad = LedgerChain.check(touched);
            tolerated += bad != null && bad.line() == 2 ? 0 : 1;
        }
        assertEquals(0, tolerated);

        for (String junk : List.of("", "{}", "{\"entry\":{},\"hash\":\"" + "0".repeat(64) + "\"}", "null", "\u0000")) {
            assertEquals(Fault.MALFORMED, LedgerChain.check(List.of(junk)).fault());
        }
    }
}
