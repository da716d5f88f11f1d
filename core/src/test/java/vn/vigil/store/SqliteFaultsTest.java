package vn.vigil.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.config.Config;
import vn.vigil.config.PrivateFiles;
import vn.vigil.testkit.Databases;
import vn.vigil.testkit.TestWorld;

/** What can happen to a store that is a file (FAULTS B and G). */
class SqliteFaultsTest {
    @TempDir
    Path folder;

    private final TestWorld world = TestWorld.create();

    private Config config() {
        return Databases.SQLITE.config(world, folder);
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    /** A store as an older vigil left it. */
    private static void makeOlder(Config config, int version) throws Exception {
        PrivateFiles.folder(config.home().storeFile().getParent());
        SqliteDialect dialect = new SqliteDialect(config.home().storeFile(), false);
        try (Connection connection = dialect.create()) {
            dialect.begin(connection, true);
            Upgrades.run(connection, dialect, 0, version);
            dialect.setVersion(connection, version);
            connection.createStatement().execute("insert into lease values ('old', 'h', 't', 1, 2)");
            dialect.commit(connection, true);
        }
    }

    private static List<Path> backups(Config config) throws IOException {
        try (Stream<Path> files = Files.list(config.home().storeFile().getParent())) {
            return files.filter(f -> f.toString().contains(".backup-")).toList();
        }
    }

    @Test
    void theStoreIsPrivateAndInWalMode() throws Exception {
        Config config = config();
        Store.create(config.home(), config, world).close();
        Path file = config.home().storeFile();
        assertEquals("rw-------", mode(file));
        assertEquals("rwx------", mode(file.getParent()));
        // Bytes 18 and 19 of the header are 2 in WAL mode (https://sqlite.org/fileformat.html §1.3.3).
        byte[] header = Files.readAllBytes(file);
        assertEquals(2, header[18]);
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertEquals(
                    List.of("vigil.db", "vigil.lock"),
                    files.map(f -> f.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void anOlderStoreIsRefusedUntilInitUpgradesItBehindABackup() throws Exception {
        Config config = config();
        makeOlder(config, 1);
        VigilException e = assertThrows(VigilException.class, () -> Store.open(config.home(), config, world));
        assertEquals(ErrorKind.NO_STORE, e.kind());
        assertEquals("VG-STORE-OLDER", e.id());
        assertEquals(List.of(), backups(config));

        try (Store store = Store.create(config.home(), config, world)) {
            assertEquals(1, StoreTest.count(store));
            assertEquals(List.of(), store.verifySchema());
        }
        assertEquals(1, backups(config).size());
        Path backup = backups(config).get(0);
        assertEquals("rw-------", mode(backup));
        SqliteDialect copy = new SqliteDialect(backup, false);
        try (Connection connection = copy.connect()) {
            assertEquals(1, copy.version(connection));
        }

        Store.create(config.home(), config, world).close();
        assertEquals(1, backups(config).size());
    }

    @Test
    void anUpgradeThatFailsHalfWayLeavesTheOldStore() throws Exception {
        Config config = config();
        makeOlder(config, 1);
        SqliteDialect dialect = new SqliteDialect(config.home().storeFile(), false);
        try (Connection connection = dialect.connect()) {
            // Stands in the way of the second upgrade's last table.
            connection.createStatement().execute("create table site_profile (x)");
        }
        assertThrows(IllegalStateException.class, () -> Store.create(config.home(), config, world));
        try (Connection connection = dialect.connect()) {
            assertEquals(1, dialect.version(connection));
            assertTrue(dialect.schema(connection).stream().noneMatch(part -> part.startsWith("table member:")));
        }
    }

    @Test
    void whatACrashWhileMakingTheStoreLeftIsNoStoreAndStandsInNobodysWay() throws Exception {
        Config config = config();
        Path file = config.home().storeFile();
        PrivateFiles.folder(file.getParent());
        Files.writeString(file.resolveSibling("vigil.db.new"), "half a store");
        Files.writeString(file.resolveSibling("vigil.db.new-wal"), "half a log");
        assertThrows(VigilException.class, () -> Store.open(config.home(), config, world));
        Store.create(config.home(), config, world).close();
        assertFalse(Files.exists(file.resolveSibling("vigil.db.new")));
        assertFalse(Files.exists(file.resolveSibling("vigil.db.new-wal")));
    }

    @Test
    void somebodyElsesDatabaseIsLeftAlone() throws Exception {
        Config config = config();
        Path file = config.home().storeFile();
        PrivateFiles.folder(file.getParent());
        try (Connection connection = new SqliteDialect(file, false).create()) {
            connection.createStatement().execute("create table theirs (x)");
        }
        byte[] before = Files.readAllBytes(file);
        VigilException e = assertThrows(VigilException.class, () -> Store.create(config.home(), config, world));
        assertEquals("VG-STORE-FOREIGN", e.id());
        org.junit.jupiter.api.Assertions.assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void aDamagedPageIsNamedAndNothingIsWrittenUntilItIsMended() throws Exception {
        Config config = config();
        Path file = config.home().storeFile();
        try (Store store = Store.create(config.home(), config, world)) {
            store.write(tx -> {
                for (int i = 0; i < 200; i++) {
                    tx.run("insert into lease values (?, 'h', 't', 1, 2)", "lease-" + "x".repeat(200) + i);
                }
                return null;
            });
        }
        byte[] whole = Files.readAllBytes(file);
        int page = (whole.length / 4096) - 3;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[512]), page * 4096L);
        }
        long size = Files.size(file);
        for (int i = 0; i < 2; i++) {
            try (Store store = Store.open(config.home(), config, world)) {
                VigilException e = assertThrows(
                        VigilException.class, () -> store.write(tx -> tx.run("update ledger_head set seq = 7")));
                assertEquals("VG-STORE-CORRUPT", e.id());
                assertTrue(
                        e.why().get(0).args().get(0).toString().contains("page"),
                        e.why().get(0)::toString);
                assertFalse(store.check().isEmpty());
            }
        }
        assertEquals(size, Files.size(file));
        assertTrue(Files.exists(file.resolveSibling("vigil.db.damaged")));

        Files.write(file, whole);
        try (Store store = Store.open(config.home(), config, world)) {
            store.write(tx -> tx.run("update ledger_head set seq = 0"));
        }
        assertFalse(Files.exists(file.resolveSibling("vigil.db.damaged")));
    }

    @Test
    void aFileThatIsNoDatabaseIsNamed() throws Exception {
        Config config = config();
        PrivateFiles.folder(config.home().storeFile().getParent());
        Files.writeString(config.home().storeFile(), "This is a letter, not a database. ".repeat(100));
        VigilException e = assertThrows(VigilException.class, () -> Store.open(config.home(), config, world));
        assertEquals("VG-STORE-CORRUPT", e.id());
    }

    @Test
    void fromAReadOnlyDiskOneReadsAndIsToldThatNothingIsSaved() throws Exception {
        Config config = config();
        Store.create(config.home(), config, world).close();
        SqliteDialect dialect = new SqliteDialect(config.home().storeFile(), true);
        try (Store store = new Store(world, dialect, config.home().storeFile(), true, dialect.connect())) {
            assertTrue(store.isReadOnly());
            assertEquals(0, StoreTest.count(store));
            VigilException e = assertThrows(VigilException.class, () -> store.write(tx -> tx.run("delete from lease")));
            assertEquals("VG-STORE-READ-ONLY", e.id());
        }
    }

    @Test
    void oddFolderNamesAreOnlyNames() {
        for (String name : List.of("what?mode=memory", "100%25", "a#b", "Sở Tài chính", "a b&c=d")) {
            Config config = Databases.SQLITE.config(world, folder.resolve(name));
            Store.create(config.home(), config, world).close();
            assertTrue(Files.exists(folder.resolve(name).resolve("store/vigil.db")), name);
        }
    }

    @Test
    void aNetworkDiskIsKnownByTheMountThatHoldsTheFile() {
        String mounts =
                """
                /dev/vda / ext4 rw 0 0
                server:/home /home nfs4 rw 0 0
                //server/share /mnt/two\\040words cifs rw 0 0
                /dev/vdb /home/local ext4 rw 0 0
                """;
        assertEquals("nfs4", Mounts.networkType("/home/duty/vigil.db", mounts));
        assertEquals("cifs", Mounts.networkType("/mnt/two words/vigil.db", mounts));
        assertNull(Mounts.networkType("/home/local/vigil.db", mounts));
        assertNull(Mounts.networkType("/homework/vigil.db", mounts));
        assertNull(Mounts.networkType("/x", ""));
    }
}
