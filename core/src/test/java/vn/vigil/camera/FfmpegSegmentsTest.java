package vn.vigil.camera;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.Codec;
import vn.vigil.base.Deadline;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.World;
import vn.vigil.media.SegmentReader;

/** Segments that a real FFmpeg cut, with reordered pictures and sound, against the same stream in one piece. */
class FfmpegSegmentsTest {
    @TempDir
    private Path root;

    private void ffmpeg(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-nostdin", "-y"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("TZ", "Asia/Ho_Chi_Minh");
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            assumeTrue(false, "no ffmpeg here");
            return;
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeTrue(!said.contains("Unknown encoder"), said);
        assertEquals(0, process.waitFor(), said);
    }

    private static List<AccessUnit> all(SegmentReader reader, int track) {
        List<AccessUnit> units = new ArrayList<>();
        for (AccessUnit unit = reader.next(); unit != null; unit = reader.next()) {
            if (unit.track() == track) {
                units.add(unit);
            }
        }
        return units;
    }

    @ParameterizedTest
    @CsvSource({"mp4, mp4, 0", "mp4, mp4, 1", "ts, mpegts, 0", "ts, mpegts, 1", "mkv, matroska, 0"})
    void whatFfmpegCutIsPutTogetherAgain(String ending, String format, String reset) throws Exception {
        Path whole = root.resolve("whole." + ending);
        ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc=size=320x180:rate=25",
                "-f",
                "lavfi",
                "-i",
                "sine=frequency=440:sample_rate=16000",
                "-t",
                "9",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-bf",
                "2",
                "-b_strategy",
                "0",
                "-g",
                "25",
                "-c:a",
                "aac",
                whole.toString());
        // Cut as by a recorder, but at once: the names are put right below.
        ffmpeg(
                "-i",
                whole.toString(),
                "-c",
                "copy",
                "-f",
                "segment",
                "-segment_time",
                "3",
                "-segment_format",
                format,
                "-reset_timestamps",
                reset,
                root.resolve("cut-%d." + ending).toString());
        Instant begin = Instant.parse("2026-03-02T16:59:57Z");
        Path folder = Files.createDirectories(root.resolve("rec"));
        for (int i = 0; i < 3; i++) {
            Path named = FolderCamera.ffmpeg(folder, begin.plusSeconds(3L * i));
            String name = named.getFileName().toString().replace(".mp4", "." + ending);
            Path moved = Files.move(root.resolve("cut-" + i + "." + ending), folder.resolve(name));
            Files.setLastModifiedTime(moved, FileTime.from(begin.plusSeconds(3L * i + 3)));
        }
        FolderDriver driver = FolderCamera.driver(World.real(), folder + "/gate-1_%Y%m%d_%H%M%S." + ending);
        TimeSpan span = new TimeSpan(begin, begin.plusSeconds(9));
        Deadline deadline = Deadline.in(World.real(), Duration.ofSeconds(20));
        Footage footage = driver.footage(span, deadline);
        assertEquals(1, footage.present().size(), footage.toString());

        List<AccessUnit> wantedPictures;
        List<AccessUnit> wantedSound;
        try (SegmentReader one = SegmentReader.open(whole, false);
                SegmentReader two = SegmentReader.open(whole, false)) {
            wantedPictures = all(one, 0);
            wantedSound = all(two, 1);
        }
        List<AccessUnit> pictures = new ArrayList<>();
        List<AccessUnit> sound = new ArrayList<>();
        try (FootageSource source = driver.replay(span, null, deadline)) {
            assertEquals(2, source.tracks().size());
            assertEquals(Codec.AAC, source.tracks().get(1).codec());
            assertEquals(16_000, source.tracks().get(1).clockRate());
            for (AccessUnit unit = source.next(deadline); unit != null; unit = source.next(deadline)) {
                (unit.track() == 0 ? pictures : sound).add(unit);
            }
            assertEquals(List.of(), source.facts().gaps());
        }
        assertEquals(225, pictures.size());
        for (int i = 0; i < 225; i++) {
            assertArrayEquals(wantedPictures.get(i).data(), pictures.get(i).data(), "picture " + i);
            long wanted = wantedPictures.get(i).time() - wantedPictures.get(0).time();
            assertEquals(
                    wanted, pictures.get(i).time(), format.equals("matroska") ? 180.0 : 2.0, "time of picture " + i);
        }
        assertTrue(sound.size() >= 138, "sound " + sound.size());
        for (int i = 1; i < sound.size(); i++) {
            assertEquals(1024, sound.get(i).time() - sound.get(i - 1).time(), 40.0, "sound " + i);
        }
        int offset = 0;
        while (!Arrays.equals(wantedSound.get(offset).data(), sound.get(0).data())) {
            offset++;
        }
        for (int i = 0; i < sound.size(); i++) {
            assertArrayEquals(wantedSound.get(offset + i).data(), sound.get(i).data(), "sound " + i);
        }
    }

    @ParameterizedTest
    @CsvSource({"mp4", "ts"})
    void whatFfmpegNamedByItsClockIsFound(String ending) throws Exception {
        Instant before = World.real().now();
        ffmpeg(
                "-re",
                "-f",
                "lavfi",
                "-i",
                "testsrc=size=320x180:rate=10",
                "-t",
                "2.5",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-g",
                "10",
                "-f",
                "segment",
                "-segment_time",
                "1",
                "-strftime",
                "1",
                root + "/%Y-%m-%d_%H-%M-%S." + ending);
        Instant after = World.real().now();
        try (Stream<Path> files = Files.list(root)) {
            assertTrue(files.count() >= 2);
        }
        FolderDriver driver = FolderCamera.driver(World.real(), root + "/%Y-%m-%d_%H-%M-%S." + ending);
        Deadline deadline = Deadline.in(World.real(), Duration.ofSeconds(20));
        Footage footage = driver.footage(new TimeSpan(before.minusSeconds(60), after.plusSeconds(60)), deadline);
        assertEquals(1, footage.present().size(), footage.toString());
        TimeSpan told = footage.present().get(0);
        assertTrue(!told.from().isBefore(before.minusSeconds(1)) && told.from().isBefore(after), told.toString());
        assertTrue(told.length().toMillis() >= 1_500 && told.length().toMillis() <= 4_000, told.toString());
    }
}
