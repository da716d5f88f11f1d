package vn.vigil.media;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Changes pictures for a copy, in place: hides, writes, shrinks, and brings brightness into the range that players expect.
 * Works on planes that nobody else holds. Pure but for them.
 */
final class Retouch {
    /** Squares along a hidden rectangle's longer side: too few for a face or a number plate to be told. */
    private static final int SQUARES = 6;

    private static final int LEAST_SQUARE = 16;

    /** How much of the picture shines through the band under writing, in 256ths. */
    private static final int BAND = 110;

    private static final byte[] LUMA = table(219, 16, 0);
    private static final byte[] CHROMA = table(224, 128, 128);

    private Retouch() {}

    static void hide(Picture picture, List<Mask> masks, Mask.Style style, Duration time) {
        for (Mask mask : masks) {
            if (mask.covers(time)) {
                hide(picture, mask, style);
            }
        }
    }

    private static void hide(Picture picture, Mask mask, Mask.Style style) {
        // Out to even places: colour has half the resolution and must not show what brightness hides.
        int left = mask.left() & ~1;
        int top = mask.top() & ~1;
        int right = Math.min(picture.width(), mask.left() + mask.width() + 1 & ~1);
        int bottom = Math.min(picture.height(), mask.top() + mask.height() + 1 & ~1);
        if (left >= right || top >= bottom) {
            return;
        }
        int chromaWidth = (picture.width() + 1) / 2;
        int square = style == Mask.Style.BLACK
                ? 0
                : Math.max(LEAST_SQUARE, (Math.max(right - left, bottom - top) + SQUARES - 1) / SQUARES + 1 & ~1);
        hide(picture.luma(), picture.width(), left, top, right, bottom, square, 0);
        right = (right + 1) / 2;
        bottom = (bottom + 1) / 2;
        hide(picture.blue(), chromaWidth, left / 2, top / 2, right, bottom, square / 2, 128);
        if (picture.red() != picture.blue()) {
            hide(picture.red(), chromaWidth, left / 2, top / 2, right, bottom, square / 2, 128);
        }
    }

    private static void hide(
            byte[] plane, int stride, int left, int top, int right, int bottom, int square, int nothing) {
        int side = square == 0 ? Math.max(right - left, bottom - top) : square;
        for (int y = top; y < bottom; y += side) {
            for (int x = left; x < right; x += side) {
                int toX = Math.min(right, x + side);
                int toY = Math.min(bottom, y + side);
                byte value = square == 0 ? (byte) nothing : mean(plane, stride, x, y, toX, toY);
                for (int row = y; row < toY; row++) {
                    Arrays.fill(plane, row * stride + x, row * stride + toX, value);
                }
            }
        }
    }

    private static byte mean(byte[] plane, int stride, int left, int top, int right, int bottom) {
        long sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                sum += plane[y * stride + x] & 0xff;
            }
        }
        return (byte) (sum / ((long) (right - left) * (bottom - top)));
    }

    /** Lays writing over the lower edge. */
    static void stamp(Picture picture, Stamp.Ink ink) {
        int width = Math.min(picture.width(), ink.width());
        int height = Math.min(picture.height(), ink.height()) & ~1;
        int top = picture.height() - height & ~1;
        byte[] luma = picture.luma();
        for (int y = 0; y < height; y++) {
            int at = (top + y) * picture.width();
            for (int x = 0; x < width; x++) {
                int dark = (luma[at + x] & 0xff) * BAND >> 8;
                int cover = ink.cover()[y * ink.width() + x] & 0xff;
                luma[at + x] = (byte) (dark + (255 - dark) * cover / 255);
            }
        }
        int chromaWidth = (picture.width() + 1) / 2;
        for (int y = top / 2; y < (top + height) / 2; y++) {
            for (int i = y * chromaWidth; i < (y + 1) * chromaWidth; i++) {
                int blue = picture.blue()[i] & 0xff;
                int red = picture.red()[i] & 0xff;
                picture.blue()[i] = (byte) (128 + (blue - 128) / 4);
                picture.red()[i] = (byte) (128 + (red - 128) / 4);
            }
        }
    }

    /** A picture of half the width and height, rounded down to even numbers. */
    static Picture halved(Picture p) {
        int width = p.width() / 2 & ~1;
        int height = p.height() / 2 & ~1;
        return new Picture(
                width,
                height,
                halved(p.luma(), p.width(), width, height),
                halved(p.blue(), (p.width() + 1) / 2, width / 2, height / 2),
                halved(p.red(), (p.width() + 1) / 2, width / 2, height / 2),
                p.damaged());
    }

    private static byte[] halved(byte[] plane, int stride, int width, int height) {
        byte[] out = new byte[width * height];
        for (int y = 0, to = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = 2 * y * stride + 2 * x;
                int sum = (plane[at] & 0xff)
                        + (plane[at + 1] & 0xff)
                        + (plane[at + stride] & 0xff)
                        + (plane[at + stride + 1] & 0xff);
                out[to++] = (byte) ((sum + 2) / 4);
            }
        }
        return out;
    }

    /** Without the last column and row where their number is odd: 4:2:0 has pairs. */
    static Picture even(Picture p) {
        int width = p.width() & ~1;
        int height = p.height() & ~1;
        if (width == p.width() && height == p.height()) {
            return p;
        }
        int stride = (p.width() + 1) / 2;
        return new Picture(
                width,
                height,
                cut(p.luma(), p.width(), width, height),
                cut(p.blue(), stride, width / 2, height / 2),
                cut(p.red(), stride, width / 2, height / 2),
                p.damaged());
    }

    private static byte[] cut(byte[] plane, int stride, int width, int height) {
        byte[] out = new byte[width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(plane, y * stride, out, y * width, width);
        }
        return out;
    }

    /** Full range to the limited one of video (ITU-T H.273 §8.3), in place. */
    static void limit(Picture p) {
        limit(p.luma(), LUMA);
        limit(p.blue(), CHROMA);
        if (p.red() != p.blue()) {
            limit(p.red(), CHROMA);
        }
    }

    private static void limit(byte[] plane, byte[] table) {
        for (int i = 0; i < plane.length; i++) {
            plane[i] = table[plane[i] & 0xff];
        }
    }

    private static byte[] table(int span, int to, int from) {
        byte[] table = new byte[256];
        for (int i = 0; i < 256; i++) {
            table[i] = (byte) Math.round((i - from) * span / 255f + to);
        }
        return table;
    }
}
