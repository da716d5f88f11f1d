package vn.vigil.media;

/**
 * Bits of one NAL unit, emulation prevention bytes taken out (ITU-T H.264 §7.4.1). Reading past the end is an
 * {@link IndexOutOfBoundsException}, for the one caller to turn into its own error.
 */
final class BitReader {
    private final byte[] bytes;
    private final int length;
    private int at;

    BitReader(byte[] nal) {
        bytes = new byte[nal.length];
        int n = 0;
        int zeros = 0;
        for (byte b : nal) {
            if (zeros >= 2 && b == 3) {
                zeros = 0;
                continue;
            }
            zeros = b == 0 ? zeros + 1 : 0;
            bytes[n++] = b;
        }
        length = n;
    }

    /** The unit's byte at {@code index}, after taking out the emulation prevention. */
    byte byteAt(int index) {
        if (index >= length) {
            throw new IndexOutOfBoundsException(index);
        }
        return bytes[index];
    }

    BitReader skip(int bits) {
        at += bits;
        return this;
    }

    int bit() {
        int b = byteAt(at >> 3) >> (7 - (at & 7)) & 1;
        at++;
        return b;
    }

    boolean flag() {
        return bit() == 1;
    }

    /** Up to 32 bits, unsigned in the lower half. */
    long bits(int count) {
        long v = 0;
        for (int i = 0; i < count; i++) {
            v = v << 1 | bit();
        }
        return v;
    }

    /** ue(v), at most 2³² − 2 (§9.1). */
    long unsigned() {
        int zeros = 0;
        while (bit() == 0) {
            if (++zeros > 32) {
                throw new IndexOutOfBoundsException("exponent");
            }
        }
        return (1L << zeros) - 1 + bits(zeros);
    }

    /** ue(v) that must not exceed {@code max}. */
    int unsigned(int max) {
        long v = unsigned();
        if (v > max) {
            throw new IndexOutOfBoundsException("value");
        }
        return (int) v;
    }

    /** se(v) (§9.1.1). */
    long signed() {
        long k = unsigned();
        return (k & 1) == 1 ? (k + 1) / 2 : -(k / 2);
    }
}
