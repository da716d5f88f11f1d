package vn.vigil.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands on the disk is told as it is, also when it was tampered with. */
class Mp4ReaderTest {
    @TempDir
    Path folder;

    private Path clip;
    private ClipFacts written;

    @BeforeEach
    void aClip() {
        clip = folder.resolve("clip.mp4");
        Captured source = Captured.h264();
        try (Mp4Writer writer = Mp4Writer.create(clip, List.of(source.format()), Duration.ofSeconds(4))) {
            source.units().forEach(writer::write);
            written = writer.finish();
        }
    }

    /** Whoever has FFmpeg at hand finds the same. */
    @Test
    void theIndexSaysWhatFfmpegSays() throws IOException {
        for (Captured source : List.of(Captured.h264(), Captured.h265())) {
            Path file = folder.resolve(
                    source.format().codec() + "-" + source.units().size() + ".mp4");
            try (Mp4Writer writer = Mp4Writer.create(file, List.of(source.format()), Duration.ofSeconds(4))) {
                source.units().forEach(writer::write);
                writer.finish();
            }
            try (FileChannel channel = FileChannel.open(file)) {
                ClipFacts theirs = Demuxed.read(file, channel, 0, channel.size());
                ClipFacts ours = Mp4Reader.read(file);
                assertEquals(theirs.video(), ours.video());
                assertEquals(theirs.audio(), ours.audio());
            }
        }
    }

    /** A count that no table bears out, and a table that leads out of the file. */
    @Test
    void anIndexThatPromisesMoreThanThereIsIsRefused() throws IOException {
        byte[] good = Files.readAllBytes(clip);
        for (String box : List.of("stsz", "stco", "stts", "stss", "stsc")) {
            byte[] bytes = good.clone();
            int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(box);
            // The counter: behind version and flags, and for stsz behind the size.
            ByteBuffer.wrap(bytes).putInt(at + (box.equals("stsz") ? 12 : 8), 0x7fffffff);
            Files.write(clip, bytes);
            MediaException e = assertThrows(MediaException.class, () -> Mp4Reader.read(clip), box);
            assertEquals(MediaException.Reason.MALFORMED, e.reason(), box);
        }
        byte[] bytes = good.clone();
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("stco");
        ByteBuffer.wrap(bytes).putInt(at + 12, bytes.length - 3);
        Files.write(clip, bytes);
        assertThrows(MediaException.class, () -> Mp4Reader.read(clip));
    }

    @Test
    void oneChangedBitInThePicturesShows() throws IOException {
        byte[] bytes = Files.readAllBytes(clip);
        bytes[bytes.length - 100] ^= 1;
        Files.write(clip, bytes);
        TrackFacts read = Mp4Reader.read(clip).video();
        assertEquals(written.video().units(), read.units());
        assertNotEquals(written.video().essenceSha256(), read.essenceSha256());
    }

    @Test
    void aClipInsideAnArchiveIsReadWhereItLies() throws IOException {
        byte[] bytes = Files.readAllBytes(clip);
        byte[] archive = new byte[bytes.length + 300];
        new Random(4).nextBytes(archive);
        System.arraycopy(bytes, 0, archive, 77, bytes.length);
        Path file = Files.write(folder.resolve("x.asice"), archive);
        ClipFacts inside = Mp4Reader.read(file, 77, bytes.length);
        assertEquals(written.video(), inside.video());
        assertEquals(written.bytes(), inside.bytes());
        assertThrows(MediaException.class, () -> Mp4Reader.read(file, 76, bytes.length));
        assertThrows(MediaException.class, () -> Mp4Reader.read(file, 400, bytes.length));
        assertThrows(MediaException.class, () -> Mp4Reader.read(file, -1, 10));
    }

    @Test
    void aClipCutOffIsNeverWhole() throws IOException {
        byte[] bytes = Files.readAllBytes(clip);
        for (int length : List.of(0, 7, 200, bytes.length / 2, bytes.length - 1)) {
            Files.write(clip, java.util.Arrays.copyOf(bytes, length));
            try {
                assertNotEquals(
                        written.video().essenceSha256(),
                        Mp4Reader.read(clip).video().essenceSha256());
            } catch (MediaException e) {
                assertTrue(e.reason() == MediaException.Reason.MALFORMED
                        || e.reason() == MediaException.Reason.UNSUPPORTED);
            }
        }
    }

    @Test
    void spoiledFilesAreReadOrRefused() throws IOException {
        Random spoil = new Random(3);
        byte[] good = Files.readAllBytes(clip);
        Path spoiled = folder.resolve("spoiled.mp4");
        int refused = 0;
        for (int round = 0; round < 150; round++) {
            byte[] bytes = good.clone();
            for (int n = 0; n <= spoil.nextInt(8); n++) {
                // The index is where it hurts.
                bytes[8 + spoil.nextInt(3_000)] = (byte) spoil.nextInt();
            }
            Files.write(spoiled, bytes);
            try {
                Mp4Reader.read(spoiled);
                Mp4Reader.decodeAll(spoiled);
            } catch (MediaException e) {
                refused++;
            }
        }
        assertTrue(refused > 10, refused + " refused");
    }

    @Test
    void otherFilesAndNoFilesAreToldApart() throws IOException {
        Path text = Files.writeString(folder.resolve("list.m3u8"), "#EXTM3U\nhttp://192.0.2.1/clip.mp4\n");
        assertEquals(
                MediaException.Reason.UNSUPPORTED,
                assertThrows(MediaException.class, () -> Mp4Reader.read(text)).reason());
        assertEquals(
                MediaException.Reason.IO,
                assertThrows(MediaException.class, () -> Mp4Reader.read(folder.resolve("none.mp4")))
                        .reason());
    }

    @Test
    void aBrokenPictureFailsTheDecodingOfAll() throws IOException {
        assertEquals(100, Mp4Reader.decodeAll(clip));
        byte[] bytes = Files.readAllBytes(clip);
        Random spoil = new Random(1);
        for (int i = bytes.length - 6_000; i < bytes.length - 2_000; i += 7) {
            bytes[i] = (byte) spoil.nextInt();
        }
        Files.write(clip, bytes);
        assertThrows(MediaException.class, () -> Mp4Reader.decodeAll(clip));
    }
}
