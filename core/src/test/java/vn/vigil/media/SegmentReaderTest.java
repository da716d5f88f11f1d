package vn.vigil.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.Codec;

/** What recorders leave on a disk is read picture by picture as it was coded, also where it breaks off. */
class SegmentReaderTest {
    @TempDir
    private Path folder;

    private static List<AccessUnit> pictures(SegmentReader reader) {
        List<AccessUnit> all = new ArrayList<>();
        for (AccessUnit unit = reader.next(); unit != null; unit = reader.next()) {
            if (unit.track() == 0) {
                all.add(unit);
            }
        }
        return all;
    }

    private Path mp4(Captured source) {
        Path file = folder.resolve("segment.mp4");
        try (Mp4Writer writer = Mp4Writer.create(file, List.of(source.format()), Duration.ZERO)) {
            source.units().forEach(writer::write);
            writer.finish();
        }
        return file;
    }

    private static void assertSame(Captured source, Path file) {
        try (SegmentReader reader = SegmentReader.open(file, false)) {
            List<AccessUnit> read = pictures(reader);
            assertEquals(source.units().size(), read.size());
            for (int i = 0; i < read.size(); i++) {
                assertArrayEquals(source.units().get(i).data(), read.get(i).data(), "picture " + i);
                assertEquals(source.units().get(i).keyFrame(), read.get(i).keyFrame());
                long away = source.units().get(i).time() - source.units().get(0).time();
                assertEquals(away, read.get(i).time() - read.get(0).time(), "time of picture " + i);
            }
            assertTrue(ParameterSets.complete(reader.tracks().get(0)));
            assertFalse(reader.brokenOff());
        }
    }

    @Test
    void reorderedPicturesStayInTheirOrder() {
        assertSame(Captured.h264(), mp4(Captured.h264()));
        assertEquals(Duration.ofSeconds(4), SegmentReader.length(folder.resolve("segment.mp4"), false));
    }

    @Test
    void h265StaysWhatItIs() {
        assertSame(Captured.h265(), mp4(Captured.h265()));
    }

    @Test
    void whatAToolWroteIsReadAlike() throws Exception {
        Path source = mp4(Captured.h264());
        for (String name : List.of("f.mp4", "e.mp4", "s.ts", "m.mkv")) {
            Path file = folder.resolve(name);
            List<String> flags = name.equals("f.mp4")
                    ? List.of("-movflags", "empty_moov+frag_keyframe+default_base_moof")
                    : List.of();
            ffmpeg(source, file, flags);
            try (SegmentReader reader = SegmentReader.open(file, false)) {
                List<AccessUnit> read = pictures(reader);
                assertEquals(100, read.size(), name);
                for (int i = 0; i < 100; i++) {
                    assertEquals(
                            units(Captured.h264().units().get(i).data()),
                            units(read.get(i).data()),
                            name + " picture " + i);
                    long away = Captured.h264().units().get(i).time();
                    // Matroska counts in milliseconds.
                    assertEquals(away, read.get(i).time() - read.get(0).time(), name.equals("m.mkv") ? 90 : 0, name);
                }
            }
            assertEquals(4_000, SegmentReader.length(file, false).toMillis(), 1, name);
        }
    }

    /** Start codes of two files may differ in length; what lies between them may not. */
    private static List<Integer> units(byte[] data) {
        return Nal.split(Nal.annexB(List.of(), data)).stream()
                .map(Arrays::hashCode)
                .toList();
    }

    private static void ffmpeg(Path from, Path to, List<String> flags) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("ffmpeg", "-v", "error", "-nostdin", "-i", from.toString(), "-c", "copy"));
        command.addAll(flags);
        command.add(to.toString());
        run(command);
    }

    private static void run(List<String> command) throws Exception {
        try {
            Process p = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(p.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertEquals(0, p.waitFor(), said);
        } catch (java.io.IOException e) {
            assumeTrue(false, "no ffmpeg here");
        }
    }

    @Test
    void whatLiesBeforeIsSkipped() throws Exception {
        Path source = mp4(Captured.h264());
        Path fragmented = folder.resolve("f.mp4");
        ffmpeg(source, fragmented, List.of("-movflags", "empty_moov+frag_keyframe+default_base_moof"));
        for (Path file : List.of(source, fragmented)) {
            try (SegmentReader reader = SegmentReader.open(file, false)) {
                long first = reader.next().time();
                reader.skipTo(first + 270_000);
                List<AccessUnit> read = pictures(reader);
                assertEquals(
                        180_000, read.get(0).time() - first, "a key frame at or before, and not from the beginning");
                assertEquals(50, read.size());
                for (int i = 0; i < 50; i++) {
                    byte[] wanted = Captured.h264().units().get(50 + i).data();
                    assertEquals(units(wanted), units(read.get(i).data()), "picture " + i);
                }
            }
            try (SegmentReader reader = SegmentReader.open(file, false)) {
                reader.skipTo(45_000);
                assertEquals(100, pictures(reader).size(), "the first key frame is the only one before");
            }
        }
    }

    @Test
    void theLengthOfALargeTransportStreamIsReadAtItsEnds() throws Exception {
        Path file = folder.resolve("large.ts");
        run(List.of(
                "ffmpeg",
                "-v",
                "error",
                "-nostdin",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=640x360:rate=25",
                "-t",
                "12",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-qp",
                "0",
                "-g",
                "25",
                file.toString()));
        assertTrue(Files.size(file) > 4 << 20, "large enough to be cut");
        assertEquals(12_000, SegmentReader.length(file, false).toMillis(), 1);
    }

    @Test
    void aGrowingFileIsReadAsFarAsItGoes() throws Exception {
        Path source = mp4(Captured.h264());
        for (String name : List.of("f.mp4", "s.ts", "m.mkv")) {
            Path file = folder.resolve(name);
            ffmpeg(
                    source,
                    file,
                    name.equals("f.mp4")
                            ? List.of("-movflags", "empty_moov+frag_keyframe+default_base_moof")
                            : List.of());
            byte[] whole = Files.readAllBytes(file);
            int last = 0;
            for (int part = 5; part < 10; part++) {
                Files.write(file, Arrays.copyOf(whole, whole.length * part / 10 + 13));
                try (SegmentReader reader = SegmentReader.open(file, true)) {
                    List<AccessUnit> read = pictures(reader);
                    assertTrue(read.size() >= last && read.size() > 20 && read.size() < 100, name + " " + read.size());
                    for (int i = 0; i < read.size(); i++) {
                        assertEquals(
                                units(Captured.h264().units().get(i).data()),
                                units(read.get(i).data()),
                                name + " picture " + i + " of " + read.size());
                    }
                    last = read.size();
                }
            }
        }
    }

    @Test
    void whatIsNoSegmentIsRefusedAndNothingElseHappens() throws Exception {
        Path file = folder.resolve("x.mp4");
        byte[] whole = Files.readAllBytes(mp4(Captured.h264()));
        List<byte[]> wrong = List.of(
                new byte[0],
                new byte[7],
                new byte[4096],
                "#!/bin/sh\necho not a segment\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                Arrays.copyOf(whole, 300));
        for (byte[] bytes : wrong) {
            Files.write(file, bytes);
            assertThrows(
                    MediaException.class, () -> SegmentReader.open(file, false).close());
        }
        java.util.SplittableRandom random = new java.util.SplittableRandom(3);
        for (int i = 0; i < 60; i++) {
            byte[] bent = whole.clone();
            for (int j = 0; j < 12; j++) {
                bent[random.nextInt(i % 2 == 0 ? 2048 : bent.length)] = (byte) random.nextInt();
            }
            Files.write(file, bent);
            try (SegmentReader reader = SegmentReader.open(file, true)) {
                pictures(reader);
            } catch (MediaException e) {
                assertTrue(e.reason() != MediaException.Reason.INTERNAL, e.toString());
            }
        }
    }

    @Test
    void adtsHeadersAreTakenOff() {
        byte[] frame = {-1, (byte) 0xf1, 0x50, (byte) 0x80, 0x01, (byte) 0x9f, (byte) 0xfc, 1, 2, 3, 4, 5};
        assertEquals(12, frame.length);
        assertTrue(Adts.is(frame));
        assertEquals(44_100, Adts.format(frame).clockRate());
        assertEquals(2, Adts.format(frame).channels());
        assertEquals(Codec.AAC, Adts.format(frame).codec());
        assertArrayEquals(
                new byte[] {0x12, 0x10}, Adts.format(frame).parameterSets().get(0));
        assertArrayEquals(new byte[] {1, 2, 3, 4, 5}, Adts.raw(frame));
        assertFalse(Adts.is(Arrays.copyOf(frame, 11)));
    }
}
