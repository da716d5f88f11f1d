package vn.vigil.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An MP4 being written: room for the index is left behind the first box, and the index, which FFmpeg writes last, is caught
 * in memory and put there. Only when it does not fit are the pictures moved, in place and from the end. So a clip is
 * written once, not twice as with FFmpeg's own {@code faststart}. Confined to one thread.
 */
final class ClipFile implements AvIo.Bytes {
    private static final int CHUNK = 4 << 20;

    private final SeekableByteChannel channel;
    private final int room;
    private long tailFrom = Long.MAX_VALUE;
    private byte[] tail = new byte[0];
    private int tailLength;

    /** @param room bytes kept for the index; 0 leaves it at the end (Matroska) */
    ClipFile(SeekableByteChannel channel, int room) {
        this.channel = channel;
        this.room = room;
    }

    @Override
    public int read(long position, ByteBuffer into) throws IOException {
        return channel.position(position).read(into);
    }

    @Override
    public void write(long position, ByteBuffer from) throws IOException {
        if (position >= tailFrom) {
            int at = Math.toIntExact(position - tailFrom);
            int end = Math.addExact(at, from.remaining());
            if (end > tail.length) {
                tail = Arrays.copyOf(tail, Math.max(end, tail.length * 2));
            }
            tailLength = Math.max(tailLength, end);
            from.get(tail, at, end - at);
            return;
        }
        channel.position(position);
        while (from.hasRemaining()) {
            channel.write(from);
        }
    }

    @Override
    public long size() throws IOException {
        return tailFrom == Long.MAX_VALUE ? channel.size() : tailFrom + tailLength;
    }

    /** From here on FFmpeg writes the index. */
    void tailFrom(long position) {
        tailFrom = position;
    }

    /** Puts the caught index in front. */
    void placeIndex() throws IOException {
        long head = headLength();
        int left = room - tailLength;
        if (left != 0 && left < 8) {
            // Neither a fit nor room for an empty box.
            move(head + room, tailLength - room);
            shiftOffsets(tailLength - room);
            left = 0;
        }
        ByteBuffer front = ByteBuffer.allocate(tailLength + (left == 0 ? 0 : 8));
        front.put(tail, 0, tailLength);
        if (left != 0) {
            front.putInt(left).put("free".getBytes(StandardCharsets.US_ASCII));
        }
        tailFrom = Long.MAX_VALUE;
        write(head, front.flip());
    }

    private long headLength() throws IOException {
        ByteBuffer first = ByteBuffer.allocate(4);
        channel.position(0);
        fill(first);
        return first.flip().getInt();
    }

    private void fill(ByteBuffer buffer) throws IOException {
        int count;
        do {
            count = channel.read(buffer);
        } while (count >= 0 && buffer.hasRemaining());
    }

    /** Moves everything from {@code from} to the end by {@code by} bytes, forwards or (then from the front) backwards. */
    private void move(long from, long by) throws IOException {
        long end = channel.size();
        ByteBuffer buffer = ByteBuffer.allocateDirect((int) Math.min(CHUNK, Math.max(1, end - from)));
        for (long done = 0; done < end - from; ) {
            int size = (int) Math.min(CHUNK, end - from - done);
            long at = by > 0 ? end - done - size : from + done;
            buffer.clear().limit(size);
            channel.position(at);
            fill(buffer);
            write(at + by, buffer.flip());
            done += size;
        }
        if (by < 0) {
            channel.truncate(end + by);
        }
    }

    /** Adds {@code by} to the chunk offsets of all tracks (ISO 14496-12 §8.7.5). */
    private void shiftOffsets(long by) throws IOException {
        shiftOffsets(ByteBuffer.wrap(tail, 0, tailLength), by);
    }

    private static void shiftOffsets(ByteBuffer boxes, long by) throws IOException {
        while (boxes.remaining() >= 8) {
            int start = boxes.position();
            int size = boxes.getInt();
            int type = boxes.getInt();
            if (size < 8 || size > boxes.remaining() + 8) {
                throw new IOException("index not understood");
            }
            ByteBuffer body = boxes.slice(start + 8, size - 8);
            switch (type) {
                case 0x6d6f6f76, 0x7472616b, 0x6d646961, 0x6d696e66, 0x7374626c ->
                    shiftOffsets(body, by); // moov … stbl
                case 0x7374636f -> { // stco
                    for (int i = 0, n = body.getInt(4); i < n; i++) {
                        long moved = (body.getInt(8 + 4 * i) & 0xffffffffL) + by;
                        if (moved > 0xffffffffL) {
                            throw new IOException("clip too long for its index");
                        }
                        body.putInt(8 + 4 * i, (int) moved);
                    }
                }
                case 0x636f3634 -> { // co64
                    for (int i = 0, n = body.getInt(4); i < n; i++) {
                        body.putLong(8 + 8 * i, body.getLong(8 + 8 * i) + by);
                    }
                }
                default -> {
                    // Holds no offsets.
                }
            }
            boxes.position(start + size);
        }
    }
}
