package vn.vigil.document;

import vn.vigil.text.Neutral;
import vn.vigil.text.Viet;

/** Writes foreign text so that Markdown and the front matter read it back as that text and nothing else. Pure. */
final class Markdown {
    private Markdown() {}

    /**
     * The text on one line of Markdown. New lines become {@code <br>}; characters that are not seen, and those that turn the
     * direction of writing, are left out.
     */
    static String escape(String text) {
        String clean = visible(Viet.nfc(text)).strip();
        StringBuilder out = new StringBuilder(clean.length() + 16);
        int digits = 0;
        boolean start = true;
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            switch (c) {
                case '\r' -> {
                    if (i + 1 == clean.length() || clean.charAt(i + 1) != '\n') {
                        out.append("<br>");
                    }
                }
                case '\n', '\u000b', '\f', '\u0085' -> out.append("<br>");
                // As an entity: one at the end of a cell would take the following bar with it.
                case '\\' -> out.append("&#92;");
                case '`', '*', '_', '[', ']', '<', '>', '|', '&', '~' ->
                    out.append('\\').append(c);
                case '#', '+', '-', '=', ':', '{', '!', '"', '\'' ->
                    out.append(start ? "\\" : "").append(c);
                case '.', ')' -> {
                    // "12. " at the start would begin a list.
                    boolean list = digits == i && digits > 0;
                    out.append(list ? "\\" : "").append(c);
                }
                case '\t' -> out.append(' ');
                default -> out.append(c < 0x20 ? ' ' : c);
            }
            digits += digits == i && c >= '0' && c <= '9' ? 1 : 0;
            start = false;
        }
        return out.toString();
    }

    /** The text without characters that are not seen. */
    static String visible(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); ) {
            int cp = text.codePointAt(i);
            int n = Character.charCount(cp);
            if (cp != 0x2028 && cp != 0x2029 && Neutral.hidden(cp) || cp >= 0xd800 && cp <= 0xdfff || cp == 0x7f) {
                out = out == null ? new StringBuilder(text.substring(0, i)) : out;
            } else if (out != null) {
                out.appendCodePoint(cp);
            }
            i += n;
        }
        return (out == null ? text : out.toString()).replace('\u2028', '\n').replace('\u2029', '\n');
    }
}
