package vn.vigil.media;

import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_SIZE;
import static org.bytedeco.ffmpeg.global.avformat.avio_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avio_context_free;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.ffmpeg.avformat.Write_packet_Pointer_BytePointer_int;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * FFmpeg's view of a file that only Java opens. A failure in a callback is kept and handed out by {@link #failure}, since
 * FFmpeg passes on a bare number. Confined to one thread.
 *
 * <p>The three callbacks exist once a process: JavaCPP has room for ten of a kind, clips may be many. They find their file
 * by the number that travels as the opaque pointer.
 */
final class AvIo implements AutoCloseable {
    /** What lies behind; positions are the file's. */
    interface Bytes {
        /** Fills some of {@code into}; -1 at the end. */
        int read(long position, ByteBuffer into) throws IOException;

        /** Writes all of {@code from}. */
        void write(long position, ByteBuffer from) throws IOException;

        long size() throws IOException;
    }

    private static final int BUFFER = 256 * 1024;
    private static final int EIO = -5;
    private static final int SEEK_SET = 0;
    private static final int SEEK_CUR = 1;
    private static final int SEEK_END = 2;

    private static final Map<Long, AvIo> OPEN = new ConcurrentHashMap<>();
    private static final AtomicLong NUMBERS = new AtomicLong();

    private static final Read_packet_Pointer_BytePointer_int READ = new Reading();
    private static final Write_packet_Pointer_BytePointer_int WRITE = new Writing();
    private static final Seek_Pointer_long_int SEEK = new Seeking();

    private final Bytes bytes;
    private final long number = NUMBERS.incrementAndGet();
    private AVIOContext context;
    private long position;
    private IOException failure;

    AvIo(Bytes bytes, boolean write) {
        this.bytes = bytes;
        OPEN.put(number, this);
        BytePointer buffer = new BytePointer(av_malloc(BUFFER));
        context = avio_alloc_context(
                buffer, BUFFER, write ? 1 : 0, new Handle(number), write ? null : READ, write ? WRITE : null, SEEK);
        if (context == null) {
            av_free(buffer);
            OPEN.remove(number);
            throw new MediaException(MediaException.Reason.INTERNAL, "no memory for a file");
        }
    }

    AVIOContext context() {
        return context;
    }

    /** Where the next byte goes, after a flush. */
    long position() {
        return position;
    }

    IOException failure() {
        return failure;
    }

    @Override
    public void close() {
        if (context != null) {
            // FFmpeg may have replaced the buffer, so it is the context's own that is freed.
            av_free(context.buffer());
            avio_context_free(context);
            context = null;
            OPEN.remove(number);
        }
    }

    private int transfer(BytePointer buffer, int size, boolean write) {
        try {
            ByteBuffer view = buffer.capacity(size).asByteBuffer();
            if (write) {
                bytes.write(position, view);
                position += size;
                return size;
            }
            int count = bytes.read(position, view);
            if (count <= 0) {
                return AVERROR_EOF;
            }
            position += count;
            return count;
        } catch (IOException e) {
            failure = e;
        } catch (RuntimeException e) {
            failure = new IOException("fault in a callback", e);
        }
        return EIO;
    }

    private long seek(long offset, int whence) {
        try {
            long to =
                    switch (whence & 3) {
                        case SEEK_SET -> offset;
                        case SEEK_CUR -> position + offset;
                        case SEEK_END -> bytes.size() + offset;
                        default -> -1;
                    };
            if ((whence & AVSEEK_SIZE) != 0) {
                return bytes.size();
            }
            if (to < 0) {
                return EIO;
            }
            position = to;
            return to;
        } catch (IOException e) {
            failure = e;
            return EIO;
        }
    }

    /** A number in a pointer's clothes; never dereferenced. */
    private static final class Handle extends Pointer {
        Handle(long number) {
            address = number;
        }
    }

    private static final class Reading extends Read_packet_Pointer_BytePointer_int {
        @Override
        public int call(Pointer opaque, BytePointer buffer, int size) {
            return OPEN.get(opaque.address()).transfer(buffer, size, false);
        }
    }

    private static final class Writing extends Write_packet_Pointer_BytePointer_int {
        @Override
        public int call(Pointer opaque, BytePointer buffer, int size) {
            return OPEN.get(opaque.address()).transfer(buffer, size, true);
        }
    }

    private static final class Seeking extends Seek_Pointer_long_int {
        @Override
        public long call(Pointer opaque, long offset, int whence) {
            return OPEN.get(opaque.address()).seek(offset, whence);
        }
    }
}
