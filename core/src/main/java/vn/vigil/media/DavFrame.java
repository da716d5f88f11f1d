package vn.vigil.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import vn.vigil.base.Codec;

/**
 * The head of one frame of a DHAV file, little end first: {@code DHAV}, type, subtype, channel, part, number (4 bytes), length
 * of the whole frame with head and tail (4), date (4), milliseconds (2), length of the extensions (1), check sum (1); then
 * extensions, data, {@code dhav} and the length again. As FFmpeg's demuxer reads it (libavformat/dhav.c); the vendor has
 * published nothing.
 *
 * @param start where the head begins in the file
 * @param type {@link #KEY}, {@link #PREDICTED}, sound or others
 * @param number counts frames
 * @param length of the whole frame
 * @param wall date and time of day on the device, whole seconds; null when it is none that exists
 * @param millis a counter of milliseconds that runs on and wraps at 65,536; how it lies to the seconds is not told
 * @param dataAt where the coded bytes begin
 * @param codec null when this frame does not say
 * @param rate frames a second, 0 when this frame does not say
 */
record DavFrame(
        long start,
        int type,
        long number,
        int length,
        LocalDateTime wall,
        int millis,
        long dataAt,
        Codec codec,
        int rate) {
    static final int KEY = 0xfd;
    static final int PREDICTED = 0xfc;
    static final int BOTH_WAYS = 0xfe;

    /** A frame of a 4K camera has a few hundred kilobytes. */
    static final int MAX_LENGTH = 16 << 20;

    private static final int MAGIC = 0x56414844;
    private static final int HEAD = 24;
    private static final int TAIL = 8;
    private static final int PIECE = 1 << 16;

    boolean video() {
        return type == KEY || type == PREDICTED || type == BOTH_WAYS;
    }

    long end() {
        return start + length;
    }

    int dataLength() {
        return (int) (end() - TAIL - dataAt);
    }

    /**
     * The first whole frame at or behind a place; what lies between is skipped (the file head of some firmware, damage).
     *
     * @return null when there is none
     */
    static DavFrame at(FileChannel file, long from) throws IOException {
        DavFrame here = read(file, from);
        ByteBuffer piece = here == null ? ByteBuffer.allocate(PIECE).order(ByteOrder.LITTLE_ENDIAN) : null;
        for (long at = from + 1; here == null; at += PIECE - 3) {
            int count = fill(file, at, piece.clear());
            for (int i = 0; i + 4 <= count && here == null; i++) {
                here = piece.getInt(i) == MAGIC ? read(file, at + i) : null;
            }
            if (here == null && count < PIECE) {
                return null;
            }
        }
        return here;
    }

    /** @return null when no whole frame begins there */
    private static DavFrame read(FileChannel file, long at) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEAD + 255).order(ByteOrder.LITTLE_ENDIAN);
        int count = fill(file, at, head);
        if (count < HEAD + TAIL || head.getInt(0) != MAGIC) {
            return null;
        }
        int length = head.getInt(12);
        int extensions = head.get(22) & 0xff;
        if (length < HEAD + extensions + TAIL
                || length > MAX_LENGTH
                || at + length > file.size()
                || count < HEAD + extensions) {
            return null;
        }
        Codec codec = null;
        int rate = 0;
        for (int i = HEAD; i + 4 <= HEAD + extensions; ) {
            int kind = head.get(i) & 0xff;
            if (kind == 0x81) {
                codec = codec(head.get(i + 2) & 0xff);
                rate = head.get(i + 3) & 0xff;
            }
            int size = size(kind);
            i += size == 0 ? 255 : size;
        }
        return new DavFrame(
                at,
                head.get(4) & 0xff,
                head.getInt(8) & 0xffffffffL,
                length,
                wall(head.getInt(16)),
                head.getShort(20) & 0xffff,
                at + HEAD + extensions,
                codec,
                rate);
    }

    /** Bytes of an extension, 0 when it is not known: what follows it cannot be read then. */
    private static int size(int kind) {
        return switch (kind) {
            case 0x80, 0x81, 0x83, 0x84, 0x85, 0x8b, 0x94, 0x96, 0xa0, 0xb2, 0xb4 -> 4;
            case 0x82, 0x88, 0x8c, 0x91, 0x92, 0x93, 0x95, 0x9a, 0x9b, 0xb3 -> 8;
            default -> 0;
        };
    }

    private static Codec codec(int number) {
        return switch (number) {
            case 2, 4, 8 -> Codec.H264;
            case 12 -> Codec.H265;
            default -> Codec.OTHER;
        };
    }

    private static LocalDateTime wall(int date) {
        try {
            return LocalDateTime.of(
                    2000 + (date >>> 26),
                    date >>> 22 & 15,
                    date >>> 17 & 31,
                    date >>> 12 & 31,
                    date >>> 6 & 63,
                    date & 63);
        } catch (DateTimeException e) {
            return null;
        }
    }

    byte[] data(FileChannel file) throws IOException {
        ByteBuffer data = ByteBuffer.allocate(dataLength());
        if (fill(file, dataAt, data) < data.capacity()) {
            throw new IOException("the file became shorter");
        }
        return data.array();
    }

    private static int fill(FileChannel file, long at, ByteBuffer into) throws IOException {
        int count = 0;
        while (into.hasRemaining()) {
            int more = file.read(into, at + count);
            if (more < 0) {
                break;
            }
            count += more;
        }
        return count;
    }
}
