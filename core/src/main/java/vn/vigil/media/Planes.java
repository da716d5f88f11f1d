package vn.vigil.media;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_BE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_HWACCEL;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_PAL;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_RGB;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.Arrays;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.javacpp.BytePointer;

/**
 * Frames of FFmpeg into {@link Picture}s: any planar Y'CbCr or grey format to 8 bits, 4:2:0, full range. Done here rather
 * than by swscale, whose library would have to be loaded for it. Pure.
 */
final class Planes {
    private static final long LANES = 0x00ff00ff00ff00ffL;

    private Planes() {}

    static Picture picture(AVFrame frame) {
        int width = frame.width();
        int height = frame.height();
        AVPixFmtDescriptor format = av_pix_fmt_desc_get(frame.format());
        if (width < 1 || height < 1 || width > Sps.MAX_SIDE || height > Sps.MAX_SIDE || format == null) {
            throw new MediaException(MediaException.Reason.UNDECODABLE, "pictures of " + width + " x " + height);
        }
        long odd = AV_PIX_FMT_FLAG_BE | AV_PIX_FMT_FLAG_HWACCEL | AV_PIX_FMT_FLAG_PAL | AV_PIX_FMT_FLAG_RGB;
        boolean grey = format.nb_components() == 1;
        if ((format.flags() & odd) != 0 || !grey && format.nb_components() < 3) {
            throw new MediaException(MediaException.Reason.UNSUPPORTED, "pixel format " + frame.format());
        }
        boolean full = frame.color_range() == AVCOL_RANGE_JPEG || frame.format() == AV_PIX_FMT_YUVJ420P;
        int chromaWidth = (width + 1) / 2;
        int chromaHeight = (height + 1) / 2;
        byte[] luma = plane(frame, format, 0, width, height, 0, 0, table(full, 219, 16, 0));
        byte[] blue;
        byte[] red;
        if (grey) {
            blue = new byte[chromaWidth * chromaHeight];
            Arrays.fill(blue, (byte) 128);
            red = blue;
        } else {
            // How many samples of the source lie under one of ours, as shifts.
            int across = 1 - format.log2_chroma_w();
            int down = 1 - format.log2_chroma_h();
            byte[] range = table(full, 224, 128, 128);
            blue = plane(frame, format, 1, chromaWidth, chromaHeight, across, down, range);
            red = plane(frame, format, 2, chromaWidth, chromaHeight, across, down, range);
        }
        return new Picture(width, height, luma, blue, red, frame.decode_error_flags() != 0);
    }

    /** The frame's brightness, shrunk. As {@link LumaThumb#of} of its picture but for rounding. */
    static LumaThumb thumb(AVFrame frame) {
        AVPixFmtDescriptor format = av_pix_fmt_desc_get(frame.format());
        int width = frame.width();
        int height = frame.height();
        int stride = frame.linesize(0);
        int words = (width + 7) / 8;
        boolean plain = format != null
                && (format.flags() & (AV_PIX_FMT_FLAG_HWACCEL | AV_PIX_FMT_FLAG_PAL | AV_PIX_FMT_FLAG_RGB)) == 0
                && format.comp(0).plane() == 0
                && format.comp(0).step() == 1
                && format.comp(0).depth() == 8
                && width >= LumaThumb.WIDTH
                && height >= LumaThumb.HEIGHT
                && width <= Sps.MAX_SIDE
                && height <= Sps.MAX_SIDE
                && stride >= words * 8
                && stride % 8 == 0
                && frame.data(0) != null;
        if (!plain) {
            return LumaThumb.of(picture(frame));
        }
        boolean full = frame.color_range() == AVCOL_RANGE_JPEG || frame.format() == AV_PIX_FMT_YUVJ420P;
        byte[] range = table(full, 219, 16, 0);
        LongBuffer rows = frame.data(0)
                .capacity((long) stride * (height - 1) + words * 8L)
                .asByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asLongBuffer();
        byte[] out = new byte[LumaThumb.WIDTH * LumaThumb.HEIGHT];
        long[] row = new long[words];
        long[] even = new long[words];
        long[] odd = new long[words];
        int[] columns = new int[words * 8];
        for (int box = 0; box < LumaThumb.HEIGHT; box++) {
            int top = box * height / LumaThumb.HEIGHT;
            int bottom = (box + 1) * height / LumaThumb.HEIGHT;
            // Eight pixels at a time, in lanes of 16 bits: room for 257 rows, and 8192 / 90 are 92.
            Arrays.fill(even, 0);
            Arrays.fill(odd, 0);
            for (int y = top; y < bottom; y++) {
                rows.get(y * (stride / 8), row);
                for (int i = 0; i < words; i++) {
                    even[i] += row[i] & LANES;
                    odd[i] += row[i] >>> 8 & LANES;
                }
            }
            for (int i = 0, x = 0; i < words; i++, x += 8) {
                for (int lane = 0; lane < 4; lane++) {
                    columns[x + 2 * lane] = (int) (even[i] >>> 16 * lane) & 0xffff;
                    columns[x + 2 * lane + 1] = (int) (odd[i] >>> 16 * lane) & 0xffff;
                }
            }
            for (int column = 0; column < LumaThumb.WIDTH; column++) {
                int left = column * width / LumaThumb.WIDTH;
                int right = (column + 1) * width / LumaThumb.WIDTH;
                int sum = 0;
                for (int x = left; x < right; x++) {
                    sum += columns[x];
                }
                int count = (bottom - top) * (right - left);
                int mean = (sum + count / 2) / count;
                out[box * LumaThumb.WIDTH + column] = range == null ? (byte) mean : range[mean];
            }
        }
        return new LumaThumb(out);
    }

    /** The frame's measures; its thumb is at hand already. */
    static PictureMeasures measures(AVFrame frame, LumaThumb thumb) {
        AVPixFmtDescriptor format = av_pix_fmt_desc_get(frame.format());
        boolean full = frame.color_range() == AVCOL_RANGE_JPEG || frame.format() == AV_PIX_FMT_YUVJ420P;
        byte[][] luma = rows(frame, format, 0, table(full, 219, 16, 0));
        if (format.nb_components() == 1) {
            return PictureMeasures.of(thumb, luma, new byte[0][], new byte[0][]);
        }
        byte[] range = table(full, 224, 128, 128);
        return PictureMeasures.of(thumb, luma, rows(frame, format, 1, range), rows(frame, format, 2, range));
    }

    /** A few rows of one component, evenly spaced. The format is one that {@link #thumb} took. */
    private static byte[][] rows(AVFrame frame, AVPixFmtDescriptor format, int component, byte[] range) {
        int plane = format.comp(component).plane();
        int step = format.comp(component).step();
        int offset = format.comp(component).offset();
        int depth = format.comp(component).depth();
        int low = Math.max(0, format.comp(component).shift() + depth - 8);
        int stride = frame.linesize(plane);
        int width = component == 0 ? frame.width() : -(-frame.width() >> format.log2_chroma_w());
        int height = component == 0 ? frame.height() : -(-frame.height() >> format.log2_chroma_h());
        int length = step * (width - 1) + offset + (depth > 8 ? 2 : 1);
        BytePointer data = frame.data(plane);
        if (data == null || stride < length || depth > 16) {
            throw new MediaException(MediaException.Reason.UNSUPPORTED, "pixel format " + frame.format());
        }
        ByteBuffer in = data.capacity((long) stride * (height - 1) + length).asByteBuffer();
        int count = Math.min(component == 0 ? PictureMeasures.ROWS : PictureMeasures.CHROMA_ROWS, height);
        byte[][] rows = new byte[count][width];
        byte[] row = new byte[length];
        for (int i = 0; i < count; i++) {
            in.get(PictureMeasures.rowAt(i, count, height) * stride, row);
            for (int x = 0, from = offset; x < width; x++, from += step) {
                int sample = row[from] & 0xff;
                if (depth > 8) {
                    sample = (sample | (row[from + 1] & 0xff) << 8) >> low & 0xff;
                }
                rows[i][x] = range == null ? (byte) sample : range[sample];
            }
        }
        return rows;
    }

    /** Limited to full range (ITU-T H.273 §8.3); null when it is full already. */
    private static byte[] table(boolean full, int span, int from, int to) {
        if (full) {
            return null;
        }
        byte[] table = new byte[256];
        for (int i = 0; i < 256; i++) {
            table[i] = (byte) Math.max(0, Math.min(255, Math.round((i - from) * 255f / span) + to));
        }
        return table;
    }

    private static byte[] plane(
            AVFrame frame,
            AVPixFmtDescriptor format,
            int component,
            int width,
            int height,
            int across,
            int down,
            byte[] range) {
        if (across < 0 || down < 0) {
            throw new MediaException(MediaException.Reason.UNSUPPORTED, "chroma coarser than 4:2:0");
        }
        int plane = format.comp(component).plane();
        int step = format.comp(component).step();
        int offset = format.comp(component).offset();
        int depth = format.comp(component).depth();
        int low = Math.max(0, format.comp(component).shift() + depth - 8);
        int stride = frame.linesize(plane);
        BytePointer data = frame.data(plane);
        if (data == null || stride <= 0 || depth > 16) {
            throw new MediaException(MediaException.Reason.UNSUPPORTED, "pixel format " + frame.format());
        }
        // Planes that are finer than ours are sampled at every other place: chroma is for looking at, not for
        // measuring.
        int rowStep = stride << down;
        int columnStep = step << across;
        byte[] out = new byte[width * height];
        int sourceWidth = component == 0 ? frame.width() : -(-frame.width() >> format.log2_chroma_w());
        int sourceHeight = component == 0 ? frame.height() : -(-frame.height() >> format.log2_chroma_h());
        long bytes =
                (long) stride * (sourceHeight - 1) + (long) step * (sourceWidth - 1) + offset + (depth > 8 ? 2 : 1);
        ByteBuffer in = data.capacity(bytes).asByteBuffer();
        byte[] row = new byte[step * (sourceWidth - 1) + offset + (depth > 8 ? 2 : 1)];
        for (int y = 0, at = 0; y < height; y++) {
            in.get(y * rowStep, row);
            if (depth <= 8 && columnStep == 1) {
                System.arraycopy(row, 0, out, at, width);
                at += width;
                continue;
            }
            for (int x = 0, from = offset; x < width; x++, from += columnStep) {
                int sample = row[from] & 0xff;
                if (depth > 8) {
                    sample = (sample | (row[from + 1] & 0xff) << 8) >> low;
                }
                out[at++] = (byte) sample;
            }
        }
        if (range != null) {
            for (int i = 0; i < out.length; i++) {
                out[i] = range[out[i] & 0xff];
            }
        }
        return out;
    }
}
