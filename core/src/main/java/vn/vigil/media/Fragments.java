package vn.vigil.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * The fragments of an MP4 (ISO 14496-12 §8.8), so that one need not read an hour to see its last second. Any bytes are allowed.
 *
 * @param head where the first fragment begins: what lies before holds for all
 * @param end where the last whole fragment ends
 * @param starts in the file's order
 */
record Fragments(long head, long end, List<Start> starts) {
    private static final int MOOV = 0x6d6f6f76;
    private static final int MOOF = 0x6d6f6f66;
    private static final int TRAF = 0x74726166;
    private static final int TFHD = 0x74666864;
    private static final int TFDT = 0x74666474;
    private static final int SIDX = 0x73696478;
    private static final int MFRA = 0x6d667261;
    private static final int HEAD = 16;
    private static final int MAX_BOXES = 1_000_000;
    private static final int MAX_MOOF = 8 << 20;

    /**
     * One fragment with pictures.
     *
     * @param position of its {@code moof} in the file
     * @param time decoding time of its first picture, in ticks of the track
     */
    record Start(long position, long time) {}

    /** One box: what lies behind its head, and where the next begins. */
    private record Box(int type, long body, long end) {}

    /** Whether it is one index and the units it speaks of, all of it there: no fragments, nothing cut off. */
    static boolean none(FileChannel file) throws IOException {
        long size = file.size();
        boolean index = false;
        long at = 0;
        for (int i = 0; i < MAX_BOXES && at < size; i++) {
            Box box = box(file, at, size);
            if (box == null || box.type() == MOOF) {
                return false;
            }
            index |= box.type() == MOOV;
            at = box.end();
        }
        return index && at == size;
    }

    /**
     * Finds them.
     *
     * @param track number of the track of pictures in the file
     * @return null when there are none, or when they refer to places in the file, so that nothing may be left out
     */
    static Fragments of(FileChannel file, int track) throws IOException {
        long size = file.size();
        long head = -1;
        long end = -1;
        boolean index = false;
        List<Start> starts = new ArrayList<>();
        long at = 0;
        for (int i = 0; i < MAX_BOXES && at < size; i++) {
            Box box = box(file, at, size);
            if (box == null || box.type() == MFRA) {
                break;
            }
            if (box.type() == SIDX || box.type() == MOOV && head >= 0) {
                return null;
            }
            index |= box.type() == MOOV;
            if (box.type() == MOOF) {
                head = head < 0 ? at : head;
                if (!moof(file, at, box, track, starts)) {
                    return null;
                }
            } else if (head >= 0) {
                end = box.end();
            }
            at = box.end();
        }
        return !index || starts.isEmpty() || end < 0 ? null : new Fragments(head, end, List.copyOf(starts));
    }

    /** The last fragment whose pictures begin at a time or before; null when that is the first. */
    Start before(long time) {
        for (int i = starts.size() - 1; i > 0; i--) {
            if (starts.get(i).time() <= time && starts.get(i).position() < end) {
                return starts.get(i);
            }
        }
        return null;
    }

    /** Notes a fragment with pictures; false when its places are not its own. */
    private static boolean moof(FileChannel file, long at, Box box, int track, List<Start> starts) throws IOException {
        long length = box.end() - box.body();
        if (length > MAX_MOOF) {
            return false;
        }
        ByteBuffer data = ByteBuffer.allocate((int) length);
        while (data.hasRemaining()) {
            if (file.read(data, box.body() + data.position()) < 0) {
                return false;
            }
        }
        data.flip();
        while (data.remaining() >= 8) {
            ByteBuffer traf = child(data, TRAF);
            if (traf == null) {
                continue;
            }
            boolean ours = false;
            while (traf.remaining() >= 8) {
                int type = traf.getInt(traf.position() + 4);
                ByteBuffer inner = child(traf, type);
                if (type == TFHD && inner.remaining() >= 8) {
                    ours = inner.getInt(4) == track;
                    if ((inner.getInt(0) & 1) != 0) {
                        return false;
                    }
                } else if (type == TFDT && ours && inner.remaining() >= 8) {
                    boolean wide = inner.get(0) == 1 && inner.remaining() >= 12;
                    starts.add(new Start(at, wide ? inner.getLong(4) : Integer.toUnsignedLong(inner.getInt(4))));
                }
            }
        }
        return true;
    }

    /** What lies in the next box, which is passed; null when it is another one. A box without a sane length takes the rest. */
    private static ByteBuffer child(ByteBuffer from, int type) {
        int at = from.position();
        long length = Integer.toUnsignedLong(from.getInt(at));
        int size = length < 8 || length > from.remaining() ? from.remaining() : (int) length;
        boolean wanted = from.getInt(at + 4) == type;
        ByteBuffer inner = from.slice(at + 8, size - 8);
        from.position(at + size);
        return wanted ? inner : null;
    }

    private static Box box(FileChannel file, long at, long size) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEAD);
        int count = file.read(head, at);
        if (count < 8) {
            return null;
        }
        long length = Integer.toUnsignedLong(head.getInt(0));
        int own = 8;
        if (length == 1 && count == HEAD) {
            length = head.getLong(8);
            own = HEAD;
        } else if (length == 0) {
            length = size - at;
        }
        return length < own || length > size - at ? null : new Box(head.getInt(4), at + own, at + length);
    }
}
