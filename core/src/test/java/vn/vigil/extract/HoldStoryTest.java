package vn.vigil.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.app.Vigil;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.Progress;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.camera.Readiness;
import vn.vigil.evidence.Asked;
import vn.vigil.evidence.Wanted;
import vn.vigil.footage.Taken;
import vn.vigil.hold.CallAnswer;
import vn.vigil.hold.Held;
import vn.vigil.hold.HoldFilter;
import vn.vigil.hold.HoldReason;
import vn.vigil.hold.HoldState;
import vn.vigil.hold.NewHold;
import vn.vigil.hold.Placed;
import vn.vigil.ledger.Entry;

/** Footage held before anybody decides: copied, encrypted, kept, opened again, let go. */
class HoldStoryTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    static Path home;

    private static EvidenceSite site;

    @BeforeAll
    static void open() throws Exception {
        site = new EvidenceSite(home, Duration.ofSeconds(16));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    private static TimeSpan span(long from, long seconds) {
        return new TimeSpan(site.recorded.plusSeconds(from), site.recorded.plusSeconds(from + seconds));
    }

    private static Wanted wanted(TimeSpan span) {
        return new Wanted(EvidenceSite.GATE, Asked.recorded(span));
    }

    private static Placed place(CaseId cause, TimeSpan span, Duration patience) {
        try (Vigil lan = site.as("lan")) {
            return lan.holds()
                    .place(
                            lan.actor(),
                            new NewHold(cause, List.of(wanted(span)), "xe máy bị lấy", null),
                            patience,
                            Progress.NONE);
        }
    }

    private static Held retry(CaseId id) {
        try (Vigil cuong = site.as("cuong")) {
            return cuong.holds()
                    .retry(cuong.actor(), List.of(id), PATIENCE, Progress.NONE)
                    .held()
                    .get(0);
        }
    }

    private static List<Path> files(CaseId id) throws IOException {
        Path folder = home.resolve("holds").resolve(id.toString());
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    private static boolean partial(CaseId id) {
        return Files.exists(home.resolve("partial").resolve(id.toString()));
    }

    private static VigilException fails(ErrorKind kind, Runnable act) {
        VigilException e = assertThrows(VigilException.class, act::run);
        assertEquals(kind, e.kind(), e.toString());
        return e;
    }

    @Test
    void aSpanWithAHoleIsCopiedEncryptedAndKeptUntilItsCaseIsOver() throws Exception {
        TimeSpan asked = span(296, 18);
        CaseId request = site.request(site.asking(asked.from(), asked.length()));
        Held held = place(request, asked, PATIENCE).held().get(0);
        assertEquals(HoldState.COPIED, held.state(), held.toString());
        assertEquals(1, held.missing().size(), held.toString());
        assertEquals(HoldReason.NOT_RECORDED, held.missing().get(0).why());
        assertTrue(span(300, 10).overlaps(held.missing().get(0).span()));
        assertFalse(partial(held.id()));
        try (Vigil cuong = site.as("cuong")) {
            Path folder = Files.createDirectories(home.resolve("in-the-hole"));
            assertEquals(
                    List.of(),
                    cuong.holds()
                            .forRun(
                                    cuong.actor(),
                                    request,
                                    wanted(span(302, 6)),
                                    folder,
                                    "a",
                                    new ArrayList<>(),
                                    Progress.NONE),
                    "the key frame before a hole leads to nothing that was asked for");
        }

        List<Path> files = files(held.id());
        assertEquals(held.clips().size(), files.size());
        for (Path file : files) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            assertFalse(bytes.contains("ftyp") || bytes.contains("mdat"), "in the clear");
        }
        String entries = String.join("\n", site.vigil.ledger().linesOf(held.id().toString()));
        assertTrue(entries.contains(held.clips().get(0).sha256()), entries);
        assertTrue(entries.contains(held.clips().get(0).sheet().video().essenceSha256()), entries);

        assertEquals(Placed.Outcome.UNCHANGED, place(request, asked, PATIENCE).outcome());
        Placed again = place(null, asked, PATIENCE);
        assertEquals(held.id(), again.held().get(0).id(), "held for both");
        assertEquals(2, again.held().get(0).causes().size());
        assertEquals(files, files(held.id()), "nothing is copied twice");

        try (Vigil lan = site.as("lan");
                Vigil cuong = site.as("cuong")) {
            assertTrue(lan.holds().verify(lan.actor(), held.id(), Progress.NONE).whole());
            fails(ErrorKind.DENIED, () -> cuong.holds().release(cuong.actor(), held.id(), "hết việc"));
            VigilException open =
                    fails(ErrorKind.REFUSED, () -> lan.holds().release(lan.actor(), held.id(), "hết việc"));
            assertEquals("VG-HOLD-CASE-OPEN", open.id());
            try (Vigil binh = site.as("binh")) {
                binh.extracts().refuse(binh.actor(), request, "không đủ căn cứ");
            }
            LocalDate until = LocalDate.ofInstant(site.world.now(), lan.zone()).plusDays(30);
            assertTrue(lan.holds()
                    .archive(lan.actor(), request, until)
                    .held()
                    .get(0)
                    .archived());
            assertEquals(
                    "VG-HOLD-ARCHIVED",
                    fails(ErrorKind.REFUSED, () -> lan.holds().release(lan.actor(), held.id(), "hết việc"))
                            .id());
            site.vigil.store().write(tx -> tx.run("update hold set keep_day = '2020-01-01'"));
            assertEquals(
                    HoldState.RELEASED,
                    lan.holds().release(lan.actor(), held.id(), "hết việc").state());
            assertEquals(List.of(), files(held.id()));
            assertFalse(lan.vault().list().stream()
                    .anyMatch(s -> s.name().contains(held.id().toString().toLowerCase(java.util.Locale.ROOT))));
            assertEquals(List.of(), lan.holds().list(HoldFilter.of(request)));
        }
        assertTrue(site.vigil.ledger().unfinished().isEmpty());
        assertNull(site.vigil.ledger().verify().fault());
    }

    @Test
    void aSilentCameraMeansPendingAndALaterTryCopies() throws Exception {
        TimeSpan asked = span(60, 3);
        site.cameras.camera("gate-1").stop();
        Held held;
        try {
            held = place(null, asked, PATIENCE).held().get(0);
        } finally {
            site.cameras.camera("gate-1").start();
        }
        assertEquals(HoldState.PENDING, held.state());
        assertEquals(HoldReason.UNREACHABLE, held.missing().get(0).why());
        assertTrue(held.until().isAfter(site.world.now().minusSeconds(5)));
        // As after a kill -9: an intent without outcome, a half-received clip, and a sealed file that nobody recorded.
        site.vigil
                .ledger()
                .intent(new Entry(
                        site.as("cuong").actor().who(), "hold.copy", held.id().toString(), Map.of()));
        Path left = Files.createDirectories(
                home.resolve("partial").resolve(held.id().toString()));
        Files.writeString(left.resolve("clip-1.mp4"), "half");
        Path sealed =
                Files.createDirectories(home.resolve("holds").resolve(held.id().toString()));
        Files.writeString(sealed.resolve("1.mp4.sealed"), "of nobody");
        Files.writeString(sealed.resolve("1.mp4.new"), "half");

        Held copied = retry(held.id());
        assertEquals(HoldState.COPIED, copied.state(), copied.toString());
        assertEquals(1, files(held.id()).size());
        assertFalse(partial(held.id()));
        assertTrue(site.vigil.ledger().unfinished().isEmpty());
        assertEquals(copied, retry(held.id()), "nothing is left to do");
    }

    @Test
    void whatWasNeverRecordedIsLostAndWhatIsYetToComeIsPending() {
        Held never = place(null, span(-3600, 3), PATIENCE).held().get(0);
        assertEquals(HoldState.LOST, never.state());
        assertTrue(never.clips().isEmpty());
        Instant now = site.world.now();
        Held future = place(null, new TimeSpan(now.plusSeconds(600), now.plusSeconds(660)), PATIENCE)
                .held()
                .get(0);
        assertEquals(HoldState.PENDING, future.state());
        assertEquals(HoldReason.NOT_OVER, future.missing().get(0).why());
        assertFalse(future.until().isBefore(future.span().to()));
    }

    @Test
    void aRunGetsTheVeryCopyOrTheAskedPartOfIt() throws Exception {
        TimeSpan asked = span(600, 12);
        Held held = place(null, asked, PATIENCE).held().get(0);
        List<Message> notes = new ArrayList<>();
        CaseId request = new CaseId("EXT", 2026, 900);
        try (Vigil cuong = site.as("cuong")) {
            Path folder = Files.createDirectories(home.resolve("opened"));
            List<Taken> whole =
                    cuong.holds().forRun(cuong.actor(), request, wanted(asked), folder, "a", notes, Progress.NONE);
            assertEquals(held.clips().size(), whole.size());
            assertEquals(held.clips().get(0).sha256(), whole.get(0).facts().sha256());
            assertEquals(held.id().toString(), whole.get(0).sheet().origin().hold());
            assertEquals(
                    held.clips().get(0).copiedAt(),
                    whole.get(0).sheet().origin().copiedAt());

            TimeSpan part = span(604, 3);
            List<Taken> cut =
                    cuong.holds().forRun(cuong.actor(), request, wanted(part), folder, "b", notes, Progress.NONE);
            List<Taken> direct = direct(cuong, part, folder);
            assertEquals(part, cut.get(0).sheet().asked());
            assertEquals(
                    direct.get(0).sheet().video().essenceSha256(),
                    cut.get(0).sheet().video().essenceSha256(),
                    "as the camera would have given it");
            assertEquals(direct.get(0).start(), cut.get(0).start());
            assertEquals(2, notes.size(), notes.toString());

            Path sealed = files(held.id()).get(0);
            byte[] bytes = Files.readAllBytes(sealed);
            bytes[bytes.length / 2] ^= 1;
            Files.write(sealed, bytes);
            fails(ErrorKind.NOT_GENUINE, () -> cuong.holds()
                    .forRun(cuong.actor(), request, wanted(asked), folder, "c", notes, Progress.NONE));
            Held lost = cuong.holds().get(held.id());
            assertEquals(HoldState.LOST, lost.state());
            assertEquals(HoldReason.CHANGED, lost.missing().get(0).why());
            assertFalse(cuong.holds()
                    .verify(cuong.actor(), held.id(), Progress.NONE)
                    .whole());
        }
    }

    private static List<Taken> direct(Vigil vigil, TimeSpan part, Path folder) {
        var planner = new vn.vigil.footage.FootagePlanner(site.world, vigil.config(), vigil.cameras());
        List<Message> notes = new ArrayList<>();
        return new vn.vigil.footage.FootageTaker(site.world, vigil.cameras(), planner)
                .take(planner.plan(wanted(part), notes), folder, "direct", Long.MAX_VALUE, notes, Progress.NONE);
    }

    @Test
    void aCallIsAnsweredAtOnceHeldAndReleasesNothing() {
        TimeSpan asked = span(900, 5);
        try (Vigil cuong = site.as("cuong")) {
            CallAnswer answer = cuong.calls()
                    .take(cuong.actor(), "Công an phường", "0900 000 000", List.of(wanted(asked)), null, Progress.NONE);
            assertEquals("CALL", answer.call().id().series());
            assertEquals(
                    Readiness.Answer.YES, answer.sights().get(0).readiness().answer());
            assertEquals(HoldState.PENDING, answer.placed().held().get(0).state());
            assertEquals(3, answer.papers().size());
            assertEquals("Trần Văn Bình", answer.wake().get(0).name(), "who may decide comes first");
            Placed copied = cuong.holds().copy(cuong.actor(), answer.placed(), PATIENCE, Progress.NONE);
            assertEquals(HoldState.COPIED, copied.held().get(0).state());
            CallAnswer again = cuong.calls()
                    .take(cuong.actor(), "Công an phường", null, List.of(wanted(asked)), null, Progress.NONE);
            assertTrue(again.unchanged());
            assertEquals(answer.call().id(), again.call().id());
            assertEquals(Placed.Outcome.UNCHANGED, again.placed().outcome());
            assertFalse(
                    String.join("", cuong.ledger().linesOf(answer.call().id().toString()))
                            .contains("0900"),
                    "telephone numbers stay out of the ledger");
        }
    }
}
