package vn.vigil.media;

import java.util.Arrays;

/**
 * Draws in Y'CbCr 4:2:0, limited range, with a font of 5 × 7 dots of its own: AWT would cost start-up time and needs
 * libraries that servers lack. Confined to one thread.
 */
final class Canvas {
    static final int BLACK = 16;
    static final int WHITE = 235;

    private static final String LETTERS = " -./0123456789:ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /** One number a letter: seven rows of five bits, the first row's left dot highest. */
    private static final long[] DOTS = {
        0x000000000L, 0x0000f8000L, 0x00000018cL, 0x042222210L, 0x3a33ae62eL, 0x11842108eL, 0x3a213221fL,
        0x3a213062eL, 0x08ca97c42L, 0x7e1e0862eL, 0x3a10f462eL, 0x7c2221108L, 0x3a317462eL, 0x3a317842eL,
        0x018c03180L, 0x3a31fc631L, 0x7a31f463eL, 0x3a308422eL, 0x7a318c63eL, 0x7e10f421fL, 0x7e10f4210L,
        0x3a30bc62eL, 0x4631fc631L, 0x38842108eL, 0x1c4210a4cL, 0x4654c5251L, 0x42108421fL, 0x4775ac631L,
        0x47359c631L, 0x3a318c62eL, 0x7a31f4210L, 0x3a318d64dL, 0x7a31f5251L, 0x3e107043eL, 0x7c8421084L,
        0x46318c62eL, 0x46318c544L, 0x4631ad771L, 0x462a22a31L, 0x462a21084L, 0x7c222221fL,
    };

    final int width;
    final int height;
    final byte[] luma;
    final byte[] blue;
    final byte[] red;

    Canvas(int width, int height) {
        this.width = width;
        this.height = height;
        luma = new byte[width * height];
        blue = new byte[width / 2 * (height / 2)];
        red = new byte[blue.length];
    }

    void clear(int y, int cb, int cr) {
        Arrays.fill(luma, (byte) y);
        Arrays.fill(blue, (byte) cb);
        Arrays.fill(red, (byte) cr);
    }

    void copy(Canvas from) {
        System.arraycopy(from.luma, 0, luma, 0, luma.length);
        System.arraycopy(from.blue, 0, blue, 0, blue.length);
        System.arraycopy(from.red, 0, red, 0, red.length);
    }

    /** Fills a rectangle; what lies outside is cut off. Colour has half the resolution. */
    void fill(int left, int top, int across, int down, int y, int cb, int cr) {
        grey(left, top, across, down, y);
        int from = Math.max(0, left) / 2;
        int to = Math.min(width, left + across) / 2;
        for (int row = Math.max(0, top) / 2; row < Math.min(height, top + down) / 2; row++) {
            if (from < to) {
                Arrays.fill(blue, row * (width / 2) + from, row * (width / 2) + to, (byte) cb);
                Arrays.fill(red, row * (width / 2) + from, row * (width / 2) + to, (byte) cr);
            }
        }
    }

    /** Fills a rectangle's brightness and leaves its colour. */
    void grey(int left, int top, int across, int down, int y) {
        int from = Math.max(0, left);
        int to = Math.min(width, left + across);
        for (int row = Math.max(0, top); row < Math.min(height, top + down); row++) {
            if (from < to) {
                Arrays.fill(luma, row * width + from, row * width + to, (byte) y);
            }
        }
    }

    /** Writes white on a black strip, each dot {@code size} pixels; letters that the font lacks are blanks. */
    void text(int left, int top, int size, CharSequence text) {
        fill(left, top, (text.length() * 6 + 1) * size, 9 * size, BLACK, 128, 128);
        for (int i = 0; i < text.length(); i++) {
            int letter = LETTERS.indexOf(upper(text.charAt(i)));
            long dots = letter < 0 ? 0 : DOTS[letter];
            for (int dot = 0; dot < 35; dot++) {
                if (((dots >> (34 - dot)) & 1) != 0) {
                    grey(left + (1 + i * 6 + dot % 5) * size, top + (1 + dot / 5) * size, size, size, WHITE);
                }
            }
        }
    }

    private static char upper(char c) {
        return c >= 'a' && c <= 'z' ? (char) (c - 32) : c;
    }
}
