package vn.vigil.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The outermost boxes of an MP4 (ISO 14496-12 §4.2). */
final class Boxes {
    private static final int MOOV = 0x6d6f6f76;
    private static final int MOOF = 0x6d6f6f66;
    private static final int HEAD = 16;
    private static final int MAX = 1_000;

    private Boxes() {}

    /** Whether it is one index and the units it speaks of, all of it there: no fragments, nothing cut off. */
    static boolean plain(FileChannel file) throws IOException {
        long size = file.size();
        boolean index = false;
        long at = 0;
        ByteBuffer head = ByteBuffer.allocate(HEAD);
        for (int i = 0; i < MAX && at < size; i++) {
            head.clear();
            int count = file.read(head, at);
            if (count < 8 || head.getInt(4) == MOOF) {
                return false;
            }
            index |= head.getInt(4) == MOOV;
            long length = Integer.toUnsignedLong(head.getInt(0));
            if (length == 1 && count == HEAD) {
                length = head.getLong(8);
            } else if (length == 0) {
                length = size - at;
            }
            if (length < 8 || length > size - at) {
                return false;
            }
            at += length;
        }
        return index && at == size;
    }
}
