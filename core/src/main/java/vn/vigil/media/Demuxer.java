package vn.vigil.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_NEW_EXTRADATA;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_get_side_data;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.SizeTPointer;
import vn.vigil.base.Codec;

/**
 * One MP4 or Matroska file, unit by unit; MPEG-TS too where segments of a recorder are read. No other demuxer is ever chosen.
 * Confined to one thread.
 */
final class Demuxer implements AutoCloseable {
    private static final int FTYP = 0x66747970;
    private static final int EBML = 0x1a45dfa3;
    private static final int TS_PACKET = 188;
    private static final int TS_SYNC = 0x47;

    /** What a file lies in. */
    enum Kind {
        MP4("mov"),
        MATROSKA("matroska"),
        TS("mpegts");

        private final String demuxer;

        Kind(String demuxer) {
            this.demuxer = demuxer;
        }
    }

    private final Path path;
    private final boolean segment;
    private final Kind kind;
    private final Input input;
    private AvIo io;
    private AVFormatContext context;
    private AVPacket packet;

    /**
     * Opens what lies between two places of a file.
     *
     * @param path only for messages
     * @param channel stays the caller's to close
     */
    Demuxer(Path path, FileChannel channel, long offset, long length) throws IOException {
        this(path, new Input(channel, 0, offset, length), false);
    }

    /** A segment of a recorder, as far as it goes. */
    static Demuxer segment(Path path, FileChannel channel) throws IOException {
        return segment(path, channel, 0, 0, channel.size());
    }

    /**
     * A segment of a recorder of which a part is left out.
     *
     * @param head so many bytes from the file's beginning are kept
     * @param from where it goes on
     * @param end where it ends
     */
    static Demuxer segment(Path path, FileChannel channel, long head, long from, long end) throws IOException {
        return new Demuxer(path, new Input(channel, head, from - head, head + end - from), true);
    }

    /**
     * @param segment as a recorder leaves them: MPEG-TS is read too, a unit may have no time, and edit lists, which would have
     *     FFmpeg leave out or move units, only move the beginning
     */
    private Demuxer(Path path, Input input, boolean segment) throws IOException {
        Av.ready();
        this.path = path;
        this.segment = segment;
        this.input = input;
        kind = findKind();
        AVDictionary options = new AVDictionary(null);
        try {
            if (segment && kind == Kind.MP4) {
                Av.check(av_dict_set(options, "advanced_editlist", "0", 0), MediaException.Reason.INTERNAL, "options");
            }
            AVInputFormat format = Av.need(av_find_input_format(kind.demuxer), "demuxer");
            io = new AvIo(input, false);
            context = Av.need(avformat_alloc_context(), "context");
            context.pb(io.context());
            int answer = avformat_open_input(context, "", format, options);
            if (answer < 0) {
                // FFmpeg has freed it.
                context = null;
            }
            call(answer);
            packet = Av.need(av_packet_alloc(), "packet");
        } catch (RuntimeException e) {
            close();
            throw e;
        } finally {
            av_dict_free(options);
        }
    }

    private Kind findKind() throws IOException {
        ByteBuffer head = ByteBuffer.allocate(8);
        int count;
        do {
            count = input.read(head.position(), head);
        } while (count >= 0 && head.hasRemaining());
        boolean whole = head.position() == head.capacity();
        if (whole && head.getInt(4) == FTYP) {
            return Kind.MP4;
        }
        if (whole && head.getInt(0) == EBML) {
            return Kind.MATROSKA;
        }
        if (segment && whole && syncAt(0) && syncAt(TS_PACKET)) {
            return Kind.TS;
        }
        throw new MediaException(
                MediaException.Reason.UNSUPPORTED,
                path.getFileName() + " is neither MP4 nor Matroska" + (segment ? " nor MPEG-TS" : ""));
    }

    private boolean syncAt(long position) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        return input.read(position, one) == 1 && one.get(0) == TS_SYNC;
    }

    Kind kind() {
        return kind;
    }

    int tracks() {
        return context.nb_streams();
    }

    AVStream stream(int track) {
        return context.streams(track);
    }

    AVCodecParameters parameters(int track) {
        return context.streams(track).codecpar();
    }

    Codec codec(int track) {
        return Av.codec(parameters(track).codec_id());
    }

    /** Goes back or forward to the key frame of a track that is decoded at a time or before; false when that cannot be. */
    boolean seek(int track, long time) {
        return av_seek_frame(context, track, time, AVSEEK_FLAG_BACKWARD) >= 0;
    }

    /** Reads the next unit; false at the end. */
    boolean next() {
        av_packet_unref(packet);
        int answer = av_read_frame(context, packet);
        if (answer == AVERROR_EOF && io.failure() == null) {
            return false;
        }
        call(answer);
        if (packet.pts() == AV_NOPTS_VALUE && !segment) {
            throw new MediaException(MediaException.Reason.MALFORMED, path.getFileName() + ": a unit without time");
        }
        return true;
    }

    /** The unit just read. */
    AVPacket packet() {
        return packet;
    }

    boolean key() {
        return (packet.flags() & AV_PKT_FLAG_KEY) != 0;
    }

    /** FFmpeg found the unit cut short or damaged. */
    boolean damaged() {
        return (packet.flags() & AV_PKT_FLAG_CORRUPT) != 0;
    }

    /** The decoder configuration that holds from the unit just read on, where it differs from the one before; else null. */
    byte[] newConfiguration() {
        try (SizeTPointer size = new SizeTPointer(1)) {
            BytePointer data = av_packet_get_side_data(packet, AV_PKT_DATA_NEW_EXTRADATA, size);
            if (data == null || data.isNull()) {
                return null;
            }
            byte[] bytes = new byte[Math.toIntExact(size.get())];
            data.get(bytes);
            return bytes;
        }
    }

    /** The decoder configuration of a track; empty when it has none. */
    byte[] configuration(int track) {
        AVCodecParameters parameters = parameters(track);
        byte[] bytes = new byte[Math.max(0, parameters.extradata_size())];
        if (bytes.length > 0) {
            parameters.extradata().get(bytes);
        }
        return bytes;
    }

    ByteBuffer bytes() {
        return packet.size() == 0
                ? ByteBuffer.allocate(0)
                : packet.data().capacity(packet.size()).asByteBuffer();
    }

    private void call(int answer) {
        if (io.failure() != null) {
            throw Disk.failed(path, io.failure());
        }
        Av.check(answer, MediaException.Reason.MALFORMED, "reading " + path.getFileName());
    }

    @Override
    public void close() {
        if (packet != null) {
            av_packet_free(packet);
            packet = null;
        }
        if (context != null) {
            avformat_close_input(context);
            context = null;
        }
        if (io != null) {
            io.close();
            io = null;
        }
    }

    /**
     * A file without what lies between two places.
     *
     * @param head bytes from the beginning that are kept
     * @param skipped how many bytes behind them are not
     * @param length of all that is left
     */
    private record Input(FileChannel channel, long head, long skipped, long length) implements AvIo.Bytes {
        @Override
        public int read(long position, ByteBuffer into) throws IOException {
            long end = position < head ? head : length;
            if (position >= end) {
                return -1;
            }
            into.limit((int) Math.min(into.limit(), into.position() + end - position));
            return channel.read(into, position < head ? position : position + skipped);
        }

        @Override
        public void write(long position, ByteBuffer from) throws IOException {
            throw new IOException("read only");
        }

        @Override
        public long size() {
            return length;
        }
    }
}
