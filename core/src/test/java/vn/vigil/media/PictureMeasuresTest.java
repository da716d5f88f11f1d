package vn.vigil.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Each measure tells what it is named for, on pictures of which it is known, and the same from a frame as from its picture. */
class PictureMeasuresTest {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;

    private static Picture picture(byte[] luma, int blue, int red) {
        byte[] cb = new byte[WIDTH / 2 * HEIGHT / 2];
        byte[] cr = new byte[cb.length];
        Arrays.fill(cb, (byte) (128 + blue));
        Arrays.fill(cr, (byte) (128 + red));
        return new Picture(WIDTH, HEIGHT, luma, cb, cr, false);
    }

    private static byte[] even(int level) {
        byte[] luma = new byte[WIDTH * HEIGHT];
        Arrays.fill(luma, (byte) level);
        return luma;
    }

    @Test
    void anEvenPictureHasNothingButItsLevelAndColour() {
        PictureMeasures grey = PictureMeasures.of(picture(even(120), 0, 0));
        assertEquals(
                List.of(120.0, 0.0, 0.0, 0.0), List.of(grey.mean(), grey.contrast(), grey.sharpness(), grey.noise()));
        assertEquals(List.of(0.0, 0.0, 0.0, 0.0), List.of(grey.blue(), grey.red(), grey.colourful(), grey.dark()));
        assertArrayEquals(new byte[EdgeMap.CELLS], grey.edges().cells());
        PictureMeasures tinted = PictureMeasures.of(picture(even(30), -20, 11));
        assertEquals(
                List.of(-20.0, 11.0, 1.0, 1.0),
                List.of(tinted.blue(), tinted.red(), tinted.colourful(), tinted.dark()));
    }

    @Test
    void noiseIsMeasuredInItsOwnUnitBesideEdges() {
        Random random = new Random(5);
        for (double sigma : new double[] {1, 2, 5, 12}) {
            byte[] luma = new byte[WIDTH * HEIGHT];
            for (int i = 0; i < luma.length; i++) {
                // Stripes of 40 pixels: half of the picture's blocks hold an edge.
                int level = i % WIDTH / 40 % 2 == 0 ? 80 : 170;
                luma[i] = (byte) Math.max(0, Math.min(255, Math.round(level + random.nextGaussian() * sigma)));
            }
            double measured = PictureMeasures.of(picture(luma, 0, 0)).noise();
            assertEquals(sigma, measured, 0.25 * sigma + 0.1);
        }
    }

    @Test
    void aBlurredEdgeIsLessSharpAndAPatchOfDarkIsOne() {
        byte[] hard = even(60);
        byte[] soft = even(60);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                hard[y * WIDTH + x] = (byte) (x % 80 < 40 ? 60 : 180);
                soft[y * WIDTH + x] = (byte) (60 + Math.min(120, Math.max(0, 10 * Math.min(x % 80 - 14, 66 - x % 80))));
            }
        }
        double sharp = PictureMeasures.of(picture(hard, 0, 0)).sharpness();
        assertEquals(120, sharp);
        assertTrue(PictureMeasures.of(picture(soft, 0, 0)).sharpness() < sharp / 2);
        byte[] covered = even(150);
        for (int y = 0; y < HEIGHT; y++) {
            Arrays.fill(covered, y * WIDTH, y * WIDTH + WIDTH / 4, (byte) 20);
            Arrays.fill(covered, (y + 1) * WIDTH - WIDTH / 8, (y + 1) * WIDTH, (byte) 20);
        }
        PictureMeasures dark = PictureMeasures.of(picture(covered, 0, 0));
        assertEquals(0.25, dark.dark(), 0.01, "the largest area, not all of them");
        assertTrue(dark.edges().cell(3) > 1 && dark.edges().cell(8) == 0, "the edge lies in the fourth column");
    }

    @Test
    void aFrameMeasuresAsItsPicture() {
        for (Captured source : List.of(Captured.h264(), Captured.h265())) {
            PictureMeasures frame = PictureDecoder.glance(
                            source.format(), source.units().get(0), 0)
                    .measures();
            PictureMeasures picture = PictureMeasures.of(PictureDecoder.decode(source.format(), source.units()));
            assertEquals(picture.mean(), frame.mean(), 1);
            assertEquals(picture.contrast(), frame.contrast(), 1);
            assertEquals(picture.sharpness(), frame.sharpness());
            assertEquals(picture.noise(), frame.noise());
            assertEquals(picture.blue(), frame.blue());
            assertEquals(picture.red(), frame.red());
            assertEquals(picture.colourful(), frame.colourful());
            assertEquals(picture.dark(), frame.dark(), 0.02);
            for (int i = 0; i < EdgeMap.CELLS; i++) {
                assertEquals(picture.edges().cell(i), frame.edges().cell(i), 3);
            }
        }
    }

    @Test
    void theSmallestPictureHasMeasuresToo() {
        byte[] one = {9};
        PictureMeasures measures = PictureMeasures.of(new Picture(1, 1, one, one, one, false));
        assertEquals(9, measures.mean());
        assertEquals(0, measures.noise());
        assertEquals(0, measures.sharpness());
    }
}
