package vn.vigil.cli.view;

/** How many columns a text takes on a terminal: a Vietnamese letter one, however it is composed; a CJK letter two. */
public final class Width {
    private Width() {}

    public static int of(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            if (c < 0x300) {
                width++;
                i++;
            } else {
                int cp = text.codePointAt(i);
                width += of(cp);
                i += Character.charCount(cp);
            }
        }
        return width;
    }

    private static int of(int cp) {
        int type = Character.getType(cp);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = cp >= 0x1100 && cp <= 0x115f
                || cp >= 0x2e80 && cp <= 0x303e
                || cp >= 0x3041 && cp <= 0xa4cf
                || cp >= 0xac00 && cp <= 0xd7a3
                || cp >= 0xf900 && cp <= 0xfaff
                || cp >= 0xfe30 && cp <= 0xfe6f
                || cp >= 0xff00 && cp <= 0xff60
                || cp >= 0xffe0 && cp <= 0xffe6
                || cp >= 0x1f300 && cp <= 0x1faff
                || cp >= 0x20000 && cp <= 0x3fffd;
        return wide ? 2 : 1;
    }
}
