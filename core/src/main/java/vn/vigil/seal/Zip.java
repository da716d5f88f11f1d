package vn.vigil.seal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** The few ZIP records that a package is made of (APPNOTE 6.3.10): stored entries, ZIP64 where a number needs it. */
final class Zip {
    static final int LOCAL = 0x04034b50;
    static final int CENTRAL = 0x02014b50;
    static final int END = 0x06054b50;
    static final int END64 = 0x06064b50;
    static final int LOCATOR64 = 0x07064b50;

    static final int LOCAL_LENGTH = 30;
    static final int CENTRAL_LENGTH = 46;
    static final int END_LENGTH = 22;
    static final int END64_LENGTH = 56;
    static final int LOCATOR64_LENGTH = 20;

    static final long MAX32 = 0xFFFFFFFFL;
    static final int MAX16 = 0xFFFF;
    static final int ZIP64_ID = 1;
    static final int UTF8 = 0x0800;

    private static final int STORED_VERSION = 20;
    private static final int ZIP64_VERSION = 45;
    private static final int UNIX = 3 << 8;
    private static final int REGULAR_0644 = 0100644 << 16;

    private Zip() {}

    /**
     * One stored entry.
     *
     * @param offset of its local header
     * @param time as {@link #dosTime} gives it
     */
    record Entry(String name, long size, int crc, long offset, int time) {
        byte[] bytes() {
            return name.getBytes(StandardCharsets.UTF_8);
        }

        boolean large() {
            return size >= MAX32;
        }

        long dataOffset() {
            return offset + LOCAL_LENGTH + bytes().length + (large() ? 20 : 0);
        }
    }

    /** Date in the upper, time in the lower half, UTC, as two-second steps; 1980 to 2107. */
    static int dosTime(Instant t) {
        LocalDateTime u = LocalDateTime.ofInstant(t, ZoneOffset.UTC);
        int year = Math.min(127, Math.max(0, u.getYear() - 1980));
        return (year << 25)
                | (u.getMonthValue() << 21)
                | (u.getDayOfMonth() << 16)
                | (u.getHour() << 11)
                | (u.getMinute() << 5)
                | (u.getSecond() >> 1);
    }

    private static int flags(byte[] name) {
        for (byte b : name) {
            if (b < 0) {
                return UTF8;
            }
        }
        return 0;
    }

    static ByteBuffer local(Entry e) {
        byte[] name = e.bytes();
        ByteBuffer b = buffer(LOCAL_LENGTH + name.length + 20);
        b.putInt(LOCAL).putShort((short) (e.large() ? ZIP64_VERSION : STORED_VERSION));
        b.putShort((short) flags(name)).putShort((short) 0).putInt(e.time()).putInt(e.crc());
        int size = e.large() ? -1 : (int) e.size();
        b.putInt(size).putInt(size).putShort((short) name.length).putShort((short) (e.large() ? 20 : 0));
        b.put(name);
        if (e.large()) {
            b.putShort((short) ZIP64_ID).putShort((short) 16).putLong(e.size()).putLong(e.size());
        }
        return b.flip();
    }

    static ByteBuffer central(Entry e) {
        byte[] name = e.bytes();
        boolean far = e.offset() >= MAX32;
        int extra = (e.large() ? 16 : 0) + (far ? 8 : 0);
        ByteBuffer b = buffer(CENTRAL_LENGTH + name.length + extra + 4);
        int version = e.large() || far ? ZIP64_VERSION : STORED_VERSION;
        b.putInt(CENTRAL).putShort((short) (UNIX | version)).putShort((short)
                (e.large() ? ZIP64_VERSION : STORED_VERSION));
        b.putShort((short) flags(name)).putShort((short) 0).putInt(e.time()).putInt(e.crc());
        int size = e.large() ? -1 : (int) e.size();
        b.putInt(size).putInt(size).putShort((short) name.length).putShort((short) (extra == 0 ? 0 : extra + 4));
        b.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(REGULAR_0644);
        b.putInt(far ? -1 : (int) e.offset()).put(name);
        if (extra > 0) {
            b.putShort((short) ZIP64_ID).putShort((short) extra);
            if (e.large()) {
                b.putLong(e.size()).putLong(e.size());
            }
            if (far) {
                b.putLong(e.offset());
            }
        }
        return b.flip();
    }

    /** The records after the central directory. */
    static ByteBuffer end(List<Entry> entries, long start, long length) {
        ByteBuffer b = buffer(END64_LENGTH + LOCATOR64_LENGTH + END_LENGTH);
        int n = entries.size();
        if (n >= MAX16 || start >= MAX32 || length >= MAX32) {
            b.putInt(END64)
                    .putLong(END64_LENGTH - 12)
                    .putShort((short) (UNIX | ZIP64_VERSION))
                    .putShort((short) ZIP64_VERSION);
            b.putInt(0).putInt(0).putLong(n).putLong(n).putLong(length).putLong(start);
            b.putInt(LOCATOR64).putInt(0).putLong(start + length).putInt(1);
        }
        short count = (short) Math.min(n, MAX16);
        b.putInt(END).putShort((short) 0).putShort((short) 0).putShort(count).putShort(count);
        b.putInt((int) Math.min(length, MAX32))
                .putInt((int) Math.min(start, MAX32))
                .putShort((short) 0);
        return b.flip();
    }

    static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
