package vn.vigil.rtsp;

/** Numbers in hostile text. */
final class Numbers {
    private Numbers() {}

    /** Plain decimal digits up to {@code max}, else −1. */
    static int parse(String text, int max) {
        if (text.isEmpty() || text.length() > 10) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + c - '0';
        }
        return value <= max ? (int) value : -1;
    }

    /** The number that {@code text} begins with, blanks aside, up to {@code max}; −1 when it begins with none. */
    static int leading(String text, int max) {
        String bare = text.strip();
        int end = 0;
        while (end < bare.length() && bare.charAt(end) >= '0' && bare.charAt(end) <= '9') {
            end++;
        }
        return parse(bare.substring(0, end), max);
    }
}
