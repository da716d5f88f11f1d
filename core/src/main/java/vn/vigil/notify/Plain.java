package vn.vigil.notify;

import java.nio.charset.StandardCharsets;
import vn.vigil.text.Viet;

/** Takes out of texts what must reach neither a mail header nor a reader: control characters, marks that turn or hide text. */
final class Plain {
    private Plain() {}

    /** One line of at most {@code max} characters; line ends and tabs become blanks. */
    static String line(String text, int max) {
        return cut(clean(text, false).strip(), max);
    }

    /** Lines ended by {@code \n}, at most {@code max} characters in all. */
    static String lines(String text, int max) {
        return cut(clean(text, true), max);
    }

    private static String clean(String text, boolean lines) {
        // Half a surrogate pair is no character; encoding replaces it.
        String whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        String t = Viet.nfc(whole).replace("\r\n", "\n").replace('\r', '\n');
        StringBuilder out = new StringBuilder(t.length());
        t.codePoints().forEach(c -> {
            boolean lineEnd = c == '\n' || c == 0x2028 || c == 0x2029;
            if (lineEnd || c == '\t') {
                out.appendCodePoint(!lines ? ' ' : lineEnd ? '\n' : '\t');
            } else if (!Character.isISOControl(c) && Character.getType(c) != Character.FORMAT) {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    private static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(max - 2)) ? max - 2 : max - 1;
        return text.substring(0, end) + "…";
    }
}
