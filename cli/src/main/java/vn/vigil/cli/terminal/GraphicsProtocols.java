package vn.vigil.cli.terminal;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.jline.terminal.impl.ITerm2Graphics;
import org.jline.terminal.impl.KittyGraphics;
import org.jline.terminal.impl.SixelGraphics;
import org.jline.terminal.impl.TerminalGraphics;
import vn.vigil.base.Raster;

/**
 * A picture in the protocols that JLine knows. Only its encoders are used: its own guess of what a terminal can do is taken in by
 * a multiplexer, and its output goes past ours. Loads java.desktop, hence apart from what needs no such thing.
 */
final class GraphicsProtocols {
    /** As much of a picture as one escape of kitty's may hold. */
    private static final int CHUNK = 4096;

    private GraphicsProtocols() {}

    static String escapes(Raster picture, PictureForm form) {
        // Else a picture of people would pass through a file of the temporary folder.
        ImageIO.setUseCache(false);
        BufferedImage image = image(picture);
        TerminalGraphics.ImageOptions options = new TerminalGraphics.ImageOptions().inline(true);
        try {
            return switch (form) {
                case KITTY -> new KittyGraphics().convertImageChunked(image, options, CHUNK);
                case ITERM2 -> new ITerm2Graphics().convertImage(image, options);
                case SIXEL ->
                    runs(new SixelGraphics().convertImage(image, options.size(picture.width(), picture.height())));
                default -> throw new IllegalArgumentException(form + " is no graphics protocol");
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage image(Raster picture) {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                image.setRGB(x, y, picture.at(x, y, 0) << 16 | picture.at(x, y, 1) << 8 | picture.at(x, y, 2));
            }
        }
        return image;
    }

    /** Sixels with runs of one as {@code !COUNT}: JLine writes each, megabytes for a picture, which is slow over SSH. */
    static String runs(String sixels) {
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < sixels.length()) {
            char c = sixels.charAt(i);
            int end = i + 1;
            if (c >= '?' && c <= '~') {
                while (end < sixels.length() && sixels.charAt(end) == c) {
                    end++;
                }
            }
            if (end - i > 3) {
                out.append('!').append(end - i).append(c);
            } else {
                out.append(sixels, i, end);
            }
            i = end;
        }
        return out.toString();
    }
}
