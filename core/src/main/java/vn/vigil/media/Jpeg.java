package vn.vigil.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_QSCALE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.FF_QP2LAMBDA;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;

/** Writes pictures as baseline JPEG. Stateless; safe for use by several threads. */
public final class Jpeg {
    private Jpeg() {}

    /**
     * Encodes a picture.
     *
     * @param quality 1 (smallest) to 100 (best); 90 is fit for a snapshot
     * @return a whole JPEG file; the same for the same picture and quality
     * @throws MediaException {@code INTERNAL}
     */
    public static byte[] encode(Picture picture, int quality) {
        Av.ready();
        // FFmpeg's scale runs from 2 (best) to 31.
        int scale = 2 + Math.round((100 - Math.max(1, Math.min(100, quality))) * 29 / 99f);
        try (Encoder encoder = new Encoder(
                avcodec_find_encoder(AV_CODEC_ID_MJPEG), picture.width(), picture.height(), AV_PIX_FMT_YUVJ420P, 1)) {
            AVCodecContext context = encoder.context();
            context.color_range(AVCOL_RANGE_JPEG);
            context.flags(context.flags() | AV_CODEC_FLAG_QSCALE | AV_CODEC_FLAG_BITEXACT);
            context.global_quality(scale * FF_QP2LAMBDA);
            encoder.open();
            encoder.frame().color_range(AVCOL_RANGE_JPEG).quality(scale * FF_QP2LAMBDA);
            byte[] file = encoder.encode(picture.luma(), picture.blue(), picture.red(), 0, true);
            return Av.need(file == null ? encoder.end() : file, "JPEG");
        }
    }
}
