package vn.vigil.media;

/**
 * A number as a row of 32 black and white blocks at the foot of a picture: white, black, 24 bits of the number (highest
 * first), 4 check bits, black, white. Blocks survive coding and scaling; the borders and the check tell an ordinary picture
 * from a numbered one. Pure.
 */
final class Blocks {
    static final int COUNT = 32;
    static final long MAX = (1 << 24) - 1;

    private Blocks() {}

    /** The 32 blocks as bits, the leftmost highest, 1 for white. */
    static int encode(long number) {
        int bits = (int) (number & MAX);
        return 1 << 31 | bits << 6 | check(bits) << 2 | 1;
    }

    /** The number behind 32 blocks, or -1. */
    static long decode(int blocks) {
        int bits = blocks >>> 6 & (int) MAX;
        return encode(bits) == blocks ? bits : -1;
    }

    /** Height of the row in pixels. */
    static int height(int pictureHeight) {
        return Math.max(8, pictureHeight / 22 & ~1);
    }

    private static int check(int bits) {
        int sum = 5;
        for (int i = 0; i < 24; i += 4) {
            sum = sum * 3 + (bits >> i & 15);
        }
        return sum & 15;
    }
}
