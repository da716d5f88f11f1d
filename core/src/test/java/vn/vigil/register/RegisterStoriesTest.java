package vn.vigil.register;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.VigilException;
import vn.vigil.config.Config;
import vn.vigil.ledger.Ledger;
import vn.vigil.people.Actor;
import vn.vigil.people.KeyCabinet;
import vn.vigil.people.NewMember;
import vn.vigil.people.Office;
import vn.vigil.people.People;
import vn.vigil.secret.Vault;
import vn.vigil.store.Store;
import vn.vigil.testkit.Databases;
import vn.vigil.testkit.TestWorld;

/** Numbers are taken, given, put right and never lost; signed papers are kept. It is Monday 2 March 2026. */
class RegisterStoriesTest {
    private static final Series REPORTS = new Series("BC", Series.CORE_TEAM);
    private static final Series NOTICES = new Series("TB", Series.CORE_TEAM);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final byte[] PDF = "%PDF-1.7\nbiên bản\n%%EOF\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private final TestWorld world = TestWorld.create();
    private final List<Store> opened = new ArrayList<>();
    private Config config;
    private Store store;
    private Ledger ledger;
    private People people;
    private KeyCabinet keys;
    private Register register;
    private Actor leader;
    private Actor member;

    private void open(Databases database) {
        config = database.config(world, folder);
        store = Store.create(config.home(), config, world);
        opened.add(store);
        ledger = new Ledger(store, world);
        people = new People(store, ledger, config, world);
        keys = new KeyCabinet(world, config.home(), store, new Vault(config.home(), config, world), people);
        register = new Register(world, config, store, ledger, people, () -> keys);
        leader = join("lan", "Nguyễn Thị Lan", Office.TEAM_LEADER);
        member = join("hoa", "Trần Thị Hoa", Office.TEAM_MEMBER);
    }

    private Actor join(String id, String name, Office office) {
        people.add(
                people.actor(null),
                new NewMember(new MemberId(id), name, null, null, null, null, EnumSet.of(office), null, null),
                false);
        return people.actor(id);
    }

    @AfterEach
    void theLedgerHolds() {
        if (store != null) {
            assertTrue(ledger.verify().intact());
        }
        opened.forEach(Store::close);
    }

    private static NewEntry paper(String key, String date) {
        return new NewEntry(
                key,
                date == null ? null : LocalDate.parse(date),
                "Báo cáo kết quả giám sát",
                "Nguyễn Thị Lan",
                List.of("Ban Giám đốc", "Lưu VT, VP"));
    }

    private static VigilException refused(ErrorKind kind, Runnable work) {
        VigilException e = assertThrows(VigilException.class, work::run);
        assertEquals(kind, e.kind(), () -> e.id() + " " + e.why());
        return e;
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private List<String> scanFiles() throws IOException {
        Path scans = config.home().scans();
        if (!Files.exists(scans)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(scans)) {
            return all.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachSeriesCountsByItselfAndBeginsAnewOnTheFirstOfJanuary(Databases database) {
        open(database);
        List<String> numbers = new ArrayList<>();
        for (int i = 1; i <= 11; i++) {
            numbers.add(register.take(leader, REPORTS, paper("report/2026-" + i, "2026-12-31"))
                    .entry()
                    .number());
        }
        assertEquals("01/BC-TNC", numbers.get(0));
        assertEquals("09/BC-TNC", numbers.get(8));
        assertEquals("11/BC-TNC", numbers.get(10));
        assertEquals(
                "01/TB-TNC",
                register.take(leader, NOTICES, paper("notice/1", "2026-12-31"))
                        .entry()
                        .number());
        assertEquals(
                "01/BC-BCĐ",
                register.take(leader, new Series("BC", Series.STEERING_COMMITTEE), paper("bcd/1", "2026-12-31"))
                        .entry()
                        .number());
        assertEquals(
                "01/TNC",
                register.take(leader, new Series(null, Series.CORE_TEAM), paper("letter/1", "2026-12-31"))
                        .entry()
                        .number());
        assertEquals(
                "01/BC-TNC",
                register.take(leader, REPORTS, paper("report/2027-1", "2027-01-01"))
                        .entry()
                        .number());
        assertEquals(
                "12/BC-TNC",
                register.take(leader, REPORTS, paper("report/2026-12", "2026-12-31"))
                        .entry()
                        .number());
        assertEquals(15, register.entries(2026).size());
        assertEquals(1, register.entries(2027).size());
        assertEquals(List.of(), register.entries(2025));
    }

    /** The document's day is the site's: after 17:00 UTC it is the next year in Vietnam. */
    @Test
    void theYearIsThatOfTheSite() {
        open(Databases.SQLITE);
        world.jumpClock(Instant.parse("2026-12-31T17:30:00Z"));
        Entry first = register.take(leader, REPORTS, paper("report/a", null)).entry();
        assertEquals(LocalDate.parse("2027-01-01"), first.date());
        assertEquals("01/BC-TNC", first.number());
        // The day after, the same document is still the same.
        world.jumpClock(Instant.parse("2027-01-05T17:30:00Z"));
        assertFalse(register.take(leader, REPORTS, paper("report/a", null)).changed());
    }

    @ParameterizedTest
    @EnumSource
    void aDocumentHasOneNumberForEverAndAnotherOneUnderItsKeyIsAConflict(Databases database) {
        open(database);
        Entry first =
                register.take(leader, REPORTS, paper("roster/2026-12/r1", null)).entry();
        assertEquals(TODAY, first.date());
        SavedEntry again = register.take(leader, REPORTS, paper("roster/2026-12/r1", "2026-03-02"));
        assertFalse(again.changed());
        assertEquals(first, again.entry());
        VigilException other = refused(
                ErrorKind.CONFLICT,
                () -> register.take(
                        leader,
                        REPORTS,
                        new NewEntry("roster/2026-12/r1", null, "Báo cáo khác", "Nguyễn Thị Lan", List.of("VP"))));
        assertEquals(2, other.why().size());
        refused(ErrorKind.CONFLICT, () -> register.take(leader, NOTICES, paper("roster/2026-12/r1", null)));
        assertEquals(
                "02/BC-TNC",
                register.take(leader, REPORTS, paper("roster/2026-12/r2", null))
                        .entry()
                        .number());
        assertEquals(2, register.entries(2026).size());
        assertEquals(1, ledger.linesOf("roster/2026-12/r1").size());
    }

    @ParameterizedTest
    @EnumSource
    void aNumberTakenByWorkThatFailsIsFreeAgainAndARehearsalTakesNone(Databases database) {
        open(database);
        assertThrows(
                IllegalStateException.class,
                () -> store.write(tx -> {
                    register.take(tx, leader, REPORTS, paper("a", null));
                    throw new IllegalStateException("the caller fails");
                }));
        assertNull(register.entry("a"));
        Entry shown = store.rehearse(tx -> register.take(tx, leader, REPORTS, paper("a", null)))
                .entry();
        assertEquals("01/BC-TNC", shown.number());
        assertNull(register.entry("a"));
        assertEquals(
                "01/BC-TNC",
                register.take(leader, REPORTS, paper("b", null)).entry().number());
    }

    @ParameterizedTest
    @EnumSource
    void twoWritersAtOnceLeaveNeitherADoubleNorAGap(Databases database) throws Exception {
        open(database);
        int each = 12;
        CyclicBarrier start = new CyclicBarrier(2);
        List<Throwable> failed = Collections.synchronizedList(new ArrayList<>());
        List<Thread> writers = new ArrayList<>();
        for (String who : List.of("a", "b")) {
            // A store of its own each, as two processes have.
            Store own = Store.open(config.home(), config, world);
            opened.add(own);
            Ledger ownLedger = new Ledger(own, world);
            Register second =
                    new Register(world, config, own, ownLedger, new People(own, ownLedger, config, world), () -> keys);
            writers.add(new Thread(() -> {
                try {
                    start.await();
                    for (int i = 0; i < each; i++) {
                        second.take(leader, REPORTS, paper(who + "/" + i, null));
                    }
                } catch (Exception | Error e) {
                    failed.add(e);
                }
            }));
        }
        writers.forEach(Thread::start);
        for (Thread writer : writers) {
            writer.join();
        }
        assertEquals(List.of(), failed);
        TreeSet<String> numbers = new TreeSet<>();
        for (Entry e : register.entries(2026)) {
            numbers.add(e.number());
        }
        TreeSet<String> wanted = new TreeSet<>();
        for (int n = 1; n <= 2 * each; n++) {
            wanted.add(REPORTS.number(n));
        }
        assertEquals(wanted, numbers);
        assertEquals(2 * each, register.entries(2026).size());
    }

    @ParameterizedTest
    @EnumSource
    void aNumberOfTheVanThuIsTakenAsGivenOnce(Databases database) {
        open(database);
        Entry e = register.outside(leader, " 123/TB-SKHĐT ", paper("roster/2026-12/r1", null))
                .entry();
        assertEquals("123/TB-SKHĐT", e.number());
        assertFalse(e.own());
        assertFalse(register.outside(leader, "123/TB-SKHĐT", paper("roster/2026-12/r1", null))
                .changed());
        VigilException taken = refused(
                ErrorKind.CONFLICT,
                () -> register.outside(leader, "123/tb-SKHĐT".replace("tb", "TB"), paper("x", null)));
        assertTrue(taken.why().get(0).args().contains("roster/2026-12/r1"));
        // The same number next year is another one.
        assertTrue(register.outside(leader, "123/TB-SKHĐT", paper("y", "2027-01-04"))
                .changed());
        assertEquals(
                "05/SKHĐT-VP",
                register.outside(leader, "5/SKHĐT-VP", paper("z", null)).entry().number());
        for (String bad :
                List.of("", "TB-SKHĐT", "0/TB-SKHĐT", "12/", "12/TB SKHĐT", "12/tb-SKHĐT", "12/TB--X", "x/TB")) {
            VigilException fault = refused(ErrorKind.USAGE, () -> register.outside(leader, bad, paper("bad", null)));
            assertEquals("VG-REGISTER-FAULTS", fault.id(), bad);
        }
        refused(ErrorKind.USAGE, () -> register.outside(leader, "07/BC-TNC", paper("own", null)));
        refused(ErrorKind.DENIED, () -> register.outside(member, "124/TB-SKHĐT", paper("own", null)));
        assertNull(register.entry("bad"));
        assertNull(register.entry("own"));
    }

    @Test
    void allFaultsAreToldAtOnceAndNothingIsEntered() {
        open(Databases.SQLITE);
        VigilException e = refused(
                ErrorKind.USAGE,
                () -> register.take(
                        leader,
                        REPORTS,
                        new NewEntry(
                                "Khóa lạ", TODAY, " ", "a\nb", List.of(" "), null, -1, null, null, "x".repeat(501))));
        assertEquals(6, e.why().size(), () -> e.why().toString());
        assertEquals(List.of(), register.entries(2026));
        assertThrows(IllegalArgumentException.class, () -> new Series("bc", "TNC"));
        assertThrows(IllegalArgumentException.class, () -> new Series("BC", "SKHĐT"));
    }

    @ParameterizedTest
    @EnumSource
    void aMistakeIsCorrectedWithAReasonAndNeverRemoved(Databases database) {
        open(database);
        register.take(leader, REPORTS, paper("a", null));
        register.outside(leader, "123/TB-SKHĐT", paper("b", null));
        EntryChange change = new EntryChange(
                null,
                null,
                null,
                null,
                List.of("VP"),
                "Văn phòng",
                3,
                LocalDate.parse("2026-03-03"),
                "đã ký",
                "hỏa tốc");
        refused(ErrorKind.DENIED, () -> register.correct(member, "a", change, "bổ sung"));
        refused(ErrorKind.USAGE, () -> register.correct(leader, "a", change, " "));
        refused(ErrorKind.NOT_FOUND, () -> register.correct(leader, "c", change, "bổ sung"));
        assertTrue(register.correct(leader, "a", change, "bổ sung").changed());
        assertFalse(register.correct(leader, "a", change, "bổ sung").changed());
        assertEquals(
                List.of(
                        "01/BC-TNC",
                        "02/03/2026",
                        "Báo cáo kết quả giám sát",
                        "Nguyễn Thị Lan",
                        "VP",
                        "Văn phòng",
                        "3",
                        "03/03/2026",
                        "đã ký",
                        "hỏa tốc"),
                register.entry("a").cells());
        assertEquals(Entry.HEADINGS.size(), register.entry("b").cells().size());
        String lines = String.join("\n", ledger.linesOf("a"));
        assertTrue(lines.contains("Ban Giám đốc") && lines.contains("bổ sung"));

        EntryChange renumbered = new EntryChange("124/TB-SKHĐT", null, null, null, null, null, null, null, null, null);
        refused(ErrorKind.USAGE, () -> register.correct(leader, "a", renumbered, "nhầm số"));
        assertEquals(
                "124/TB-SKHĐT",
                register.correct(leader, "b", renumbered, "nhầm số").entry().number());
        EntryChange moved =
                new EntryChange(null, LocalDate.parse("2027-01-01"), null, null, null, null, null, null, null, null);
        refused(ErrorKind.USAGE, () -> register.correct(leader, "a", moved, "nhầm năm"));
        assertTrue(register.correct(leader, "b", moved, "nhầm năm").changed());
        assertEquals(1, register.entries(2027).size());
        assertEquals(2, register.entries(2026).size() + register.entries(2027).size());
    }

    @ParameterizedTest
    @EnumSource
    void aScanIsKeptPrivatelyUnderItsFingerprintOnceAndSaysThatItIsNotSealed(Databases database) throws IOException {
        open(database);
        Path sheet = file("to-trinh.pdf", PDF);
        SavedScan saved = register.scan(leader, "roster/2026-12/r1", sheet, "Nguyễn Thị Lan", TODAY, "5/BC-TNC");
        assertTrue(saved.changed());
        Scan scan = saved.scan();
        assertFalse(scan.sealed());
        assertEquals("application/pdf", scan.mediaType());
        assertEquals("05/BC-TNC", scan.number());
        assertEquals(PDF.length, scan.size());
        assertEquals("lan", scan.registeredBy());
        assertEquals(List.of(scan.sha256() + ".pdf"), scanFiles());
        Path kept = register.file(scan);
        assertArrayEquals(PDF, Files.readAllBytes(kept));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(kept.getParent())));
        assertTrue(String.join("\n", ledger.linesOf("roster/2026-12/r1")).contains("\"sealed\":false"));

        assertFalse(register.scan(leader, "roster/2026-12/r1", sheet, "Nguyễn Thị Lan", TODAY, "05/BC-TNC")
                .changed());
        refused(
                ErrorKind.CONFLICT,
                () -> register.scan(leader, "roster/2026-12/r1", sheet, "Người khác", TODAY, "05/BC-TNC"));
        assertTrue(register.scan(leader, "minutes/1", sheet, "Nguyễn Thị Lan", TODAY, null)
                .changed());
        assertEquals(1, scanFiles().size());
        assertEquals(List.of(scan), register.scans("roster/2026-12/r1"));
        assertEquals(List.of(), register.scans("roster/2027-01/r1"));

        Files.write(kept, "%PDF-1.7 khác".getBytes(StandardCharsets.UTF_8));
        refused(ErrorKind.NOT_GENUINE, () -> register.file(scan));
        Files.delete(kept);
        refused(ErrorKind.NOT_GENUINE, () -> register.file(scan));
    }

    @Test
    void theDepartmentsKeySealsAScanSoThatOpensslAgrees() throws Exception {
        open(Databases.SQLITE);
        keys.initDepartment(leader);
        Path sheet = file("bien-ban.pdf", PDF);
        Scan scan = register.scan(leader, "minutes/1", sheet, "Nguyễn Thị Lan", TODAY, null)
                .scan();
        assertTrue(scan.sealed());
        assertEquals(List.of(scan.sha256() + ".p7s", scan.sha256() + ".pdf"), scanFiles());
        Path signature = config.home().scans().resolve(scan.sha256() + ".p7s");
        assertEquals(0, openssl(sheet, signature));
        assertFalse(openssl(file("anders.pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8)), signature) == 0);
    }

    private int openssl(Path content, Path signature) throws Exception {
        return new ProcessBuilder(
                        "openssl",
                        "cms",
                        "-verify",
                        "-binary",
                        "-inform",
                        "DER",
                        "-in",
                        signature.toString(),
                        "-content",
                        content.toString(),
                        "-CAfile",
                        config.home().trust().resolve("root.pem").toString(),
                        "-purpose",
                        "any",
                        "-attime",
                        Long.toString(world.now().getEpochSecond()),
                        "-out",
                        folder.resolve("out").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("openssl.log").toFile())
                .start()
                .waitFor();
    }

    @Test
    void whatIsNoScanIsRefusedByItsContentAndLeavesNoFile() throws IOException {
        open(Databases.SQLITE);
        Path text = file("bien-ban.pdf", "đây là văn bản".getBytes(StandardCharsets.UTF_8));
        Path empty = file("rong.pdf", new byte[0]);
        Path large = folder.resolve("lon.pdf");
        try (RandomAccessFile f = new RandomAccessFile(large.toFile(), "rw")) {
            f.write(PDF);
            f.setLength((64L << 20) + 1);
        }
        for (Path bad : List.of(text, empty, large, folder, folder.resolve("none.pdf"))) {
            VigilException e =
                    refused(ErrorKind.USAGE, () -> register.scan(leader, "minutes/1", bad, "Lan", TODAY, null));
            assertEquals(1, e.why().size(), () -> bad + " " + e.why());
        }
        VigilException all =
                refused(ErrorKind.USAGE, () -> register.scan(leader, "Biên bản", text, " ", TODAY.plusDays(1), "05"));
        assertEquals(5, all.why().size());
        assertEquals(List.of(), scanFiles());
        byte[][] good = {
            {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1},
            {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0},
            {'I', 'I', 42, 0, 8},
            {'M', 'M', 0, 42, 8}
        };
        List<String> types = new ArrayList<>();
        for (int i = 0; i < good.length; i++) {
            types.add(register.scan(leader, "sheet/" + i, file("anh" + i + ".pdf", good[i]), "Lan", TODAY, null)
                    .scan()
                    .mediaType());
        }
        assertEquals(List.of("image/png", "image/jpeg", "image/tiff", "image/tiff"), types);
    }

    @Test
    void aRehearsalRegistersNoScan() throws IOException {
        open(Databases.SQLITE);
        Path sheet = file("bien-ban.pdf", PDF);
        store.rehearse();
        assertTrue(register.scan(leader, "minutes/1", sheet, "Lan", TODAY, null).changed());
        assertEquals(List.of(), scanFiles());
        assertEquals(List.of(), register.scans("minutes/1"));
    }
}
