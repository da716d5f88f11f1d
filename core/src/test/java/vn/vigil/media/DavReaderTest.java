package vn.vigil.media;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.Codec;

/** DHAV files built here after the description in {@link DavFrame}: none came from a device. */
class DavReaderTest {
    private static final LocalDateTime THREE = LocalDateTime.parse("2026-11-20T15:00:00");
    private static final Instant EIGHT = Instant.parse("2026-11-20T08:00:00Z");
    private static final int H264 = 8;
    private static final int H265 = 12;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private int number;

    /** @param counter the low 16 bits count */
    private void frame(int type, int codec, LocalDateTime wall, long counter, byte[] data) {
        byte[] extensions = {(byte) 0x80, 0, 40, 22, (byte) 0x81, 0, (byte) codec, 10, (byte) 0x88, 0, 0, 0, 0, 0, 0, 0
        };
        int length = 24 + extensions.length + data.length + 8;
        ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        out.put("DHAV".getBytes(StandardCharsets.US_ASCII)).put((byte) type).put(new byte[3]);
        out.putInt(number++).putInt(length);
        out.putInt(wall.getYear() - 2000 << 26
                | wall.getMonthValue() << 22
                | wall.getDayOfMonth() << 17
                | wall.getHour() << 12
                | wall.getMinute() << 6
                | wall.getSecond());
        out.putShort((short) counter)
                .put((byte) extensions.length)
                .put((byte) 0)
                .put(extensions)
                .put(data);
        out.put("dhav".getBytes(StandardCharsets.US_ASCII)).putInt(length);
        file.writeBytes(out.array());
    }

    private void picture(AccessUnit unit, int codec, LocalDateTime wall, long counter) {
        frame(unit.keyFrame() ? 0xfd : 0xfc, codec, wall, counter, Nal.annexB(List.of(), unit.data()));
    }

    private static Scene scene(int seconds) {
        SceneEncoder.Spec small = new SceneEncoder.Spec("dav", 320, 180, 10, 10, 150, SceneEncoder.Look.MOVING);
        return SceneEncoder.loop(small, Duration.ofSeconds(seconds));
    }

    private static AccessUnit withSets(Scene scene, AccessUnit unit) {
        if (!unit.keyFrame()) {
            return unit;
        }
        List<byte[]> nals = new ArrayList<>(scene.format().parameterSets());
        nals.addAll(Nal.split(Nal.annexB(List.of(), unit.data())));
        return new AccessUnit(0, Nal.join(nals), true, unit.time(), null, 0, false);
    }

    private DavReader open() throws IOException {
        Path path = folder.resolve("recorded.dav");
        Files.write(path, file.toByteArray());
        return DavReader.open(path, wall -> wall.toInstant(ZoneOffset.ofHours(7)));
    }

    private List<AccessUnit> all() throws IOException {
        List<AccessUnit> units = new ArrayList<>();
        try (DavReader reader = open()) {
            for (AccessUnit unit = reader.next(); unit != null; unit = reader.next()) {
                units.add(unit);
            }
            assertNull(reader.next());
        }
        return units;
    }

    /** Writes a scene whose first picture is taken {@code phase} milliseconds into the second, the counter starting anywhere. */
    private void write(Scene scene, int phase, long counter) {
        int i = 0;
        for (AccessUnit unit : scene.units()) {
            long millis = phase + 100L * i++;
            picture(withSets(scene, unit), H264, THREE.plusSeconds(millis / 1000), counter + millis);
        }
    }

    @Test
    void everyPictureComesWithTheDevicesTimeToTheMillisecond() throws Exception {
        Scene scene = scene(3);
        write(scene, 0, 65_000); // the counter wraps on the way
        List<AccessUnit> units = all();
        assertEquals(30, units.size());
        for (int i = 0; i < 30; i++) {
            AccessUnit unit = units.get(i);
            assertEquals(EIGHT.plusMillis(100L * i), unit.cameraTime());
            assertEquals(9_000L * i, unit.time());
            assertEquals(i % 10 == 0, unit.keyFrame());
            assertFalse(unit.afterLoss());
            assertArrayEquals(withSets(scene, scene.units().get(i)).data(), unit.data());
        }
        try (DavReader reader = open()) {
            assertEquals(Codec.H264, reader.format().codec());
            List<Picture> pictures = PictureDecoder.decodeAll(reader.format(), units);
            for (int i = 0; i < 30; i++) {
                assertEquals(i, SceneReader.frameNumber(pictures.get(i)));
            }
        }
    }

    @Test
    void aCounterOutOfStepWithTheSecondsIsRightToOnePicture() throws Exception {
        write(scene(2), 537, 12_345);
        List<AccessUnit> units = all();
        for (int i = 0; i < 20; i++) {
            long late = 537
                    + 100L * i
                    - Duration.between(EIGHT, units.get(i).cameraTime()).toMillis();
            assertTrue(late >= 0 && late <= 100, "by " + late + " ms");
            assertEquals(9_000L * i, units.get(i).time());
        }
    }

    @Test
    void h265IsReadAsWell() throws Exception {
        Captured captured = Captured.h265();
        frame(0xf0, 0, THREE, 0, new byte[] {1, 2, 3}); // sound is passed over
        for (int i = 0; i < 20; i++) {
            picture(captured.units().get(i), H265, THREE, 40L * i);
        }
        List<AccessUnit> units = all();
        assertEquals(20, units.size());
        assertTrue(units.get(0).keyFrame());
        assertEquals(EIGHT.plusMillis(760), units.get(19).cameraTime());
        try (DavReader reader = open()) {
            assertEquals(Codec.H265, reader.format().codec());
            assertEquals(320, ParameterSets.facts(reader.format()).width());
        }
    }

    @Test
    void aHoleIsSaidAndATimeGoesOnBehindIt() throws Exception {
        Scene scene = scene(2);
        for (int i = 0; i < 20; i++) {
            LocalDateTime wall = THREE.plusSeconds(i / 10).plusHours(i < 10 ? 0 : 3);
            picture(withSets(scene, scene.units().get(i)), H264, wall, 100L * i + (i < 10 ? 0 : 777));
        }
        List<AccessUnit> units = all();
        assertTrue(units.get(10).afterLoss());
        assertEquals(1, units.stream().filter(AccessUnit::afterLoss).count());
        assertEquals(
                EIGHT.plus(Duration.ofHours(3)).plusSeconds(1), units.get(10).cameraTime());
        assertEquals(
                EIGHT.plus(Duration.ofHours(3)).plusMillis(1900), units.get(19).cameraTime());
    }

    @Test
    void aCounterThatStandsStillIsReplacedByTheNumbersOfThePictures() throws Exception {
        Scene scene = scene(2);
        for (int i = 0; i < 20; i++) {
            picture(withSets(scene, scene.units().get(i)), H264, THREE.plusSeconds(i / 10), 0);
        }
        List<AccessUnit> units = all();
        for (int i = 0; i < 20; i++) {
            assertEquals(EIGHT.plusMillis(100L * i), units.get(i).cameraTime());
        }
    }

    @Test
    void theFileHeadAndDamageAreSkippedAndTheDamageIsSaid() throws Exception {
        Scene scene = scene(1);
        file.writeBytes("DAHUA".getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(new byte[1019]);
        for (int i = 0; i < 10; i++) {
            if (i == 4) {
                file.writeBytes("DHAV and then nothing of sense, DHAV".getBytes(StandardCharsets.US_ASCII));
            }
            picture(withSets(scene, scene.units().get(i)), H264, THREE, 100L * i);
        }
        byte[] whole = file.toByteArray();
        file.reset();
        file.write(whole, 0, whole.length - 5); // cut off in the last picture
        List<AccessUnit> units = all();
        assertEquals(9, units.size());
        for (int i = 0; i < 9; i++) {
            assertEquals(i == 4, units.get(i).afterLoss());
        }
    }

    @Test
    void whatIsNoRecordingIsRefused() {
        MediaException empty = assertThrows(MediaException.class, this::open);
        assertEquals(MediaException.Reason.MALFORMED, empty.reason());
        frame(0xfd, 3, THREE, 0, new byte[] {0, 0, 1, 2});
        assertEquals(
                MediaException.Reason.UNSUPPORTED,
                assertThrows(MediaException.class, this::open).reason());
    }

    @Test
    void anyBytesEndInUnitsOrADeclaredFailure() throws Exception {
        write(scene(1), 0, 0);
        byte[] whole = file.toByteArray();
        Random random = new Random(20);
        for (int round = 0; round < 200; round++) {
            byte[] broken = whole.clone();
            for (int i = 0; i < 40; i++) {
                broken[random.nextInt(round % 2 == 0 ? 300 : broken.length)] = (byte) random.nextInt();
            }
            file.reset();
            file.writeBytes(broken);
            try {
                assertTrue(all().size() <= 10);
            } catch (MediaException e) {
                assertTrue(e.reason() != MediaException.Reason.INTERNAL, e.toString());
            }
        }
    }

    @Test
    void ffmpegReadsTheseFilesToo() throws Exception {
        write(scene(2), 0, 0);
        Path path = folder.resolve("recorded.dav");
        Files.write(path, file.toByteArray());
        assertEquals(20, countByFfmpeg(path));
    }

    private static int countByFfmpeg(Path path) {
        Av.ready();
        AVFormatContext context = avformat_alloc_context();
        AVInputFormat format = av_find_input_format("dhav");
        assertNotNull(format, "the bundled FFmpeg has the demuxer");
        assertEquals(0, avformat_open_input(context, path.toString(), format, (AVDictionary) null));
        AVPacket packet = av_packet_alloc();
        int count = 0;
        try {
            while (av_read_frame(context, packet) >= 0) {
                assertEquals(
                        Codec.H264,
                        Av.codec(context.streams(packet.stream_index())
                                .codecpar()
                                .codec_id()));
                // Milliseconds of the wall clock, taken as UTC.
                assertEquals(THREE.toInstant(ZoneOffset.UTC).toEpochMilli() + 100L * count, packet.pts());
                av_packet_unref(packet);
                count++;
            }
        } finally {
            av_packet_free(packet);
            avformat_close_input(context);
        }
        return count;
    }
}
