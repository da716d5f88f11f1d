package vn.vigil.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_LOW_DELAY;
import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_BITSTREAM;
import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_BUFFER;
import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_CRCCHECK;
import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_EXPLODE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import vn.vigil.base.Codec;

/** One decoder of FFmpeg's. Confined to one thread (of Java's). */
final class Decoder implements AutoCloseable {
    private AVCodecContext context;
    private AVFrame frame;
    private AVPacket packet;

    /**
     * For byte streams with start codes, which is what a decoder without configuration takes its input for.
     *
     * @param oneOnly give each picture out at once, as for a single key frame
     */
    Decoder(Codec codec, boolean oneOnly) {
        this(Av.id(codec));
        if (oneOnly) {
            context.flags(context.flags() | AV_CODEC_FLAG_LOW_DELAY);
        }
        context.thread_count(1);
        open();
    }

    /** For units as a file holds them; any error in a picture counts. */
    Decoder(AVCodecParameters parameters) {
        this(parameters.codec_id());
        try {
            Av.check(
                    avcodec_parameters_to_context(context, parameters),
                    MediaException.Reason.MALFORMED,
                    "decoder configuration");
            context.err_recognition(AV_EF_CRCCHECK | AV_EF_BITSTREAM | AV_EF_BUFFER | AV_EF_EXPLODE);
            context.thread_count(Math.min(4, Runtime.getRuntime().availableProcessors()));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        open();
    }

    private Decoder(int id) {
        Av.ready();
        AVCodec codec = avcodec_find_decoder(id);
        if (codec == null) {
            throw new MediaException(MediaException.Reason.UNSUPPORTED, "no decoder");
        }
        context = Av.need(avcodec_alloc_context3(codec), "decoder");
        context.max_pixels((long) Sps.MAX_SIDE * Sps.MAX_SIDE);
    }

    private void open() {
        try {
            Av.check(avcodec_open2(context, null, (AVDictionary) null), MediaException.Reason.MALFORMED, "decoder");
            frame = Av.need(av_frame_alloc(), "frame");
            packet = Av.need(av_packet_alloc(), "packet");
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Hands in one unit; false when the decoder refuses it. */
    boolean send(byte[] unit, boolean key) {
        return send(unit, key, AV_NOPTS_VALUE);
    }

    /** As {@link #send(byte[], boolean)}; the picture that comes of it bears the unit's time. */
    boolean send(byte[] unit, boolean key, long time) {
        Av.check(av_new_packet(packet, unit.length), MediaException.Reason.INTERNAL, "packet");
        packet.data().put(unit, 0, unit.length);
        packet.flags(key ? AV_PKT_FLAG_KEY : 0).pts(time);
        int answer = avcodec_send_packet(context, packet);
        av_packet_unref(packet);
        return answer >= 0;
    }

    /** No more units will come. */
    void end() {
        avcodec_send_packet(context, null);
    }

    /** The next picture, valid until the next call; null when there is none yet, or no more. */
    AVFrame receive() {
        // A broken unit is an error once, and pictures may follow.
        for (int tries = 0; tries < 64; tries++) {
            int answer = avcodec_receive_frame(context, frame);
            if (answer >= 0) {
                return frame;
            }
            if (answer == Av.AGAIN || answer == AVERROR_EOF) {
                return null;
            }
        }
        return null;
    }

    /** Decodes a unit, or with null the rest, and counts what comes out; strict. */
    int count(AVPacket unit) {
        Av.check(avcodec_send_packet(context, unit), MediaException.Reason.UNDECODABLE, "decoding");
        int pictures = 0;
        while (true) {
            int answer = avcodec_receive_frame(context, frame);
            if (answer == Av.AGAIN || answer == AVERROR_EOF) {
                return pictures;
            }
            Av.check(answer, MediaException.Reason.UNDECODABLE, "decoding");
            if (frame.decode_error_flags() != 0) {
                throw new MediaException(MediaException.Reason.UNDECODABLE, "a picture had to be concealed");
            }
            pictures++;
        }
    }

    @Override
    public void close() {
        if (packet != null) {
            av_packet_free(packet);
            packet = null;
        }
        if (frame != null) {
            av_frame_free(frame);
            frame = null;
        }
        if (context != null) {
            avcodec_free_context(context);
            context = null;
        }
    }
}
