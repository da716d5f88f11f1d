package vn.vigil.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.Codec;
import vn.vigil.base.TrackFormat;

/** A clip holds the very units that came in, at the camera's times, playable while it is being copied. */
class Mp4WriterTest {
    private static final Instant NOON = Instant.parse("2026-11-20T05:00:00Z");

    @TempDir
    Path folder;

    private record Sample(long pts, long dts, boolean key, byte[] data) {}

    private ClipFacts write(Path file, List<TrackFormat> tracks, List<AccessUnit> units, Duration expected) {
        try (Mp4Writer writer = Mp4Writer.create(file, tracks, expected)) {
            units.forEach(writer::write);
            return writer.finish();
        }
    }

    private static List<Sample> samples(Path file, boolean video) throws IOException {
        List<Sample> samples = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file);
                Demuxer in = new Demuxer(file, channel, 0, channel.size())) {
            while (in.next()) {
                if (in.codec(in.packet().stream_index()).video() == video) {
                    byte[] data = new byte[in.packet().size()];
                    in.bytes().get(data);
                    samples.add(new Sample(in.packet().pts(), in.packet().dts(), in.key(), data));
                }
            }
        }
        return samples;
    }

    private void assertWhole(Captured source, int reorder) throws IOException {
        Path file = folder.resolve("clip.mp4");
        ClipFacts written = write(file, List.of(source.format()), source.units(), Duration.ofSeconds(5));
        List<Sample> samples = samples(file, true);

        assertEquals(source.units().size(), samples.size());
        long before = Long.MIN_VALUE;
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            assertArrayEquals(source.units().get(i).data(), sample.data());
            assertEquals(source.units().get(i).time(), sample.pts());
            assertEquals(source.units().get(i).keyFrame(), sample.key());
            assertTrue(sample.dts() > before && sample.dts() <= sample.pts());
            before = sample.dts();
        }
        assertEquals(-3600L * reorder, samples.get(0).dts());
        assertEquals(0, written.video().retimed());
        assertEquals(samples.size(), Mp4Reader.decodeAll(file));
    }

    @Test
    void noPictureIsLostWhenPicturesAreReordered() throws IOException {
        assertWhole(Captured.h264(), 2);
    }

    @Test
    void h265IsTaggedForEveryPlayer() throws IOException {
        assertWhole(Captured.h265(), 2);
        String head = new String(Files.readAllBytes(folder.resolve("clip.mp4")), StandardCharsets.ISO_8859_1);
        assertTrue(head.contains("hvc1") && head.contains("hvcC"));
        assertFalse(head.contains("hev1"));
    }

    @Test
    void whatIsReadBackIsWhatWasWritten() throws Exception {
        Captured source = Captured.h264();
        Path file = folder.resolve("clip.mp4");
        ClipFacts written = write(file, List.of(source.format()), source.units(), Duration.ofSeconds(5));
        ClipFacts read = Mp4Reader.read(file);

        assertEquals(written.video(), read.video());
        assertEquals(written.bytes(), read.bytes());
        assertEquals(100, read.video().units());
        assertEquals(4, read.video().keyUnits());
        assertEquals(Duration.ofSeconds(4), read.video().duration());
        assertEquals(320, read.video().width());
        assertEquals(180, read.video().height());
        byte[] bytes = Files.readAllBytes(file);
        assertEquals(bytes.length, read.bytes());
        assertEquals(hex(bytes), read.sha256());
        assertNull(read.audio());
        assertNull(written.audioBeside());
        MessageDigest essence = MessageDigest.getInstance("SHA-256");
        source.units().forEach(unit -> essence.update(unit.data()));
        assertEquals(HexFormat.of().formatHex(essence.digest()), written.video().essenceSha256());
    }

    private static String hex(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void theSameUnitsGiveTheSameFile() throws IOException {
        Captured source = Captured.h265();
        write(folder.resolve("a.mp4"), List.of(source.format()), source.units(), Duration.ofSeconds(5));
        write(folder.resolve("b.mp4"), List.of(source.format()), source.units(), Duration.ofSeconds(5));
        assertEquals(-1, Files.mismatch(folder.resolve("a.mp4"), folder.resolve("b.mp4")));
    }

    @Test
    void theIndexStandsInFrontHoweverLongTheClip() throws IOException {
        Captured source = Captured.h264();
        List<AccessUnit> hour = repeated(source, 60);
        for (Duration expected : List.of(Duration.ZERO, Duration.ofMinutes(4), Duration.ofHours(2))) {
            Path file = folder.resolve("clip" + expected + ".mp4");
            ClipFacts written = write(file, List.of(source.format()), hour, expected);
            assertTrue(
                    boxes(file).indexOf("moov") < boxes(file).indexOf("mdat"),
                    boxes(file).toString());
            assertEquals(written.video(), Mp4Reader.read(file).video());
            assertEquals(Files.size(file), written.bytes());
        }
        assertEquals(6000, Mp4Reader.decodeAll(folder.resolve("clipPT0S.mp4")));
    }

    @Test
    void theIndexFitsWhateverRoomIsLeft() throws IOException {
        // An index of 12 bytes in rooms of 0 to 24: exact fits, too small ones, and ones that an empty box cannot fill.
        for (int room = 0; room <= 24; room++) {
            Path file = folder.resolve("room" + room);
            try (var channel = Disk.REAL.create(file)) {
                ClipFile clip = new ClipFile(channel, room);
                clip.write(0, box("ftyp", 12));
                clip.write(12 + room, box("mdat", 20));
                clip.tailFrom(12 + room + 20);
                clip.write(12 + room + 20, box("moov", 12));
                clip.placeIndex();
            }
            List<String> order = new ArrayList<>(boxes(file));
            order.remove("free");
            assertEquals(List.of("ftyp", "moov", "mdat"), order, "room " + room);
        }
    }

    private static java.nio.ByteBuffer box(String type, int size) {
        return java.nio.ByteBuffer.allocate(size).putInt(0, size).put(4, type.getBytes(StandardCharsets.US_ASCII));
    }

    private static List<String> boxes(Path file) throws IOException {
        var in = java.nio.ByteBuffer.wrap(Files.readAllBytes(file));
        List<String> boxes = new ArrayList<>();
        while (in.remaining() >= 8) {
            int size = in.getInt(in.position());
            byte[] type = new byte[4];
            in.get(in.position() + 4, type);
            boxes.add(new String(type, StandardCharsets.US_ASCII));
            in.position(in.position() + size);
        }
        assertEquals(0, in.remaining());
        return boxes;
    }

    private static List<AccessUnit> repeated(Captured source, int times) {
        List<AccessUnit> units = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            for (AccessUnit unit : source.units()) {
                units.add(Captured.unit(unit.data(), unit.keyFrame(), unit.time() + i * 360_000L));
            }
        }
        return units;
    }

    @Test
    void aHoleInTheRecordingStaysAHoleInTime() throws IOException {
        Captured source = Captured.h264();
        List<AccessUnit> units = new ArrayList<>(source.units().subList(0, 50));
        for (AccessUnit unit : source.units().subList(50, 100)) {
            units.add(new AccessUnit(
                    0, unit.data(), unit.keyFrame(), unit.time() + 900_000, null, 0, units.size() == 50));
        }
        Path file = folder.resolve("clip.mp4");
        ClipFacts written = write(file, List.of(source.format()), units, Duration.ofSeconds(14));
        assertEquals(Duration.ofSeconds(14), written.video().duration());
        assertEquals(0, written.video().retimed());
        assertEquals(1, written.video().lossesBefore());
        List<Sample> samples = samples(file, true);
        for (int i = 0; i < units.size(); i++) {
            assertEquals(units.get(i).time(), samples.get(i).pts());
        }
    }

    @Test
    void unevenTimesAreKeptToTheTick() throws IOException {
        Scene scene = SceneEncoder.loop(SceneEncoder.Spec.of("x", SceneEncoder.Look.MOVING), Duration.ofSeconds(2));
        List<AccessUnit> units = new ArrayList<>();
        long time = 4_294_960_000L;
        for (int i = 0; i < scene.units().size(); i++) {
            units.add(Captured.unit(
                    scene.units().get(i).data(), scene.units().get(i).keyFrame(), time));
            time += 8_999 + (i * 7_919) % 401;
        }
        Path file = folder.resolve("clip.mp4");
        ClipFacts written = write(file, List.of(scene.format()), units, Duration.ofSeconds(2));
        assertEquals(4_294_960_000L, written.video().firstTime());
        List<Sample> samples = samples(file, true);
        for (int i = 0; i < units.size(); i++) {
            assertEquals(units.get(i).time() - 4_294_960_000L, samples.get(i).pts());
        }
    }

    @Test
    void timeThatStandsStillOrGoesBackLosesNoPicture() throws IOException {
        Scene scene = SceneEncoder.loop(SceneEncoder.Spec.of("x", SceneEncoder.Look.MOVING), Duration.ofSeconds(10));
        List<AccessUnit> units = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            long time = i < 40 ? i * 9_000L : i < 45 ? 39 * 9_000L : i < 80 ? i * 9_000L : (i - 80) * 9_000L - 300_000;
            units.add(Captured.unit(
                    scene.units().get(i).data(), scene.units().get(i).keyFrame(), time));
        }
        Path file = folder.resolve("clip.mp4");
        ClipFacts written = write(file, List.of(scene.format()), units, Duration.ofSeconds(10));
        List<Sample> samples = samples(file, true);
        assertEquals(100, samples.size());
        assertEquals(100, new TreeSet<>(samples.stream().map(Sample::pts).toList()).size());
        assertEquals(25, written.video().retimed());
        assertEquals(Duration.ofSeconds(10), written.video().duration());
        for (int i = 45; i < 80; i++) {
            assertEquals(i * 9_000L, samples.get(i).pts());
        }
    }

    @Test
    void aSetThatLiesAboutReorderingIsNotBelieved() {
        DecodeTimes times = new DecodeTimes(List.of(0L, 14_400L, 7_200L, 3_600L, 10_800L, 28_800L), 0);
        assertEquals(2, times.depth());
    }

    @Test
    void cameraTimesAreThoseOfTheFirstAndLastShown() {
        Captured source = Captured.h264();
        List<AccessUnit> units = source.units().stream()
                .map(u -> new AccessUnit(0, u.data(), u.keyFrame(), u.time(), NOON.plusMillis(u.time() / 90), 0, false))
                .toList();
        TrackFacts video = write(folder.resolve("clip.mp4"), List.of(source.format()), units, Duration.ofSeconds(4))
                .video();
        assertEquals(NOON, video.firstCameraTime());
        assertEquals(NOON.plusMillis(3960), video.lastCameraTime());
    }

    @Test
    void g711LiesBesideAsItWasRecorded() throws IOException {
        Captured source = Captured.h264();
        for (Codec codec : List.of(Codec.PCMA, Codec.PCMU)) {
            List<AccessUnit> units = new ArrayList<>();
            for (AccessUnit u : source.units()) {
                units.add(new AccessUnit(0, u.data(), u.keyFrame(), u.time(), null, u.time() * 11_111L, false));
            }
            List<byte[]> spoken = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                byte[] packet = new byte[160];
                java.util.Arrays.fill(packet, (byte) i);
                spoken.add(packet);
                // No wall clock: begins, by arrival, half a second behind the first picture; its first ten come in a
                // burst.
                long arrived = 500_000_000L + Math.max(i, 10) * 20_000_000L;
                units.add(1 + i, new AccessUnit(1, packet, true, 77_000 + i * 160L, null, arrived, false));
            }
            Path file = folder.resolve(codec + ".mp4");
            ClipFacts written = write(
                    file,
                    List.of(source.format(), new TrackFormat(codec, 8000, 1, List.of())),
                    units,
                    Duration.ofSeconds(4));

            assertEquals(folder.resolve(codec + ".audio.mka"), written.audioBeside());
            assertNull(Mp4Reader.read(file).audio());
            ClipFacts beside = Mp4Reader.read(written.audioBeside());
            assertNull(beside.video());
            assertEquals(codec, beside.audio().codec());
            assertEquals(written.audio().essenceSha256(), beside.audio().essenceSha256());
            assertEquals(100, beside.audio().units());
            List<Sample> samples = samples(written.audioBeside(), false);
            assertEquals(500, samples.get(0).pts());
            for (int i = 0; i < 100; i++) {
                assertArrayEquals(spoken.get(i), samples.get(i).data());
            }
            assertOwnerOnly(written.audioBeside());
        }
    }

    @Test
    void soundIsLaidByTheCamerasClockWhenItsReportsCome() throws IOException {
        Captured source = Captured.h264();
        List<AccessUnit> units = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            AccessUnit u = source.units().get(i);
            Instant camera = i < 30 ? null : NOON.plusMillis(u.time() / 90);
            units.add(new AccessUnit(0, u.data(), u.keyFrame(), u.time(), camera, u.time() * 11_111L, false));
            // One packet of 40 ms a picture, 100 ms behind it by its clock, though it arrives 400 ms late.
            Instant told = i < 50 ? null : NOON.plusMillis(i * 40L + 100);
            units.add(new AccessUnit(
                    1, new byte[320], true, 999 + i * 320L, told, i * 40_000_000L + 400_000_000L, false));
        }
        TrackFormat pcmu = new TrackFormat(Codec.PCMU, 8000, 1, List.of());
        ClipFacts written =
                write(folder.resolve("clip.mp4"), List.of(source.format(), pcmu), units, Duration.ofSeconds(4));
        List<Sample> samples = samples(written.audioBeside(), false);
        assertEquals(100, samples.size());
        assertEquals(100, samples.get(0).pts());
        assertEquals(0, written.audio().retimed());
        assertEquals(999, written.audio().firstTime());
    }

    @Test
    void aSilentTrackLeavesNoFileBeside() throws IOException {
        Captured source = Captured.h264();
        TrackFormat pcma = new TrackFormat(Codec.PCMA, 8000, 1, List.of());
        ClipFacts written = write(
                folder.resolve("clip.mp4"), List.of(source.format(), pcma), source.units(), Duration.ofSeconds(4));
        assertNull(written.audio());
        assertNull(written.audioBeside());
        assertEquals(1, Files.list(folder).count());
    }

    @Test
    void aacGoesIntoTheClipAndNothingBesideIt() throws IOException {
        Captured source = Captured.h264();
        List<AccessUnit> units = new ArrayList<>();
        units.add(new AccessUnit(1, new byte[] {1, 2, 3}, true, 0, null, 0, false));
        for (AccessUnit u : source.units()) {
            units.add(new AccessUnit(0, u.data(), u.keyFrame(), u.time(), null, u.time() * 11_111L, false));
        }
        for (int i = 0; i < 60; i++) {
            byte[] frame = {0x21, 0x10, (byte) i};
            units.add(
                    units.size() - 1, new AccessUnit(1, frame, true, 5_000 + i * 1024L, null, i * 64_000_000L, false));
        }
        TrackFormat aac = new TrackFormat(Codec.AAC, 16_000, 1, List.of(new byte[] {0x14, 0x08}));
        Path file = folder.resolve("clip.mp4");
        ClipFacts written = write(file, List.of(source.format(), aac), units, Duration.ofSeconds(4));
        ClipFacts read = Mp4Reader.read(file);
        assertNull(written.audioBeside());
        assertEquals(1, written.audioSkipped());
        assertNotNull(read.audio());
        assertEquals(60, read.audio().units());
        assertEquals(written.audio().essenceSha256(), read.audio().essenceSha256());
        assertEquals(written.video(), read.video());
        assertEquals(1, Files.list(folder).count());
    }

    @Test
    void onlyTheOwnerReadsIt() throws IOException {
        Captured source = Captured.h264();
        write(folder.resolve("clip.mp4"), List.of(source.format()), source.units(), Duration.ofSeconds(4));
        assertOwnerOnly(folder.resolve("clip.mp4"));
    }

    private static void assertOwnerOnly(Path file) throws IOException {
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void nothingIsEverOverwritten() throws IOException {
        Captured source = Captured.h264();
        Path file = Files.writeString(folder.resolve("clip.mp4"), "evidence");
        MediaException refused = assertThrows(
                MediaException.class, () -> Mp4Writer.create(file, List.of(source.format()), Duration.ZERO));
        assertEquals(MediaException.Reason.EXISTS, refused.reason());
        assertEquals("evidence", Files.readString(file));
    }

    @Test
    void newParameterSetsEndTheClip() {
        Captured source = Captured.h264();
        Scene other = SceneEncoder.loop(SceneEncoder.Spec.of("x", SceneEncoder.Look.BLACK), Duration.ofSeconds(1));
        AccessUnit next = Captured.unit(other.units().get(0).data(), true, 999_999);
        TrackFormat changed = ParameterSets.changed(source.format(), next);
        assertEquals(640, ParameterSets.facts(changed).width());
        assertNull(ParameterSets.changed(changed, next));
        try (Mp4Writer writer = Mp4Writer.create(folder.resolve("clip.mp4"), List.of(source.format()), Duration.ZERO)) {
            writer.write(source.units().get(0));
            assertEquals(
                    MediaException.Reason.MALFORMED,
                    assertThrows(MediaException.class, () -> writer.write(next)).reason());
            assertEquals(1, writer.finish().video().units());
        }
    }

    @Test
    void aClipBeginsWithAKeyFrameAndHasPictures() {
        Captured source = Captured.h264();
        try (Mp4Writer writer = Mp4Writer.create(folder.resolve("clip.mp4"), List.of(source.format()), Duration.ZERO)) {
            assertThrows(MediaException.class, () -> writer.write(source.units().get(1)));
            assertThrows(MediaException.class, writer::finish);
        }
    }

    @Test
    void brokenFramingIsRefusedBeforeItIsWritten() {
        Captured source = Captured.h264();
        byte[] cut = java.util.Arrays.copyOf(source.units().get(0).data(), 900);
        for (byte[] data : List.of(cut, new byte[0], new byte[3], new byte[] {-1, -1, -1, -1, 5})) {
            try (Mp4Writer writer = Mp4Writer.create(
                    folder.resolve("clip" + data.length + ".mp4"), List.of(source.format()), Duration.ZERO)) {
                MediaException refused =
                        assertThrows(MediaException.class, () -> writer.write(Captured.unit(data, true, 0)));
                assertEquals(MediaException.Reason.MALFORMED, refused.reason());
            }
        }
    }
}
