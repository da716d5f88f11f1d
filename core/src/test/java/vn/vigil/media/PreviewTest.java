package vn.vigil.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import vn.vigil.base.Raster;

/** A picture made small for a screen keeps its shape and its colours. */
class PreviewTest {
    private static Picture plain(int width, int height, int luma, int blue, int red) {
        byte[] y = new byte[width * height];
        byte[] b = new byte[(width + 1) / 2 * ((height + 1) / 2)];
        byte[] r = b.clone();
        Arrays.fill(y, (byte) luma);
        Arrays.fill(b, (byte) blue);
        Arrays.fill(r, (byte) red);
        return new Picture(width, height, y, b, r, false);
    }

    private static int[] colour(Raster raster) {
        return new int[] {raster.at(0, 0, 0), raster.at(0, 0, 1), raster.at(0, 0, 2)};
    }

    @Test
    void itFitsIsNeverEnlargedAndKeepsItsShape() {
        assertSize(640, 360, Preview.of(plain(1920, 1080, 0, 128, 128), 640, 480));
        assertSize(270, 480, Preview.of(plain(1080, 1920, 0, 128, 128), 640, 480));
        assertSize(320, 180, Preview.of(plain(320, 180, 0, 128, 128), 640, 480));
        assertSize(640, 1, Preview.of(plain(8192, 2, 0, 128, 128), 640, 480));
        assertSize(1, 480, Preview.of(plain(1, 8191, 0, 128, 128), 640, 480));
    }

    private static void assertSize(int width, int height, Raster raster) {
        assertEquals(width, raster.width());
        assertEquals(height, raster.height());
    }

    @Test
    void coloursAreThoseOfJfif() {
        assertArrayEquals(new int[] {0, 0, 0}, colour(Preview.of(plain(4, 4, 0, 128, 128), 2, 2)));
        assertArrayEquals(new int[] {255, 255, 255}, colour(Preview.of(plain(4, 4, 255, 128, 128), 2, 2)));
        // Pure red, green and blue as JFIF writes them, back within its rounding.
        assertArrayEquals(new int[] {254, 0, 0}, colour(Preview.of(plain(3, 3, 76, 85, 255), 3, 3)));
        assertArrayEquals(new int[] {0, 255, 1}, colour(Preview.of(plain(3, 3, 150, 44, 21), 3, 3)));
        assertArrayEquals(new int[] {0, 0, 254}, colour(Preview.of(plain(3, 3, 29, 255, 107), 3, 3)));
    }

    @Test
    void boxesAreAveraged() {
        Picture half = plain(4, 2, 0, 128, 128);
        half.luma()[0] = (byte) 200;
        half.luma()[4] = (byte) 200;
        Raster small = Preview.of(half, 2, 1);
        assertEquals(100, small.at(0, 0, 1));
        assertEquals(0, small.at(1, 0, 1));
        assertEquals(50, small.scaled(1, 1).at(0, 0, 1));
        assertEquals(100, small.scaled(4, 2).at(1, 1, 1), "stretched");
        assertThrows(IllegalArgumentException.class, () -> new Raster(2, 2, new byte[11]));
    }
}
