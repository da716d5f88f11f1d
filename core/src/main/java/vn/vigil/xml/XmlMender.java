package vn.vigil.xml;

/**
 * Mends the two faults for which devices' XML is known: an ampersand that stands for itself
 * ({@code <Uri>rtsp://host/live?channel=1&subtype=0</Uri>}, ZoneMinder#3767) and characters that XML forbids. Everything else
 * stays as it is.
 */
final class XmlMender {
    private XmlMender() {}

    /** The mended text, or null when there is nothing to mend. */
    static String mend(String text) {
        StringBuilder out = null;
        int copied = 0;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '<' && text.startsWith("<![CDATA[", i)) {
                int end = text.indexOf("]]>", i);
                i = end < 0 ? text.length() : end;
                continue;
            }
            String instead = c == '&' && !isReference(text, i + 1) ? "&amp;" : forbidden(text, i) ? "\ufffd" : null;
            if (instead != null) {
                out = out == null ? new StringBuilder(text.length() + 64) : out;
                out.append(text, copied, i).append(instead);
                copied = i + 1;
            }
            i++;
        }
        return out == null ? null : out.append(text, copied, text.length()).toString();
    }

    private static boolean isReference(String text, int at) {
        if (text.startsWith("amp;", at)
                || text.startsWith("lt;", at)
                || text.startsWith("gt;", at)
                || text.startsWith("quot;", at)
                || text.startsWith("apos;", at)) {
            return true;
        }
        if (!text.startsWith("#", at)) {
            return false;
        }
        boolean hex = text.startsWith("x", at + 1);
        int from = at + (hex ? 2 : 1);
        int i = from;
        while (i < text.length() && i < from + 8 && Character.digit(text.charAt(i), hex ? 16 : 10) >= 0) {
            i++;
        }
        return i > from && i < text.length() && text.charAt(i) == ';';
    }

    /** XML 1.0 §2.2, production Char. */
    private static boolean forbidden(String text, int at) {
        char c = text.charAt(at);
        if (c < 0x20) {
            return c != '\t' && c != '\n' && c != '\r';
        }
        if (Character.isHighSurrogate(c)) {
            return at + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
        }
        return c == 0xfffe || c == 0xffff;
    }
}
