package vn.vigil.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.Codec;
import vn.vigil.base.TrackFormat;

/** Pictures come out of good units, and nothing worse than an exception out of bad ones. */
class PictureDecoderTest {
    @Test
    void theFirstKeyFrameIsDecodedWithSetsFromEitherPlace() {
        for (Captured source : List.of(Captured.h264(), Captured.h265())) {
            Picture picture = PictureDecoder.decode(source.format(), source.units());
            assertEquals(320, picture.width());
            assertEquals(180, picture.height());
            assertEquals(320 * 180, picture.luma().length);
            assertEquals(160 * 90, picture.blue().length);
            assertFalse(picture.damaged());
            TrackFormat unknown = new TrackFormat(source.format().codec(), 90_000, 0, List.of());
            assertFalse(ParameterSets.complete(unknown));
            assertTrue(ParameterSets.complete(source.format()));
            assertArrayEquals(
                    picture.luma(),
                    PictureDecoder.decode(unknown, source.units()).luma());
            // The test pattern has the whole range from black to white.
            Luma luma = Luma.of(picture);
            assertTrue(luma.blackShare() > 0.02 && luma.contrast() > 50, luma.toString());
        }
    }

    @Test
    void aGlanceSeesWhatThePictureShows() {
        for (Captured source : List.of(Captured.h264(), Captured.h265())) {
            Picture picture = PictureDecoder.decode(source.format(), source.units());
            AccessUnit key = source.units().get(0);
            Glance bright = PictureDecoder.glance(source.format(), key, 0);
            assertEquals(picture.width(), bright.width());
            assertEquals(picture.height(), bright.height());
            byte[] whole = LumaThumb.of(picture).bytes();
            // Beyond the camera's black and white a box is cut off as a whole rather than pixel by pixel.
            long apart = 0;
            for (int i = 0; i < whole.length; i++) {
                apart += Math.abs((whole[i] & 0xff) - (bright.thumb().bytes()[i] & 0xff));
            }
            assertEquals(0, apart / (double) whole.length, 1);
            assertArrayEquals(
                    bright.thumb().bytes(),
                    PictureDecoder.thumbs(source.format(), source.units())
                            .get(0)
                            .bytes());
            assertEquals(Luma.of(picture).mean(), bright.mean(), 1);
            assertNull(bright.luma(), "too bright to be measured");
            assertEquals(
                    Luma.of(picture),
                    PictureDecoder.glance(source.format(), key, 256).luma());
        }
        AccessUnit dependent = Captured.h264().units().get(1);
        assertReason(
                MediaException.Reason.UNDECODABLE,
                () -> PictureDecoder.glance(Captured.h264().format(), dependent, 60));
    }

    @Test
    void allPicturesComeOutInOrder() {
        Captured source = Captured.h264();
        List<Picture> all = PictureDecoder.decodeAll(source.format(), source.units());
        assertEquals(100, all.size());
        // A square moves through the pattern; had the order been that of coding, neighbours would differ more.
        double far = LumaThumb.of(all.get(0)).difference(LumaThumb.of(all.get(24)));
        assertTrue(far > 0);
        assertArrayEquals(
                PictureDecoder.decode(source.format(), source.units()).luma(),
                all.get(0).luma());
    }

    @Test
    void unitsBeforeTheFirstKeyFrameArePassedOver() {
        Captured source = Captured.h265();
        List<Picture> late =
                PictureDecoder.decodeAll(source.format(), source.units().subList(3, 75));
        assertTrue(late.size() >= 50 && late.size() < 75);
    }

    @Test
    void noKeyFrameIsNoPicture() {
        Captured source = Captured.h264();
        assertReason(
                MediaException.Reason.UNDECODABLE,
                () -> PictureDecoder.decode(source.format(), source.units().subList(1, 5)));
        assertReason(MediaException.Reason.UNDECODABLE, () -> PictureDecoder.decode(source.format(), List.of()));
        assertReason(
                MediaException.Reason.UNSUPPORTED,
                () -> PictureDecoder.decode(new TrackFormat(Codec.PCMA, 8000, 1, List.of()), source.units()));
    }

    @Test
    void noSetsAtAllIsNoPicture() {
        byte[] idr = Captured.h264().units().get(0).data();
        List<byte[]> slices = new ArrayList<>();
        for (byte[] nal : Nal.split(Nal.annexB(List.of(), idr))) {
            if (Nal.setKind(Codec.H264, nal[0]) == null) {
                slices.add(nal);
            }
        }
        AccessUnit bare = Captured.unit(Nal.join(slices), true, 0);
        assertReason(
                MediaException.Reason.UNDECODABLE,
                () -> PictureDecoder.decode(new TrackFormat(Codec.H264, 90_000, 0, List.of()), List.of(bare)));
    }

    @Test
    void giantsAreRefusedBeforeTheDecoderSeesThem() {
        byte[] giant = h264Set(1_000_000 / 16, 1_000_000 / 16);
        TrackFormat format = new TrackFormat(Codec.H264, 90_000, 0, List.of(giant));
        AccessUnit inBand = Captured.unit(Nal.join(List.of(giant)), true, 0);
        assertReason(MediaException.Reason.MALFORMED, () -> ParameterSets.facts(format));
        assertReason(
                MediaException.Reason.MALFORMED,
                () -> PictureDecoder.decode(format, Captured.h264().units()));
        assertReason(
                MediaException.Reason.MALFORMED,
                () -> PictureDecoder.decode(new TrackFormat(Codec.H264, 90_000, 0, List.of()), List.of(inBand)));
        TrackFormat just = new TrackFormat(Codec.H264, 90_000, 0, List.of(h264Set(512, 512)));
        assertEquals(8192, ParameterSets.facts(just).width());
    }

    /** A baseline set (H.264 §7.3.2.1.1) for so many macroblocks. */
    private static byte[] h264Set(int across, int down) {
        StringBuilder bits = new StringBuilder();
        golomb(golomb(golomb(golomb(bits, 0), 0), 2), 1);
        bits.append('0');
        golomb(golomb(bits, across - 1), down - 1);
        bits.append("1100").append('1');
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0x67, 66, (byte) 0xc0, 30});
        while (bits.length() % 8 != 0) {
            bits.append('0');
        }
        for (int i = 0; i < bits.length(); i += 8) {
            out.write(Integer.parseInt(bits.substring(i, i + 8), 2));
        }
        return out.toByteArray();
    }

    private static StringBuilder golomb(StringBuilder bits, int value) {
        String binary = Integer.toBinaryString(value + 1);
        return bits.append("0".repeat(binary.length() - 1)).append(binary);
    }

    @Test
    void spoiledBytesNeverDoWorseThanAnException() {
        Random spoil = new Random(20261120);
        int pictures = 0;
        int refused = 0;
        for (Captured source : List.of(Captured.h264(), Captured.h265())) {
            for (int round = 0; round < 150; round++) {
                List<AccessUnit> units = new ArrayList<>();
                for (AccessUnit unit : source.units().subList(0, 6)) {
                    // Mostly within the NAL units, now and then across their framing.
                    List<byte[]> nals = Nal.split(Nal.annexB(List.of(), unit.data()));
                    for (int n = spoil.nextInt(4); n > 0; n--) {
                        byte[] nal = nals.get(spoil.nextInt(nals.size()));
                        nal[spoil.nextInt(nal.length)] = (byte) spoil.nextInt();
                    }
                    byte[] data = Nal.join(nals);
                    int length = spoil.nextInt(30) == 0 ? spoil.nextInt(data.length) : data.length;
                    units.add(Captured.unit(Arrays.copyOf(data, length), unit.keyFrame(), unit.time()));
                }
                try {
                    PictureDecoder.decodeAll(source.format(), units).forEach(LumaThumb::of);
                    pictures++;
                } catch (MediaException e) {
                    refused++;
                }
                try {
                    ParameterSets.changed(source.format(), units.get(0));
                } catch (MediaException e) {
                    assertEquals(MediaException.Reason.MALFORMED, e.reason());
                }
            }
        }
        assertTrue(pictures > 10 && refused > 10, pictures + " decoded, " + refused + " refused");
    }

    @Test
    void spoiledSetsAreReadOrRefused() {
        Random spoil = new Random(7);
        for (Captured source : List.of(Captured.h264(), Captured.h265())) {
            for (int round = 0; round < 20_000; round++) {
                List<byte[]> sets = new ArrayList<>();
                for (byte[] set : source.format().parameterSets()) {
                    byte[] bytes =
                            Arrays.copyOf(set, spoil.nextInt(4) == 0 ? spoil.nextInt(set.length + 1) : set.length);
                    for (int n = spoil.nextInt(4); n > 0 && bytes.length > 0; n--) {
                        bytes[spoil.nextInt(bytes.length)] = (byte) spoil.nextInt();
                    }
                    sets.add(bytes);
                }
                TrackFormat format = new TrackFormat(source.format().codec(), 90_000, 0, sets);
                ParameterSets.complete(format);
                try {
                    ParameterSets.configuration(format);
                } catch (MediaException e) {
                    assertEquals(MediaException.Reason.MALFORMED, e.reason());
                }
            }
        }
    }

    private static void assertReason(MediaException.Reason reason, org.junit.jupiter.api.function.Executable what) {
        assertEquals(reason, assertThrows(MediaException.class, what).reason());
    }
}
