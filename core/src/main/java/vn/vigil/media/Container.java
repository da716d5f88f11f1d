package vn.vigil.media;

import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_INPUT_BUFFER_PADDING_SIZE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avformat.av_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_flush;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_mallocz;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_set_int;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;
import vn.vigil.base.Codec;
import vn.vigil.base.TrackFormat;

/** One output file and FFmpeg's muxer for it. Tracks first, then {@link #start}, units, {@link #finish}. Confined to one thread. */
final class Container implements AutoCloseable {
    private static final int HVC1 = 'h' | 'v' << 8 | 'c' << 16 | '1' << 24;

    private final Path path;
    private final Disk disk;
    private final boolean mp4;
    private final int room;
    private SeekableByteChannel channel;
    private ClipFile file;
    private AvIo io;
    private AVFormatContext context;
    private AVPacket packet;
    private BytePointer staging;
    private final List<AVRational> bases = new ArrayList<>(2);

    /**
     * Creates the file.
     *
     * @param mp4 MP4 with its index in front, else Matroska
     * @param room bytes to keep for the MP4's index
     */
    Container(Disk disk, Path path, boolean mp4, int room) {
        Av.ready();
        this.disk = disk;
        this.path = path;
        this.mp4 = mp4;
        this.room = room;
        try {
            channel = disk.create(path);
            file = new ClipFile(channel, mp4 ? room : 0);
            io = new AvIo(file, true);
            context = new AVFormatContext(null);
            AVOutputFormat guess = null;
            Av.check(
                    avformat_alloc_output_context2(context, guess, mp4 ? "mp4" : "matroska", null),
                    MediaException.Reason.INTERNAL,
                    "starting a container");
            context.pb(io.context());
            // No name of a tool and no random number gets into evidence; the same units give the same file.
            context.flags(context.flags() | AVFMT_FLAG_BITEXACT);
            packet = Av.need(av_packet_alloc(), "packet");
            staging = new BytePointer(1 << 20);
        } catch (IOException e) {
            close();
            throw Disk.failed(path, e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Adds a track; its index is the number of tracks before it. */
    void add(TrackFormat format, int width, int height, byte[] configuration) {
        AVStream stream = Av.need(avformat_new_stream(context, null), "stream");
        AVCodecParameters parameters = stream.codecpar();
        parameters.codec_id(Av.id(format.codec()));
        AVRational base = new AVRational().num(1).den(format.clockRate());
        bases.add(base);
        stream.time_base(base);
        if (format.codec().video()) {
            parameters.codec_type(AVMEDIA_TYPE_VIDEO);
            parameters.width(width).height(height);
            parameters.codec_tag(format.codec() == Codec.H265 ? HVC1 : 0);
        } else {
            parameters.codec_type(AVMEDIA_TYPE_AUDIO);
            parameters.sample_rate(format.clockRate());
            int channels = Math.max(1, format.channels());
            av_channel_layout_default(parameters.ch_layout(), channels);
            if (format.codec() == Codec.AAC) {
                parameters.frame_size(1024);
            } else {
                parameters.bits_per_coded_sample(8).block_align(channels);
            }
        }
        if (configuration.length > 0) {
            BytePointer extra = new BytePointer(av_mallocz(configuration.length + (long) AV_INPUT_BUFFER_PADDING_SIZE));
            extra.put(configuration, 0, configuration.length);
            parameters.extradata(extra).extradata_size(configuration.length);
        }
    }

    /** Writes the file's beginning. */
    void start() {
        if (mp4) {
            option("moov_size", room);
        }
        call(avformat_write_header(context, (AVDictionary) null), "beginning");
    }

    /** Writes one unit; times in ticks of the track's clock. */
    void write(int track, byte[] data, long presentation, long decoding, long duration, boolean key) {
        long wanted = data.length + (long) AV_INPUT_BUFFER_PADDING_SIZE;
        if (staging.capacity() < wanted) {
            staging.close();
            staging = new BytePointer(wanted * 3 / 2);
        }
        staging.position(0).put(data, 0, data.length);
        packet.data(staging).size(data.length).stream_index(track);
        packet.pts(presentation).dts(decoding).duration(duration).flags(key ? AV_PKT_FLAG_KEY : 0);
        // Matroska counts in milliseconds, whatever was asked for.
        av_packet_rescale_ts(packet, bases.get(track), context.streams(track).time_base());
        call(av_write_frame(context, packet), "a unit");
    }

    /** Writes index and rest, and syncs file and folder. */
    long finish() {
        try {
            avio_flush(io.context());
            if (mp4) {
                file.tailFrom(io.position());
                option("moov_size", 0);
            }
            call(av_write_trailer(context), "end");
            avio_flush(io.context());
            call(0, "end");
            if (mp4) {
                file.placeIndex();
            }
            disk.sync(channel);
            long length = channel.size();
            channel.close();
            disk.syncFolder(path.toAbsolutePath().getParent());
            return length;
        } catch (IOException e) {
            throw Disk.failed(path, e);
        }
    }

    /** Takes the file away again, in which nothing came to stand. */
    void discard() {
        close();
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw Disk.failed(path, e);
        }
    }

    @Override
    public void close() {
        if (packet != null) {
            // The bytes are not the packet's.
            packet.data(null).size(0);
            av_packet_free(packet);
            packet = null;
        }
        if (staging != null) {
            staging.close();
            staging = null;
        }
        bases.forEach(AVRational::close);
        bases.clear();
        if (context != null && !context.isNull()) {
            avformat_free_context(context);
        }
        context = null;
        if (io != null) {
            io.close();
            io = null;
        }
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // Nothing is claimed about an unfinished file.
            }
            channel = null;
        }
    }

    private void option(String name, long value) {
        Av.check(av_opt_set_int(context.priv_data(), name, value, 0), MediaException.Reason.INTERNAL, name);
    }

    private void call(int answer, String what) {
        if (io.failure() != null) {
            throw Disk.failed(path, io.failure());
        }
        Av.check(answer, MediaException.Reason.MALFORMED, "writing " + what + " of " + path.getFileName());
    }
}
