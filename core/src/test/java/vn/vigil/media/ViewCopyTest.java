package vn.vigil.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.Codec;
import vn.vigil.base.TrackFormat;

/** What a copy shows, hides and says, judged by its decoded pictures. */
class ViewCopyTest {
    private static final int BAND = 40;
    private static final Consumer<Duration> NOBODY = time -> {};

    /** Bars that are other ones in each second, as a clock's text would be. */
    private static final Stamp BARS = (width, height, time) -> {
        byte[] cover = new byte[width * BAND];
        for (int x = 0; x < width; x += 1) {
            if (x / 8 % 3 == time.toSeconds() % 3) {
                for (int y = 8; y < BAND - 8; y++) {
                    cover[y * width + x] = (byte) 255;
                }
            }
        }
        return new Stamp.Ink(width, BAND, cover);
    };

    @TempDir
    Path folder;

    private Path original;

    @BeforeEach
    void record() {
        Scene scene = SceneEncoder.loop(
                new SceneEncoder.Spec("GATE", 640, 360, 10, 10, 2000, SceneEncoder.Look.MOVING), Duration.ofSeconds(4));
        original = write("original.mp4", scene.format(), scene.units());
    }

    private Path write(String name, TrackFormat format, List<AccessUnit> units) {
        Path file = folder.resolve(name);
        try (Mp4Writer writer = Mp4Writer.create(file, List.of(format), Duration.ofSeconds(4))) {
            units.forEach(writer::write);
            writer.finish();
        }
        return file;
    }

    private static ClipPlace place(Path file) {
        try {
            return new ClipPlace(file, 0, Files.size(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<PictureStream.Step> pictures(Path file) {
        List<PictureStream.Step> all = new ArrayList<>();
        try (PictureStream in =
                new PictureStream(place(file), PictureStream.Mode.PICTURES, Duration.ZERO, Duration.ZERO)) {
            for (PictureStream.Step step = in.next(); step != null; step = in.next()) {
                all.add(step);
            }
        }
        return all;
    }

    private static double psnr(Picture a, Picture b, int top, int bottom, int left, int right) {
        double sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                double d = (a.luma()[y * a.width() + x] & 0xff) - (b.luma()[y * a.width() + x] & 0xff);
                sum += d * d;
            }
        }
        return 10 * Math.log10(255 * 255 / Math.max(1e-9, sum / ((bottom - top) * (right - left))));
    }

    /** How far the values of a rectangle lie apart. */
    private static int spread(byte[] plane, int stride, int left, int top, int width, int height) {
        int least = 255;
        int most = 0;
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                least = Math.min(least, plane[y * stride + x] & 0xff);
                most = Math.max(most, plane[y * stride + x] & 0xff);
            }
        }
        return most - least;
    }

    @Test
    void aCopyShowsEveryPictureAtItsTimeHidesWhatIsMaskedAndSaysForWhom() throws IOException {
        byte[] before = Files.readAllBytes(original);
        Mask gate = new Mask(281, 121, 77, 89, Duration.ofSeconds(1), Duration.ofSeconds(3));
        Path copy = folder.resolve("copy.mp4");

        ClipFacts facts = ViewCopy.write(
                place(original), copy, new ViewCopy.Treatment(List.of(gate), Mask.Style.BLACK, BARS), NOBODY);

        assertArrayEquals(before, Files.readAllBytes(original));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)));
        assertEquals(Codec.H264, facts.video().codec());
        assertNull(facts.audio());
        List<PictureStream.Step> shown = pictures(copy);
        List<PictureStream.Step> source = pictures(original);
        assertEquals(40, shown.size());
        for (int i = 0; i < shown.size(); i++) {
            Picture a = source.get(i).picture();
            Picture b = shown.get(i).picture();
            assertEquals(source.get(i).time(), shown.get(i).time());
            boolean hidden = i >= 10 && i < 30;
            // Black but for what the coder smears over the edge.
            int spread = spread(b.luma(), 640, 288, 128, 64, 72);
            assertTrue(
                    hidden ? spread < 12 && (b.luma()[160 * 640 + 320] & 0xff) < 12 : spread > 24, i + ": " + spread);
            assertTrue(psnr(a, b, 0, 100, 0, 640) > 32, i + ": " + psnr(a, b, 0, 100, 0, 640));
            assertTrue(psnr(a, b, 220, 300, 0, 640) > 32, i + ": " + psnr(a, b, 220, 300, 0, 640));
            assertTrue(psnr(a, b, 360 - BAND, 360, 0, 640) < 20, "the band is written over");
        }
        assertTrue(
                psnr(shown.get(9).picture(), shown.get(10).picture(), 328, 352, 0, 640) < 15, "each second's own text");
        assertThrows(
                MediaException.class,
                () -> ViewCopy.write(
                        place(original), copy, new ViewCopy.Treatment(List.of(), Mask.Style.BLACK, BARS), NOBODY));
    }

    @Test
    void squaresLeaveNothingButTheirMeans() {
        byte[] luma = new byte[64 * 64];
        byte[] blue = new byte[32 * 32];
        byte[] red = new byte[32 * 32];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = (byte) (i * 37);
        }
        for (int i = 0; i < blue.length; i++) {
            blue[i] = (byte) (i * 11);
            red[i] = (byte) (i * 7);
        }
        Picture picture = new Picture(64, 64, luma, blue, red, false);
        Retouch.hide(
                picture, List.of(new Mask(17, 17, 400, 30, Duration.ZERO, null)), Mask.Style.PIXELATE, Duration.ZERO);
        assertEquals(0, spread(luma, 64, 16, 16, 16, 16));
        assertEquals(0, spread(blue, 32, 8, 8, 8, 8));
        assertEquals(0, spread(red, 32, 16, 8, 8, 8));
        assertTrue(spread(luma, 64, 0, 0, 64, 16) > 200, "what is not masked stays");
        assertEquals(0, spread(luma, 64, 48, 32, 16, 16), "to the picture's very edge");
    }

    @Test
    void picturesThatWereHeldBackComeInOrderAndAStillIsTheOneOnShow() throws IOException {
        Captured source = Captured.h265();
        Path file = write("b.mp4", source.format(), source.units());
        List<PictureStream.Step> all = pictures(file);
        assertEquals(source.units().size(), all.size());
        for (int i = 1; i < all.size(); i++) {
            assertTrue(all.get(i).time().compareTo(all.get(i - 1).time()) > 0);
        }
        Duration wanted = all.get(all.size() / 2).time().plusMillis(1);
        ViewCopy.Treatment plain =
                new ViewCopy.Treatment(List.of(), Mask.Style.BLACK, (w, h, t) -> new Stamp.Ink(w, 2, new byte[w * 2]));
        ViewCopy.Still still = ViewCopy.still(place(file), wanted, plain);
        assertEquals(all.get(all.size() / 2).time(), still.time());
        Picture picture = all.get(all.size() / 2).picture();
        assertArrayEquals(
                Arrays.copyOf(picture.luma(), picture.luma().length / 2),
                Arrays.copyOf(still.picture().luma(), picture.luma().length / 2));

        var read = ImageIO.read(new ByteArrayInputStream(Png.encode(picture)));
        var same = Preview.of(picture, picture.width(), picture.height());
        for (int y = 0; y < read.getHeight(); y += 7) {
            for (int x = 0; x < read.getWidth(); x += 5) {
                int rgb = same.at(x, y, 0) << 16 | same.at(x, y, 1) << 8 | same.at(x, y, 2);
                assertEquals(rgb, read.getRGB(x, y) & 0xffffff);
            }
        }
    }

    @Test
    void aBrokenClipIsAReasonAndNoCopy() throws IOException {
        byte[] bytes = Files.readAllBytes(original);
        for (int i = 5000; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        Path broken = folder.resolve("broken.mp4");
        Files.write(broken, bytes);
        MediaException e = assertThrows(MediaException.class, () -> pictures(broken));
        assertNotEquals(MediaException.Reason.INTERNAL, e.reason());
    }

    @Test
    void aDrawnFaceIsFoundInAClipAndPlainWallsAreNot() {
        Path file = folder.resolve("face.mp4");
        TrackFormat[] format = new TrackFormat[1];
        List<AccessUnit> units = DrawnFace.clip(format);
        try (Mp4Writer writer = Mp4Writer.create(file, List.of(format[0]), Duration.ofSeconds(2))) {
            units.forEach(writer::write);
            writer.finish();
        }
        List<ViewCopy.Found> found = ViewCopy.faces(place(file), Duration.ofMillis(500), NOBODY);
        assertEquals(
                List.of(0L, 500L, 1000L, 1500L),
                found.stream().map(f -> f.time().toMillis()).toList());
        FaceTracks.Proposal face = FaceTracks.propose(found, 640, 360).get(0);
        assertEquals(4, face.seen());
        assertTrue(face.mask().left() < 200 && face.mask().left() + face.mask().width() > 360, face.toString());
        assertTrue(face.mask().top() < 90 && face.mask().top() + face.mask().height() > 250, face.toString());

        List<ViewCopy.Found> none = ViewCopy.faces(place(original), Duration.ofSeconds(2), NOBODY);
        assertEquals(2, none.size());
        assertTrue(none.stream().allMatch(f -> f.faces().isEmpty()));
    }

    @Test
    void findsOfOneFaceBecomeMasksThatFollowIt() {
        List<ViewCopy.Found> found = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            List<FaceBox> faces = new ArrayList<>();
            if (i != 7) {
                faces.add(new FaceBox(100 + 4 * i, 50, 40, 40));
            }
            if (i == 3) {
                faces.add(new FaceBox(600, 300, 30, 30));
            }
            found.add(new ViewCopy.Found(Duration.ofMillis(200L * i), faces));
        }
        List<FaceTracks.Proposal> proposals = FaceTracks.propose(found, 640, 360);
        assertEquals(
                List.of(1, 2, 1),
                proposals.stream().map(FaceTracks.Proposal::track).toList());
        for (ViewCopy.Found one : found) {
            for (FaceBox face : one.faces()) {
                assertTrue(
                        proposals.stream()
                                .map(FaceTracks.Proposal::mask)
                                .anyMatch(m -> m.covers(one.time())
                                        && m.left() <= face.left()
                                        && m.left() + m.width() >= Math.min(640, face.left() + face.width())
                                        && m.top() <= face.top()
                                        && m.top() + m.height() >= Math.min(360, face.top() + face.height())),
                        one.toString());
            }
        }
        assertEquals(1, proposals.get(1).seen());
    }
}
