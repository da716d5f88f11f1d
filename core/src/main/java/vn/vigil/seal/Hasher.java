package vn.vigil.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.zip.CRC32;

/**
 * Takes the SHA-256 and CRC-32 of a stream on a thread of its own while the caller reads and writes: buffers go round between the
 * two. One stream at a time; close it.
 */
final class Hasher implements AutoCloseable {
    static final int BUFFER = 256 * 1024;
    private static final int BUFFERS = 6;

    /** What the caller does with each piece besides, in order; must leave the buffer's position and limit as they are. */
    interface Use {
        void take(ByteBuffer piece) throws IOException;
    }

    /**
     * What came of a stream.
     *
     * @param sha256 32 bytes
     */
    record Result(byte[] sha256, int crc, long size) {}

    private final BlockingQueue<ByteBuffer> free = new ArrayBlockingQueue<>(BUFFERS);
    private final BlockingQueue<ByteBuffer> full = new ArrayBlockingQueue<>(BUFFERS + 1);
    private final BlockingQueue<Result> results = new ArrayBlockingQueue<>(1);
    private final ByteBuffer endOfStream = ByteBuffer.allocate(0);
    private final Thread thread;

    Hasher() {
        for (int i = 0; i < BUFFERS; i++) {
            free.add(ByteBuffer.allocateDirect(BUFFER));
        }
        thread = new Thread(this::work, "hash");
        thread.setDaemon(true);
        thread.start();
    }

    /** Reads the channel to its end, or to {@code limit} bytes. */
    Result run(ReadableByteChannel in, long limit, Use use) throws IOException {
        try {
            long left = limit;
            boolean more = left > 0;
            while (more) {
                ByteBuffer piece = free.take();
                try {
                    piece.clear().limit((int) Math.min(BUFFER, left));
                    while (piece.hasRemaining() && more) {
                        more = in.read(piece) >= 0;
                    }
                    piece.flip();
                    left -= piece.remaining();
                    more &= left > 0;
                    use.take(piece);
                } catch (IOException | RuntimeException e) {
                    free.add(piece);
                    full.put(endOfStream);
                    results.take();
                    throw e;
                }
                full.put(piece);
            }
            full.put(endOfStream);
            return results.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.io.InterruptedIOException("interrupted");
        }
    }

    private void work() {
        MessageDigest digest = Hash.sha256();
        CRC32 crc = new CRC32();
        long size = 0;
        try {
            while (true) {
                ByteBuffer piece = full.take();
                if (piece == endOfStream) {
                    results.put(new Result(digest.digest(), (int) crc.getValue(), size));
                    crc.reset();
                    size = 0;
                    continue;
                }
                size += piece.remaining();
                crc.update(piece.duplicate());
                digest.update(piece);
                free.put(piece);
            }
        } catch (InterruptedException e) {
            // closed
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
