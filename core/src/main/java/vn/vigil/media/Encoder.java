package vn.vigil.media;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_I;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_NONE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/** One encoder of FFmpeg's for 4:2:0 pictures of 8 bits, on one thread. Set {@link #context} up, then {@link #open}. */
final class Encoder implements AutoCloseable {
    private final int width;
    private final int height;
    private AVCodecContext context;
    private AVFrame frame;
    private AVPacket packet;

    Encoder(AVCodec codec, int width, int height, int pixelFormat, int framesPerSecond) {
        this.width = width;
        this.height = height;
        context = Av.need(avcodec_alloc_context3(Av.need(codec, "encoder")), "encoder");
        context.width(width).height(height).pix_fmt(pixelFormat).thread_count(1);
        context.time_base().num(1).den(framesPerSecond);
    }

    AVCodecContext context() {
        return context;
    }

    AVFrame frame() {
        return frame;
    }

    void open() {
        Av.check(avcodec_open2(context, null, (AVDictionary) null), MediaException.Reason.INTERNAL, "encoder");
        frame = Av.need(av_frame_alloc(), "frame");
        frame.width(width).height(height).format(context.pix_fmt());
        Av.check(av_frame_get_buffer(frame, 0), MediaException.Reason.INTERNAL, "frame");
        packet = Av.need(av_packet_alloc(), "packet");
    }

    /** Encodes one picture; null when the encoder wants more first. */
    byte[] encode(byte[] luma, byte[] blue, byte[] red, long number, boolean key) {
        Av.check(av_frame_make_writable(frame), MediaException.Reason.INTERNAL, "frame");
        fill(0, luma, width, height);
        fill(1, blue, (width + 1) / 2, (height + 1) / 2);
        fill(2, red, (width + 1) / 2, (height + 1) / 2);
        frame.pts(number).pict_type(key ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE);
        Av.check(avcodec_send_frame(context, frame), MediaException.Reason.INTERNAL, "encoding");
        return receive();
    }

    /** What is left; null when nothing is. */
    byte[] end() {
        Av.check(avcodec_send_frame(context, null), MediaException.Reason.INTERNAL, "encoding");
        return receive();
    }

    private byte[] receive() {
        int answer = avcodec_receive_packet(context, packet);
        if (answer == Av.AGAIN || answer == AVERROR_EOF) {
            return null;
        }
        Av.check(answer, MediaException.Reason.INTERNAL, "encoding");
        byte[] bytes = new byte[packet.size()];
        packet.data().get(bytes);
        av_packet_unref(packet);
        return bytes;
    }

    private void fill(int plane, byte[] from, int across, int down) {
        int stride = frame.linesize(plane);
        BytePointer to = frame.data(plane);
        for (int y = 0; y < down; y++) {
            to.position((long) y * stride).put(from, y * across, across);
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
