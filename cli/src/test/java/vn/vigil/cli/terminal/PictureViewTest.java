package vn.vigil.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import vn.vigil.base.Raster;

/** A picture in every form that a terminal may understand, down to the byte. */
class PictureViewTest {
    private static final Window WIDE = new Window(80, 24, 8);

    /** Red and black above white and grey. */
    private static final Raster FOUR = raster(2, 2, 0xff0000, 0x000000, 0xffffff, 0x808080);

    private static Raster raster(int width, int height, int... colours) {
        byte[] rgb = new byte[3 * width * height];
        for (int i = 0; i < width * height; i++) {
            int colour = colours[i % colours.length];
            rgb[3 * i] = (byte) (colour >> 16);
            rgb[3 * i + 1] = (byte) (colour >> 8);
            rgb[3 * i + 2] = (byte) colour;
        }
        return new Raster(width, height, rgb);
    }

    @Test
    void aCellShowsTwoPixelsAndEveryLineGivesItsColoursBack() {
        assertEquals(
                "\u001b[38;2;255;0;0;48;2;255;255;255m▀\u001b[38;2;0;0;0;48;2;128;128;128m▀\u001b[0m\n",
                PictureView.draw(FOUR, PictureForm.TRUE_COLOUR, WIDE));
        assertEquals(
                "\u001b[38;5;196;48;5;231m▀\u001b[38;5;16;48;5;244m▀\u001b[0m\n",
                PictureView.draw(FOUR, PictureForm.PALETTE, WIDE));
    }

    @Test
    void equalNeighboursShareOneEscape() {
        assertEquals(
                "\u001b[38;5;196;48;5;196m▀▀▀\u001b[0m\n",
                PictureView.draw(raster(3, 2, 0xff0000), PictureForm.PALETTE, WIDE));
    }

    @Test
    void lettersCarryNoEscapeAndNoBlanksAtTheEnd() {
        Raster ramp = raster(4, 2, 0xffffff, 0x808080, 0x202020, 0x000000);
        assertEquals("@+.\n", PictureView.draw(ramp, PictureForm.LETTERS, WIDE));
    }

    @Test
    void nothingIsDrawnWhereNothingCanBe() {
        assertEquals("", PictureView.draw(FOUR, PictureForm.NONE, WIDE));
    }

    @Test
    void aPictureFitsTheWindowAndIsNeverEnlarged() {
        Raster large = raster(640, 360, 0x123456);
        String[] lines = PictureView.draw(large, PictureForm.LETTERS, new Window(60, 40, 8))
                .split("\n", -1);
        assertEquals(17 + 1, lines.length, "60 cells wide, 34 pixels high");
        assertEquals(60, lines[0].length());
        lines = PictureView.draw(large, PictureForm.LETTERS, new Window(200, 13, 8))
                .split("\n", -1);
        assertEquals(10 + 1, lines.length, "the window is 13 rows high");
        assertEquals(36, lines[0].length());
        assertEquals("..\n", PictureView.draw(raster(2, 1, 0x202020), PictureForm.LETTERS, WIDE));
    }

    @Test
    void thePaletteHoldsCubeAndGreys() {
        assertEquals(16, HalfBlocks.palette(0, 0, 0));
        assertEquals(231, HalfBlocks.palette(255, 255, 255));
        assertEquals(46, HalfBlocks.palette(0, 255, 0));
        assertEquals(21, HalfBlocks.palette(0, 0, 255));
        assertEquals(232, HalfBlocks.palette(8, 8, 8));
        assertEquals(67, HalfBlocks.palette(95, 135, 175));
    }

    @Test
    void kittyGetsAPngInChunksThatItAccepts() throws IOException {
        Raster noisy = noisy();
        String drawn = PictureView.draw(noisy, PictureForm.KITTY, WIDE);
        Matcher chunk =
                Pattern.compile("\u001b_G([^;]*);([A-Za-z0-9+/=]*)\u001b\\\\").matcher(drawn);
        StringBuilder data = new StringBuilder();
        int chunks = 0;
        int end = 0;
        while (chunk.find()) {
            assertEquals(end, chunk.start(), "nothing between the chunks");
            assertTrue(chunk.group(2).length() <= 4096);
            assertTrue(
                    chunks > 0
                            || chunk.group(1).startsWith("a=T,f=100,")
                                    && chunk.group(1).contains(",q=2"),
                    "shown at once, as PNG, without an answer");
            data.append(chunk.group(2));
            chunks++;
            end = chunk.end();
        }
        assertEquals("\n", drawn.substring(end));
        assertTrue(chunks > 1);
        same(noisy, data.toString());
    }

    @Test
    void itermGetsOneInlinePng() throws IOException {
        Raster noisy = noisy();
        Matcher inline = Pattern.compile("\u001b]1337;File=inline=1;?:([A-Za-z0-9+/=]+)\u0007\n")
                .matcher(PictureView.draw(noisy, PictureForm.ITERM2, WIDE));
        assertTrue(inline.matches());
        same(noisy, inline.group(1));
    }

    @Test
    void graphicsAreShrunkToTheWindowsPixels() throws IOException {
        String drawn = PictureView.draw(raster(640, 360, 0x123456), PictureForm.ITERM2, new Window(40, 24, 8));
        BufferedImage image = png(drawn.substring(drawn.indexOf(':') + 1, drawn.indexOf('\u0007')));
        assertEquals(320, image.getWidth());
        assertEquals(180, image.getHeight());
    }

    @Test
    void sixelsBeginAndEndAsTheTerminalExpectsAndRunsAreCounted() {
        String drawn = PictureView.draw(raster(60, 12, 0xff0000), PictureForm.SIXEL, WIDE);
        assertTrue(drawn.matches("(?s)\u001bP[0-9;]*q.*#\\d+!60~.*\u001b\\\\\n"), drawn.replace('\u001b', '^'));
        assertEquals("#1;2;0;0;0#1!5~$-??!4@\u001b\\", GraphicsProtocols.runs("#1;2;0;0;0#1~~~~~$-??@@@@\u001b\\"));
    }

    private static Raster noisy() {
        int[] colours = new int[100 * 50];
        int seed = 1;
        for (int i = 0; i < colours.length; i++) {
            seed = seed * 1_103_515_245 + 12_345;
            colours[i] = seed >>> 8;
        }
        return raster(100, 50, colours);
    }

    private static void same(Raster wanted, String base64) throws IOException {
        BufferedImage image = png(base64);
        byte[] rgb = new byte[wanted.rgb().length];
        for (int i = 0; i < rgb.length / 3; i++) {
            int colour = image.getRGB(i % wanted.width(), i / wanted.width());
            rgb[3 * i] = (byte) (colour >> 16);
            rgb[3 * i + 1] = (byte) (colour >> 8);
            rgb[3 * i + 2] = (byte) colour;
        }
        assertArrayEquals(wanted.rgb(), rgb);
    }

    private static BufferedImage png(String base64) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
    }
}
