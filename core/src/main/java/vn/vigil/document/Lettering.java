package vn.vigil.document;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.TrueTypeFont;

/**
 * Text as grey dots, in the letters of {@link Fonts}: for pictures that are written into. Only the outlines' geometry is taken
 * from AWT, which is plain Java; its font system would want libraries and fonts that servers lack. Confined to one thread.
 */
public final class Lettering {
    /** Each dot is looked at in so many rows and columns. */
    private static final int FINE = 4;

    private final TrueTypeFont font = Fonts.face("Bold");
    private final int size;
    private final int height;
    private final int base;
    private final Map<Integer, Letter> letters = new HashMap<>();

    /** @param size of the letters in dots, 6 to 200 */
    public Lettering(int size) {
        this.size = size;
        try {
            // Vietnamese capitals bear two marks: the font's own line has room for them.
            double unit = (double) size / font.getUnitsPerEm();
            base = (int) Math.ceil(font.getHorizontalHeader().getAscender() * unit) + 1;
            height = base + (int) Math.ceil(-font.getHorizontalHeader().getDescender() * unit) + 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Dots from the top of a line to the top of the next. */
    public int lineHeight() {
        return height;
    }

    /** How wide a text is, in dots. */
    public int width(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            width += letter(text.codePointAt(i)).advance;
        }
        return width;
    }

    /**
     * Writes one line; what does not fit is cut off. Letters that the font lacks become white squares.
     *
     * @param cover how much each dot is covered, 0 to 255, row by row
     * @param across dots of a row
     * @param left where the line begins
     * @param top its upper edge
     */
    public void write(String text, byte[] cover, int across, int left, int top) {
        int pen = left;
        String drawable = Fonts.drawable(text);
        for (int i = 0; i < drawable.length(); ) {
            int point = drawable.codePointAt(i);
            Letter letter = letter(point);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < letter.width; x++) {
                    int column = pen + letter.left + x;
                    int at = (top + y) * across + column;
                    if (column >= 0 && column < across && at >= 0 && at < cover.length) {
                        int sum = (cover[at] & 0xff) + (letter.cover[y * letter.width + x] & 0xff);
                        cover[at] = (byte) Math.min(255, sum);
                    }
                }
            }
            pen += letter.advance;
            i += Character.charCount(point);
        }
    }

    /** The dots of one letter; {@code left} of its first column from the pen. */
    private record Letter(int advance, int left, int width, byte[] cover) {}

    private Letter letter(int point) {
        Letter known = letters.get(point);
        if (known == null) {
            known = draw(point);
            letters.put(point, known);
        }
        return known;
    }

    private Letter draw(int point) {
        try {
            int glyph = font.getUnicodeCmapLookup().getGlyphId(point);
            double unit = (double) size / font.getUnitsPerEm();
            int advance = (int) Math.round(font.getAdvanceWidth(glyph) * unit);
            GeneralPath outline = new GeneralPath(GeneralPath.WIND_NON_ZERO);
            if (font.getGlyph().getGlyph(glyph) != null) {
                outline.append(font.getGlyph().getGlyph(glyph).getPath(), false);
            }
            // Upside down: fonts count upwards.
            outline.transform(new AffineTransform(unit, 0, 0, -unit, 0, base));
            int left = (int) Math.floor(outline.getBounds2D().getMinX());
            int width = Math.max(0, (int) Math.ceil(outline.getBounds2D().getMaxX()) - left);
            return new Letter(advance, left, width, cover(outline, left, width));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Non-zero winding, counted in the middle of each fine row and column. */
    private byte[] cover(GeneralPath outline, int left, int width) {
        int fine = width * FINE;
        int[][] turns = new int[height * FINE][fine + 1];
        double[] to = new double[6];
        double x = 0;
        double y = 0;
        double startX = 0;
        double startY = 0;
        for (PathIterator it = outline.getPathIterator(null, 0.1); !it.isDone(); it.next()) {
            int kind = it.currentSegment(to);
            if (kind == PathIterator.SEG_MOVETO) {
                startX = to[0];
                startY = to[1];
            } else {
                double endX = kind == PathIterator.SEG_CLOSE ? startX : to[0];
                double endY = kind == PathIterator.SEG_CLOSE ? startY : to[1];
                edge(turns, left, x, y, endX, endY);
                x = endX;
                y = endY;
                continue;
            }
            x = startX;
            y = startY;
        }
        int[] sums = new int[width * height];
        for (int row = 0; row < turns.length; row++) {
            int winding = 0;
            for (int column = 0; column < fine; column++) {
                winding += turns[row][column];
                sums[row / FINE * width + column / FINE] += winding != 0 ? 1 : 0;
            }
        }
        byte[] cover = new byte[sums.length];
        for (int i = 0; i < sums.length; i++) {
            cover[i] = (byte) (sums[i] * 255 / (FINE * FINE));
        }
        return cover;
    }

    private static void edge(int[][] turns, int left, double x0, double y0, double x1, double y1) {
        int turn = y1 > y0 ? 1 : -1;
        double upper = Math.min(y0, y1) * FINE;
        double lower = Math.max(y0, y1) * FINE;
        for (int row = Math.max(0, (int) Math.ceil(upper - 0.5)); row < turns.length && row + 0.5 < lower; row++) {
            double y = (row + 0.5) / FINE;
            double x = x0 + (y - y0) * (x1 - x0) / (y1 - y0);
            int column = (int) Math.ceil((x - left) * FINE - 0.5);
            turns[row][Math.max(0, Math.min(turns[row].length - 1, column))] += turn;
        }
    }
}
