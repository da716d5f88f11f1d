package vn.vigil.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PROFILE_H264_CONSTRAINED_BASELINE;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_set;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.Codec;
import vn.vigil.base.TrackFormat;

/**
 * Copies of a clip for looking at: every picture decoded, masked, written into and coded again as H.264 that a bare Windows plays
 * (constrained baseline, 4:2:0, 8 bits, limited range, {@code avc1}, index in front). Each picture keeps its time; holes stay
 * holes. Sound is left out: voices are not for everybody who may look. The original is only read. Decoding runs in a process of
 * its own; memory is some few pictures, whatever the length. Stateless.
 */
public final class ViewCopy {
    private static final int CLOCK_RATE = 90_000;

    /** The most that the coder takes: 4096 × 2304. Larger pictures are halved. */
    private static final int MOST_PIXELS = 4096 * 2304;

    private static final int MOST_SIDE = 4096;
    private static final Duration KEY_EVERY = Duration.ofSeconds(2);

    /** Bits a pixel: hardly to be told from the original by eye. */
    private static final double BITS = 0.1;

    private ViewCopy() {}

    /**
     * What is done to each picture.
     *
     * @param masks what is hidden, and when
     * @param style how
     * @param stamp what is written into it, above masks
     */
    public record Treatment(List<Mask> masks, Mask.Style style, Stamp stamp) {
        public Treatment {
            masks = List.copyOf(masks);
        }
    }

    /**
     * Makes a copy.
     *
     * @param to must not exist; its folder must. Readable by its owner only, synced to disk
     * @param progress told how far into the clip the work is
     * @return facts of the copy
     * @throws MediaException {@code EXISTS}, {@code IO}, {@code DISK_FULL}; {@code MALFORMED}, {@code UNSUPPORTED} and
     *     {@code UNDECODABLE} for the original; {@code WORKER_DIED}, {@code TIMED_OUT}, {@code UNAVAILABLE}. What was written
     *     stays for the caller to clear
     */
    public static ClipFacts write(ClipPlace clip, Path to, Treatment treatment, Consumer<Duration> progress) {
        try (PictureStream in = new PictureStream(clip, PictureStream.Mode.PICTURES, Duration.ZERO, Duration.ZERO);
                Output out = new Output(to, in.rate(), in.length())) {
            for (PictureStream.Step step = in.next(); step != null; step = in.next()) {
                Picture picture = treated(step, treatment);
                out.add(picture, step.time());
                progress.accept(step.time());
            }
            return out.finish();
        }
    }

    /**
     * One picture of a copy: the one on show at a time.
     *
     * @param time since the clip's first picture; behind the end: the last picture
     * @throws MediaException as {@link #write}, but for files
     */
    public static Still still(ClipPlace clip, Duration time, Treatment treatment) {
        try (PictureStream in = new PictureStream(clip, PictureStream.Mode.PICTURES, time, Duration.ZERO)) {
            PictureStream.Step shown = null;
            for (PictureStream.Step step = in.next(); step != null; step = in.next()) {
                if (shown != null && step.time().compareTo(time) > 0) {
                    break;
                }
                shown = step;
            }
            return new Still(treated(shown, treatment), shown.time());
        }
    }

    /**
     * A picture with its time.
     *
     * @param picture as a copy has it
     * @param time since the clip's first picture
     */
    public record Still(Picture picture, Duration time) {}

    /**
     * Looks for faces.
     *
     * @param every from one picture that is looked at to the next
     * @return each picture's finds in order, empty ones too
     * @throws MediaException as {@link #still}; {@code UNAVAILABLE} without OpenCV
     */
    public static List<Found> faces(ClipPlace clip, Duration every, Consumer<Duration> progress) {
        List<Found> all = new ArrayList<>();
        try (PictureStream in = new PictureStream(clip, PictureStream.Mode.FACES, Duration.ZERO, every)) {
            for (PictureStream.Step step = in.next(); step != null; step = in.next()) {
                all.add(new Found(step.time(), step.faces()));
                progress.accept(step.time());
            }
        }
        return all;
    }

    /**
     * What was found in one picture.
     *
     * @param time since the clip's first picture
     * @param faces in pixels of the original
     */
    public record Found(Duration time, List<FaceBox> faces) {
        public Found {
            faces = List.copyOf(faces);
        }
    }

    private static Picture treated(PictureStream.Step step, Treatment treatment) {
        Picture picture = step.picture();
        Retouch.hide(picture, treatment.masks(), treatment.style(), step.time());
        while (picture.width() > MOST_SIDE
                || picture.height() > MOST_SIDE
                || picture.width() * picture.height() > MOST_PIXELS) {
            picture = Retouch.halved(picture);
        }
        picture = Retouch.even(picture);
        Retouch.stamp(picture, treatment.stamp().of(picture.width(), picture.height(), step.time()));
        return picture;
    }

    /** The copy while it is written; its coder starts with the first picture, whose size it takes. */
    private static final class Output implements AutoCloseable {
        private final Path to;
        private final int rate;
        private final Duration length;
        private Encoder encoder;
        private Mp4Writer writer;
        private List<byte[]> sets;
        private int width;
        private int height;
        private long given;
        private Duration lastKey;

        Output(Path to, int rate, Duration length) {
            this.to = to;
            this.rate = rate;
            this.length = length;
        }

        void add(Picture picture, Duration time) {
            if (encoder == null) {
                start(picture.width(), picture.height());
            } else if (picture.width() != width || picture.height() != height) {
                throw new MediaException(MediaException.Reason.MALFORMED, "pictures of several sizes in one clip");
            }
            Retouch.limit(picture);
            boolean key = lastKey == null || time.minus(lastKey).compareTo(KEY_EVERY) >= 0;
            lastKey = key ? time : lastKey;
            byte[] coded = Av.need(
                    encoder.encode(picture.luma(), picture.blue(), picture.red(), given++, key),
                    "picture from the encoder");
            List<byte[]> units = new ArrayList<>();
            if (key) {
                units.addAll(sets);
            }
            for (byte[] unit : Nal.split(coded)) {
                if (Nal.setKind(Codec.H264, unit[0]) == null) {
                    units.add(unit);
                }
            }
            long ticks = time.toNanos() * 9 / 100_000;
            writer.write(new AccessUnit(0, Nal.join(units), key, ticks, null, 0, false));
        }

        private void start(int width, int height) {
            this.width = width;
            this.height = height;
            encoder = new Encoder(avcodec_find_encoder_by_name("libopenh264"), width, height, AV_PIX_FMT_YUV420P, rate);
            AVCodecContext context = encoder.context();
            context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT);
            context.profile(AV_PROFILE_H264_CONSTRAINED_BASELINE);
            context.gop_size(rate * (int) KEY_EVERY.toSeconds());
            context.max_b_frames(0);
            context.bit_rate(Math.max(200_000, (long) (width * (double) height * rate * BITS)));
            context.color_range(AVCOL_RANGE_MPEG);
            context.framerate().num(rate).den(1);
            // No picture may be left out to keep the rate: each original one has its copy.
            av_opt_set(context.priv_data(), "allow_skip_frames", "0", 0);
            encoder.open();
            byte[] header = new byte[context.extradata_size()];
            context.extradata().get(header);
            sets = Nal.split(header);
            writer = Mp4Writer.create(to, List.of(new TrackFormat(Codec.H264, CLOCK_RATE, 0, sets)), length);
        }

        ClipFacts finish() {
            return writer.finish();
        }

        @Override
        public void close() {
            if (writer != null) {
                writer.close();
            }
            if (encoder != null) {
                encoder.close();
            }
        }
    }
}
