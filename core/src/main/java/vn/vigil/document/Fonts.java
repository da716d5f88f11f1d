package vn.vigil.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Liberation Serif, which has the widths of Times New Roman and all Vietnamese letters; from the class path, never from the
 * system, whose copies may lack half the alphabet. Safe for several threads.
 */
final class Fonts {
    static final String FAMILY = "Liberation Serif";

    /** Name of a face's file, parsed. Kept: parsing costs tens of milliseconds. */
    private static final Map<String, TrueTypeFont> PARSED = new ConcurrentHashMap<>();

    private Fonts() {}

    /** The bytes of a face: {@code Regular}, {@code Bold}, {@code Italic}, {@code BoldItalic}. The caller closes. */
    static InputStream open(String face) {
        InputStream in = Fonts.class.getResourceAsStream("/liberation/LiberationSerif-" + face + ".ttf");
        if (in == null) {
            throw new IllegalStateException("no font LiberationSerif-" + face);
        }
        return in;
    }

    static TrueTypeFont face(String face) {
        TrueTypeFont known = PARSED.get(face);
        if (known == null) {
            try (InputStream in = open(face)) {
                known = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            PARSED.put(face, known);
        }
        return known;
    }

    /** How wide a line is, in points. */
    static double width(String line, String face, double size) {
        try {
            TrueTypeFont font = face(face);
            CmapLookup cmap = font.getUnicodeCmapLookup();
            long units = 0;
            for (int i = 0; i < line.length(); ) {
                int cp = line.codePointAt(i);
                units += font.getAdvanceWidth(cmap.getGlyphId(cp));
                i += Character.charCount(cp);
            }
            return units * size / font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text with a white square for each letter that the font cannot draw. */
    static String drawable(String text) {
        try {
            CmapLookup cmap = face("Regular").getUnicodeCmapLookup();
            StringBuilder out = null;
            for (int i = 0; i < text.length(); ) {
                int cp = text.codePointAt(i);
                int n = Character.charCount(cp);
                if (cp >= 0x80 && cmap.getGlyphId(cp) == 0) {
                    out = out == null ? new StringBuilder(text.substring(0, i)) : out;
                    out.append('\u25a1');
                } else if (out != null) {
                    out.appendCodePoint(cp);
                }
                i += n;
            }
            return out == null ? text : out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
