package vn.vigil.text;

/**
 * Takes the teeth out of foreign text. Camera names, file names and reasons may hold terminal escapes, text-direction marks,
 * zero-width letters or line breaks that would repaint the screen or forge a line; they are shown as visible escapes.
 */
public final class Neutral {
    private Neutral() {}

    /** The text on one line, with every character that does not simply stand for itself written as an escape. */
    public static String line(String text) {
        int i = 0;
        int n = text.length();
        while (i < n) {
            char c = text.charAt(i);
            if (c >= 0x7f ? unsafe(text, i) : c < 0x20) {
                return rewrite(text, i);
            }
            i++;
        }
        return text;
    }

    private static String rewrite(String text, int from) {
        StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, from);
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                out.append("\\n");
            } else if (c == '\r') {
                out.append("\\r");
            } else if (c == '\t') {
                out.append("\\t");
            } else if (c < 0x20 || c >= 0x7f && unsafe(text, i)) {
                out.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.append(Character.forDigit(c >> shift & 0xf, 16));
                }
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Whether the UTF-16 unit at {@code i} must not reach a terminal as it is. */
    private static boolean unsafe(String text, int i) {
        char c = text.charAt(i);
        if (c < 0xa0) {
            return true; // DEL and C1, where 0x9b begins an escape of its own
        }
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length()
                    || !Character.isLowSurrogate(text.charAt(i + 1))
                    || hidden(Character.toCodePoint(c, text.charAt(i + 1)));
        }
        if (Character.isLowSurrogate(c)) {
            return i == 0
                    || !Character.isHighSurrogate(text.charAt(i - 1))
                    || hidden(Character.toCodePoint(text.charAt(i - 1), c));
        }
        return hidden(c);
    }

    /** Is this code point one that is not seen: bidi controls, zero-width letters, line separators, the tag block? */
    public static boolean hidden(int cp) {
        return cp == 0xad
                || cp == 0x61c
                || cp == 0x115f
                || cp == 0x1160
                || cp == 0x180e
                || cp >= 0x200b && cp <= 0x200f
                || cp >= 0x2028 && cp <= 0x202e
                || cp >= 0x2060 && cp <= 0x206f
                || cp == 0x3164
                || cp == 0xfeff
                || cp == 0xffa0
                || cp >= 0xfff9 && cp <= 0xfffb
                || cp >= 0xe0000 && cp <= 0xe0fff;
    }
}
