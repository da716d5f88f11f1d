package vn.vigil.cli.terminal;

import vn.vigil.base.Raster;

/** A picture in cells of text: each shows two pixels, one above the other, or one letter for both. Pure. */
final class HalfBlocks {
    private static final String RAMP = " .:-=+*#%@";
    private static final String RESET = "\u001b[0m";

    /** Levels of the palette's cube of 6 × 6 × 6 colours (xterm). */
    private static final int[] CUBE = {0, 95, 135, 175, 215, 255};

    private HalfBlocks() {}

    /**
     * Upper half blocks, coloured; each line ends with the colours given back.
     *
     * @param picture as wide as the cells, twice as high
     * @param deep 24-bit colours instead of the palette of 256
     */
    static String coloured(Raster picture, boolean deep) {
        StringBuilder out = new StringBuilder();
        for (int row = 0; row + 1 < picture.height(); row += 2) {
            String last = "";
            for (int x = 0; x < picture.width(); x++) {
                String colours = "\u001b[" + colour(38, picture, x, row, deep) + ";"
                        + colour(48, picture, x, row + 1, deep) + "m";
                out.append(colours.equals(last) ? "" : colours).append('\u2580');
                last = colours;
            }
            out.append(RESET).append('\n');
        }
        return out.toString();
    }

    private static String colour(int ground, Raster picture, int x, int y, boolean deep) {
        int red = picture.at(x, y, 0);
        int green = picture.at(x, y, 1);
        int blue = picture.at(x, y, 2);
        return deep ? ground + ";2;" + red + ";" + green + ";" + blue : ground + ";5;" + palette(red, green, blue);
    }

    /** The nearest of the cube's colours (16–231) and the greys (232–255). */
    static int palette(int red, int green, int blue) {
        int r = level(red);
        int g = level(green);
        int b = level(blue);
        int step = Math.max(0, Math.min(23, Math.round(((red + green + blue) / 3f - 8) / 10)));
        int grey = 8 + 10 * step;
        boolean greyer =
                distance(red, green, blue, grey, grey, grey) < distance(red, green, blue, CUBE[r], CUBE[g], CUBE[b]);
        return greyer ? 232 + step : 16 + 36 * r + 6 * g + b;
    }

    private static int level(int value) {
        int best = 0;
        for (int i = 1; i < CUBE.length; i++) {
            best = Math.abs(CUBE[i] - value) < Math.abs(CUBE[best] - value) ? i : best;
        }
        return best;
    }

    private static int distance(int r, int g, int b, int r2, int g2, int b2) {
        return (r - r2) * (r - r2) + (g - g2) * (g - g2) + (b - b2) * (b - b2);
    }

    /** Letters from dark to bright, for light letters on a dark ground. */
    static String letters(Raster picture) {
        StringBuilder out = new StringBuilder();
        for (int row = 0; row + 1 < picture.height(); row += 2) {
            for (int x = 0; x < picture.width(); x++) {
                int luma = (luma(picture, x, row) + luma(picture, x, row + 1)) / 2;
                out.append(RAMP.charAt(luma * RAMP.length() / 256));
            }
            while (out.length() > 0 && out.charAt(out.length() - 1) == ' ') {
                out.setLength(out.length() - 1);
            }
            out.append('\n');
        }
        return out.toString();
    }

    private static int luma(Raster picture, int x, int y) {
        return (299 * picture.at(x, y, 0) + 587 * picture.at(x, y, 1) + 114 * picture.at(x, y, 2)) / 1000;
    }
}
