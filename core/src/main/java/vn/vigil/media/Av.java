package vn.vigil.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import vn.vigil.base.Codec;

/**
 * FFmpeg, loaded and silenced once: its log would print addresses and bytes of streams. JavaCPP takes the natives from
 * {@code java.library.path} when {@code org.bytedeco.javacpp.pathsFirst} is set, as the launcher does, else from its cache.
 */
final class Av {
    /** {@code AVERROR(EAGAIN)} on Linux. */
    static final int AGAIN = -11;

    static {
        Loader.load(avcodec.class);
        av_log_set_level(AV_LOG_QUIET);
    }

    private Av() {}

    /** Makes sure that FFmpeg is loaded and silent. */
    static void ready() {
        // The static initialiser has done it.
    }

    static int id(Codec codec) {
        return switch (codec) {
            case H264 -> avcodec.AV_CODEC_ID_H264;
            case H265 -> avcodec.AV_CODEC_ID_HEVC;
            case AAC -> avcodec.AV_CODEC_ID_AAC;
            case PCMA -> avcodec.AV_CODEC_ID_PCM_ALAW;
            case PCMU -> avcodec.AV_CODEC_ID_PCM_MULAW;
            case OTHER -> throw new MediaException(MediaException.Reason.UNSUPPORTED, "a codec vigil does not carry");
        };
    }

    static Codec codec(int id) {
        for (Codec codec : Codec.values()) {
            if (codec != Codec.OTHER && id(codec) == id) {
                return codec;
            }
        }
        return Codec.OTHER;
    }

    /** Turns a negative answer into an exception. */
    static int check(int answer, MediaException.Reason reason, String doing) {
        if (answer < 0) {
            throw new MediaException(reason, doing + ": " + error(answer));
        }
        return answer;
    }

    static <T> T need(T allocated, String what) {
        if (allocated == null) {
            throw new MediaException(MediaException.Reason.INTERNAL, "no " + what);
        }
        return allocated;
    }

    private static String error(int answer) {
        try (BytePointer text = new BytePointer(128)) {
            av_strerror(answer, text, 128);
            return text.getString();
        }
    }
}
