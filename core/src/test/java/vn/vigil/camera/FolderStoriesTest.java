package vn.vigil.camera;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.Deadline;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.media.Captured;
import vn.vigil.media.Scene;
import vn.vigil.media.SceneEncoder;

/** The folder of a recorder that was there before vigil: what it holds, and its pictures as they were coded. */
class FolderStoriesTest {
    private static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");
    private static final List<AccessUnit> PICTURES = Captured.h264().units();

    @TempDir
    private Path root;

    private final World world = World.real();

    private Deadline deadline() {
        return Deadline.in(world, Duration.ofSeconds(20));
    }

    private FolderDriver mediaMtx() {
        return FolderCamera.driver(world, root + "/%Y-%m-%d_%H-%M-%S-%f.mp4");
    }

    private static TimeSpan span(Instant from, double seconds) {
        return new TimeSpan(from, from.plusNanos((long) (seconds * 1e9)));
    }

    private static List<AccessUnit> pictures(FootageSource source, Deadline deadline) {
        List<AccessUnit> all = new ArrayList<>();
        for (AccessUnit unit = source.next(deadline); unit != null; unit = source.next(deadline)) {
            if (unit.track() == 0) {
                all.add(unit);
            }
        }
        return all;
    }

    private List<AccessUnit> pictures(FolderDriver driver, TimeSpan span) {
        try (FootageSource source = driver.replay(span, null, deadline())) {
            return pictures(source, deadline());
        }
    }

    /** Segments of four seconds, one behind the other. */
    private void record(Instant from, int count) {
        for (int i = 0; i < count; i++) {
            FolderCamera.segment(FolderCamera.mediaMtx(root, from.plusSeconds(4L * i)));
        }
    }

    @Test
    void aSpanOverThreeSegmentsIsOneStreamFromItsKeyFrameOn() {
        record(NOON, 6);
        TimeSpan asked = span(NOON.plusMillis(6_500), 8.1);
        Footage footage = mediaMtx().footage(asked, deadline());
        assertEquals(List.of(asked), footage.present());
        assertEquals(List.of(), footage.gaps());

        List<AccessUnit> read = pictures(mediaMtx(), asked);
        assertTrue(read.get(0).keyFrame());
        assertEquals(NOON.plusSeconds(6), read.get(0).cameraTime());
        for (int i = 0; i < read.size(); i++) {
            // Picture 150 of the recording is the first; pictures repeat with each segment.
            AccessUnit source = PICTURES.get((150 + i) % 100);
            assertArrayEquals(source.data(), read.get(i).data(), "picture " + i);
            long since = source.time() + (150 + i) / 100 * 360_000L;
            assertEquals(NOON.plusNanos(since * 100_000 / 9), read.get(i).cameraTime(), "time of picture " + i);
            assertEquals(since - 540_000, read.get(i).time() - read.get(0).time());
            assertFalse(read.get(i).afterLoss());
        }
        long until =
                read.stream().filter(u -> u.cameraTime().isBefore(asked.to())).count();
        assertEquals(215, until, "8.6 seconds of 25 pictures");
        assertTrue(read.size() - until <= 3, "no more than what reordering asks for");
    }

    @Test
    void aNightIsFoundInTheFoldersOfBothDays() {
        Instant before = Instant.parse("2026-03-02T23:59:52Z");
        String pattern = root + "/%Y-%m-%d/%H/gate-1/%M.%S.mp4?utc";
        for (int i = 0; i < 4; i++) {
            FolderCamera.segment(FolderCamera.frigate(root, before.plusSeconds(4L * i)));
        }
        TimeSpan asked = span(before.plusSeconds(6), 6);
        FolderDriver driver = FolderCamera.driver(world, pattern);
        assertEquals(List.of(asked), driver.footage(asked, deadline()).present());
        List<AccessUnit> read = pictures(driver, asked);
        assertEquals(before.plusSeconds(6), read.get(0).cameraTime());
        assertTrue(read.stream().anyMatch(u -> !u.cameraTime().isBefore(asked.to())), "up to the end");
        StorageFacts storage = driver.storage(deadline());
        assertEquals(before, storage.oldest());
        assertEquals(before.plusSeconds(16), storage.newest());
        assertTrue(storage.disks().get(0).bytes() > 0 && storage.disks().get(0).free() >= 0);
    }

    @Test
    void aHoleIsToldBeforehandAndSeenWhenReplayed() {
        record(NOON, 3);
        record(NOON.plusSeconds(60), 2);
        TimeSpan asked = span(NOON, 68);
        TimeSpan hole = new TimeSpan(NOON.plusSeconds(12), NOON.plusSeconds(60));
        assertEquals(List.of(hole), mediaMtx().footage(asked, deadline()).gaps());
        try (FootageSource source = mediaMtx().replay(asked, null, deadline())) {
            List<AccessUnit> read = pictures(source, deadline());
            assertEquals(500, read.size());
            assertTrue(read.get(300).afterLoss() && read.get(300).keyFrame());
            assertEquals(hole.to(), read.get(300).cameraTime());
            assertEquals(60 * 90_000, read.get(300).time() - read.get(0).time(), "a hole stays a hole in time");
            TimeSpan seen = source.facts().gaps().get(0);
            assertEquals(hole.to(), seen.to());
            assertEquals(NOON.plusMillis(11_960), seen.from(), "the last picture before it");
            assertEquals("folder-replay", source.facts().driver());
            assertNull(source.facts().clock());
        }
        List<AccessUnit> behind = pictures(mediaMtx(), span(NOON.plusSeconds(30), 32));
        assertEquals(hole.to(), behind.get(0).cameraTime(), "nothing from before the hole");
    }

    @Test
    void wholeSecondsInNamesMakeNeitherHolesNorOverlaps() {
        String pattern = root + "/gate-1_%Y%m%d_%H%M%S.mp4";
        // Begun 0.9 s after the second, each lasting 4 s; the third one is named a second late, as a busy disk would
        // do.
        for (int late : new int[] {0, 4, 9, 12}) {
            FolderCamera.segment(FolderCamera.ffmpeg(root, NOON.plusSeconds(late)));
        }
        FolderDriver driver = FolderCamera.driver(world, pattern);
        assertEquals(List.of(), driver.footage(span(NOON, 16), deadline()).gaps());
        List<AccessUnit> read = pictures(driver, span(NOON, 17));
        assertEquals(400, read.size());
        assertEquals(0, read.stream().filter(AccessUnit::afterLoss).count());
        assertEquals(12 * 90_000, read.get(300).time() - read.get(0).time());
    }

    @Test
    void whatCannotBeReadIsAHoleAndTheRestIsDelivered() throws Exception {
        record(NOON, 5);
        Path broken = FolderCamera.mediaMtx(root, NOON.plusSeconds(4));
        byte[] whole = Files.readAllBytes(broken);
        Files.write(broken, new byte[whole.length]);
        Path empty = FolderCamera.mediaMtx(root, NOON.plusSeconds(12));
        Files.write(empty, new byte[0]);
        try (FootageSource source = mediaMtx().replay(span(NOON, 20), null, deadline())) {
            List<AccessUnit> read = pictures(source, deadline());
            assertEquals(300, read.size());
            assertEquals(2, source.facts().gaps().size());
            assertEquals(NOON.plusSeconds(8), source.facts().gaps().get(0).to());
            assertEquals(NOON.plusSeconds(16), source.facts().gaps().get(1).to());
        }
        Path file = FolderCamera.mediaMtx(root, NOON.plusSeconds(16));
        Files.write(file, Arrays.copyOf(whole, 500));
        assertEquals(
                NOON.plusSeconds(12), mediaMtx().storage(deadline()).newest(), "the newest that can be read counts");
    }

    @Test
    void otherParametersInTheNextSegmentAreToldBeforeItsPictures() {
        Captured first = Captured.h264();
        Scene second = SceneEncoder.loop(
                new SceneEncoder.Spec("GATE 1", 320, 180, 10, 10, 200, SceneEncoder.Look.MOVING),
                Duration.ofSeconds(4));
        FolderCamera.segment(FolderCamera.mediaMtx(root, NOON));
        FolderCamera.segment(FolderCamera.mediaMtx(root, NOON.plusSeconds(4)), second.format(), second.units());
        try (FootageSource source = mediaMtx().replay(span(NOON, 8), null, deadline())) {
            int read = 0;
            for (AccessUnit unit = source.next(deadline()); unit != null; unit = source.next(deadline())) {
                byte[] sps = source.tracks().get(0).parameterSets().get(0);
                byte[] wanted = (read < 100 ? first.format() : second.format())
                        .parameterSets()
                        .get(0);
                assertArrayEquals(wanted, sps, "picture " + read);
                read++;
            }
            assertEquals(140, read);
        }
    }

    @Test
    void theMiddleOfALongSegmentIsFoundWithoutReadingItAll() {
        Scene scene = SceneEncoder.loop(
                new SceneEncoder.Spec("GATE 1", 320, 180, 10, 20, 200, SceneEncoder.Look.MOVING),
                Duration.ofSeconds(40));
        FolderCamera.segment(FolderCamera.mediaMtx(root, NOON), scene.format(), scene.units());
        FolderCamera.segment(FolderCamera.mediaMtx(root, NOON.plusSeconds(40)), scene.format(), scene.units());
        List<AccessUnit> read = pictures(mediaMtx(), span(NOON.plusMillis(31_500), 10));
        assertEquals(NOON.plusSeconds(30), read.get(0).cameraTime());
        assertEquals(116, read.size(), "from its key frame to the first picture at the end");
        for (int i = 0; i < read.size(); i++) {
            assertArrayEquals(
                    scene.units().get((300 + i) % 400).data(), read.get(i).data(), "picture " + i);
            assertEquals(9_000L * i, read.get(i).time() - read.get(0).time());
        }
    }

    @Test
    void strangersInTheFolderAreLeftAlone() throws Exception {
        Path outside = Files.createDirectories(root.resolve("outside"));
        Path inside = Files.createDirectories(root.resolve("rec"));
        Path secret = FolderCamera.segment(FolderCamera.mediaMtx(outside, NOON));
        Path real = FolderCamera.segment(FolderCamera.mediaMtx(inside, NOON.plusSeconds(4)));
        Files.createSymbolicLink(FolderCamera.mediaMtx(inside, NOON), secret);
        Files.createSymbolicLink(FolderCamera.mediaMtx(inside, NOON.plusSeconds(8)), real);
        Files.createDirectory(FolderCamera.mediaMtx(inside, NOON.plusSeconds(12)));
        Files.createSymbolicLink(FolderCamera.mediaMtx(inside, NOON.plusSeconds(16)), inside.resolve("nowhere"));
        Files.writeString(inside.resolve("2026-03-02_12-00-00-000000.mp4\n.mp4"), "x");
        FolderDriver driver = FolderCamera.driver(world, inside + "/%Y-%m-%d_%H-%M-%S-%f.mp4");
        assertEquals(
                List.of(span(NOON.plusSeconds(4), 8)),
                driver.footage(span(NOON, 60), deadline()).present(),
                "a link that stays inside counts, one that leads out does not");

        Path linked = Files.createSymbolicLink(root.resolve("linked"), inside);
        assertEquals(
                1,
                FolderCamera.driver(world, linked + "/%Y-%m-%d_%H-%M-%S-%f.mp4")
                        .footage(span(NOON, 60), deadline())
                        .present()
                        .size(),
                "the folder itself may be a link");

        Path days = Files.createDirectories(root.resolve("days"));
        Files.createSymbolicLink(days.resolve("2026-03-02"), outside);
        assertEquals(
                List.of(),
                FolderCamera.driver(world, days + "/%Y-%m-%d/*_%H-%M-%S-%f.mp4")
                        .footage(span(NOON, 60), deadline())
                        .present());
    }

    @Test
    void aFolderThatIsNotThereIsNoEmptyOne() {
        FolderDriver driver = FolderCamera.driver(world, root + "/gone/%s.mp4");
        VigilException e = assertThrows(VigilException.class, () -> driver.footage(span(NOON, 1), deadline()));
        assertEquals(ErrorKind.UNREACHABLE, e.kind());
        assertEquals(CameraText.FOLDER_GONE, e.why().get(0).key());
        VigilException nothing =
                assertThrows(VigilException.class, () -> mediaMtx().replay(span(NOON, 1), null, deadline()));
        assertEquals(ErrorKind.NOT_FOUND, nothing.kind());
        StorageFacts storage = mediaMtx().storage(deadline());
        assertNull(storage.oldest());
        assertNull(storage.newest());
    }

    @Test
    void tenThousandFilesAreListedWithinASecondAndOnlyTheEdgesAreOpened() throws Exception {
        Path one = FolderCamera.segment(FolderCamera.mediaMtx(root, NOON));
        byte[] bytes = Files.readAllBytes(one);
        for (int i = 1; i < 10_000; i++) {
            Path file = FolderCamera.mediaMtx(root, NOON.plusSeconds(4L * i));
            if (i < 9_999) {
                Files.write(file, new byte[] {1});
            } else {
                Files.write(file, bytes);
            }
        }
        long begun = System.nanoTime();
        Footage footage = mediaMtx().footage(span(NOON, 40_000), deadline());
        long millis = (System.nanoTime() - begun) / 1_000_000;
        assertEquals(List.of(span(NOON, 40_000)), footage.present());
        assertTrue(millis < 1_000, millis + " ms");
    }

    @Test
    void aCameraWithAFolderIsAskedLikeAnyOther() {
        Path rec = root.resolve("rec");
        for (int i = 0; i < 3; i++) {
            FolderCamera.segment(FolderCamera.mediaMtx(rec, NOON.plusSeconds(4L * i)));
        }
        try (CameraHouse house = new CameraHouse(world, root.resolve("house"))) {
            Camera camera = FolderCamera.of("gate-1", rec + "/%Y-%m-%d_%H-%M-%S-%f.mp4");
            FolderCamera.add(house.store, camera, world.now());
            RecordingsReport report = house.cameras.recordings(camera.id(), span(NOON, 20), house.deadline());
            assertEquals(List.of(span(NOON, 12)), report.present());
            assertEquals(HoleReason.NOT_YET, report.holes().get(0).reason());
            assertEquals(NOON.plusSeconds(12), report.newest());
            assertNull(house.cameras.clock(camera.id(), house.deadline()));
            try (FootageSource source = house.cameras.openReplay(camera.id(), span(NOON, 12), house.deadline())) {
                assertEquals(300, pictures(source, deadline()).size());
            }
        }
    }
}
