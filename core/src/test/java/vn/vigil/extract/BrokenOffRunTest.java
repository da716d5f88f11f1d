package vn.vigil.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.evidence.Acts;
import vn.vigil.evidence.FileRequest;
import vn.vigil.footage.Planned;
import vn.vigil.ledger.Entry;
import vn.vigil.people.KeySource;
import vn.vigil.store.Lease;

/** Runs that are killed, collide, fail or only rehearse: one approval gives one package, and nothing half-made stays. */
class BrokenOffRunTest {
    @TempDir
    static Path home;

    private static EvidenceSite site;
    private static int minute;

    private CaseId id;
    private FileRequest asked;

    @BeforeAll
    static void open() throws Exception {
        site = new EvidenceSite(home, Duration.ofSeconds(16));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @BeforeEach
    void approved() {
        asked = site.asking(site.recorded.plusSeconds(60L * ++minute + 20), Duration.ofSeconds(2));
        id = site.request(asked);
        site.approve("binh", id, "binh");
    }

    private static VigilException fails(ErrorKind kind, Runnable act) {
        VigilException e = assertThrows(VigilException.class, act::run);
        assertEquals(kind, e.kind(), e.toString());
        return e;
    }

    private long packages() throws IOException {
        Path folder = home.resolve("packages");
        if (!Files.exists(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().startsWith("VIGIL-" + id))
                    .count();
        }
    }

    private static void sql(String statement) {
        site.vigil.store().write(tx -> tx.run(statement));
    }

    private void runsToOnePackage() throws IOException {
        RunResult done = site.run(id);
        assertEquals(RunResult.Outcome.DONE, done.outcome());
        assertEquals(2, packages(), "one package and its fingerprint");
        assertNull(site.judge(done.packages().get(0).file()).failed());
        assertEquals(RunResult.Outcome.UNCHANGED, site.run(id).outcome());
        assertFalse(Files.exists(home.resolve("partial").resolve(id.toString())));
        assertNull(site.vigil.ledger().verify().fault());
        assertTrue(site.vigil.ledger().unfinished().isEmpty());
    }

    @Test
    void aFinishedPackageThatCouldNotBeRecordedIsAdopted() throws Exception {
        sql("create trigger register_fails before insert on extract_package begin select raise(abort, 'no'); end");
        try {
            assertThrows(RuntimeException.class, () -> site.run(id));
        } finally {
            sql("drop trigger register_fails");
        }
        assertEquals(2, packages());
        Map<String, String> before = packageFiles();
        RunResult adopted = site.run(id);
        assertEquals(RunResult.Outcome.DONE, adopted.outcome());
        assertEquals(1, adopted.packages().size());
        assertEquals(before, packageFiles(), "the very same package");
        assertEquals(RunResult.Outcome.UNCHANGED, site.run(id).outcome());
        assertTrue(site.vigil.ledger().unfinished().isEmpty());
        assertNull(site.judge(adopted.packages().get(0).file()).failed());
    }

    private Map<String, String> packageFiles() throws IOException {
        return files(home.resolve("packages"));
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path p : tree.filter(Files::isRegularFile).toList()) {
                // SQLite's shared memory and log move when a store is only read.
                if (!p.toString().endsWith("-shm") && !p.toString().endsWith("-wal")) {
                    all.put(p.toString(), Integer.toString(Arrays.hashCode(Files.readAllBytes(p))));
                }
            }
        }
        return all;
    }

    @Test
    void whatAKilledRunLeftIsClearedAndTold() throws Exception {
        Path left = home.resolve("partial").resolve(id.toString());
        Files.createDirectories(left);
        Files.writeString(left.resolve("gate-1-1.mp4"), "half");
        Files.createDirectories(home.resolve("packages"));
        Path sum = home.resolve("packages").resolve("VIGIL-" + id + "-20200101T000000Z-1of1.asice.sha256");
        Files.writeString(sum, "of nothing");
        site.vigil.ledger().intent(new Entry(site.as("cuong").actor().who(), Acts.RUN, id.toString(), Map.of()));
        RunResult done = site.run(id);
        assertTrue(
                done.notes().stream().anyMatch(n -> n.key() == ExtractText.CLEARED),
                done.notes().toString());
        assertFalse(Files.exists(left));
        assertFalse(Files.exists(sum));
        runsAreOver();
    }

    private void runsAreOver() throws IOException {
        assertEquals(2, packages());
        assertTrue(site.vigil.ledger().unfinished().isEmpty());
    }

    @Test
    void twoAtOnceMakeOne() throws Exception {
        try (Lease lease = Lease.take(site.vigil.store(), "extract/" + id, Duration.ofMinutes(1))) {
            assertTrue(lease.renew(Duration.ofMinutes(1)));
            fails(ErrorKind.BUSY, () -> site.run(id));
        }
        assertEquals(0, packages());
        runsToOnePackage();
    }

    @Test
    void aFailedRunDoesNotUseUpTheApproval() throws Exception {
        site.cameras.camera("gate-1").stop();
        try {
            // Filed while the camera is away: there is no held copy that could stand in.
            id = site.request(site.asking(site.recorded.plusSeconds(60L * ++minute + 20), Duration.ofSeconds(2)));
            site.approve("binh", id, "binh");
            fails(ErrorKind.UNREACHABLE, () -> site.run(id));
        } finally {
            site.cameras.camera("gate-1").start();
        }
        Path inTheWay = home.resolve("partial").resolve(id.toString());
        Files.createDirectories(inTheWay.getParent());
        Files.createFile(inTheWay);
        VigilException e = fails(ErrorKind.FAILED, () -> site.run(id));
        assertEquals("VG-EXTRACT-IO", e.id());
        assertEquals(0, packages());
        Files.delete(inTheWay);
        runsToOnePackage();
    }

    @Test
    void aRehearsalChangesNothing() throws Exception {
        Map<String, String> before = files(home);
        long entries = site.vigil.ledger().verify().entries();
        RunResult planned = site.run(new RunRequest(id, null, null, null, null, true));
        assertEquals(RunResult.Outcome.PLANNED, planned.outcome());
        assertEquals(before.keySet(), files(home).keySet());
        assertEquals(entries, site.vigil.ledger().verify().entries());
        assertEquals(0, packages());
    }

    @Test
    void timesAreOfTheSiteInWholeMilliseconds() throws Exception {
        RunResult done = site.run(id);
        Planned planned = done.cameras().get(0);
        assertTrue(
                planned.offset().minus(Duration.ofSeconds(16)).abs().compareTo(planned.error()) <= 0,
                planned.toString());
        RunResult.Clip clip = done.clips().get(0);
        TimeSpan span = asked.wanted().get(0).asked().span();
        assertTrue(!clip.firstPicture().isAfter(span.from().plus(planned.error())), clip.toString());
        assertTrue(clip.firstPicture().isAfter(span.from().minusSeconds(3)), clip.toString());
        assertTrue(clip.lastPicture().isAfter(span.to().minusSeconds(1)), clip.toString());
        for (int nanos : new int[] {
            clip.firstPicture().getNano(),
            clip.lastPicture().getNano(),
            planned.deviceSpan().from().getNano()
        }) {
            assertEquals(0, nanos % 1_000_000);
        }
    }

    @Test
    void whatIsNotRecordedIsNotFound() throws Exception {
        CaseId early = site.request(site.asking(site.recorded.minusSeconds(3600), Duration.ofSeconds(2)));
        site.approve("binh", early, "binh");
        VigilException e = fails(ErrorKind.NOT_FOUND, () -> site.run(early));
        assertEquals("VG-EXTRACT-NO-RECORDING", e.id());
        assertTrue(site.vigil.ledger().unfinished().isEmpty());
        assertEquals(0, packages());
    }

    @Test
    void refusedAndExpiredMeansNo() {
        CaseId refused = site.request(site.asking(site.recorded.plusSeconds(700), Duration.ofSeconds(2)));
        try (var binh = site.as("binh")) {
            binh.extracts().refuse(binh.actor(), refused, "không đủ căn cứ");
        }
        assertEquals(
                "VG-EXTRACT-REFUSED",
                fails(ErrorKind.REFUSED, () -> site.run(refused)).id());
        CaseId expired = site.request(site.asking(site.recorded.plusSeconds(710), Duration.ofSeconds(2)));
        try (var binh = site.as("binh")) {
            binh.extracts()
                    .approve(
                            binh.actor(),
                            expired,
                            KeySource.file(home.resolve("keys").resolve("binh.p12"), EvidenceSite.PASSPHRASE),
                            Duration.ofMillis(1));
        }
        assertEquals(
                "VG-EXTRACT-EXPIRED",
                fails(ErrorKind.REFUSED, () -> site.run(expired)).id());
    }
}
