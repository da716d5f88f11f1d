package vn.vigil.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PROFILE_H264_CONSTRAINED_BASELINE;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_set;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.Codec;
import vn.vigil.base.TrackFormat;

/**
 * Draws and encodes (H.264 constrained baseline, no B-frames) what a simulated camera sees. Confined to one thread at a
 * time. The same calls give the same bytes.
 *
 * <p>Two ways, because a clock in coded pictures is true only once: {@link #encode} draws the true time and is called for
 * each picture as it becomes due; {@link #loop} is drawn once and sent round and round, so it shows the time since the start
 * of the turn, which is true in every turn. Either way each picture carries a number that {@link SceneReader} reads.
 */
public final class SceneEncoder implements AutoCloseable {
    private static final int CLOCK_RATE = 90_000;
    private static final int STILL_QUALITY = 26;

    /** What the camera sees. */
    public enum Look {
        /** A yard in which something moves, with clock and frame number. */
        MOVING,
        /** The first picture of {@link #MOVING} again and again, clock and number included, while time advances. */
        FROZEN,
        /** {@link #MOVING} as a camera sees it that somebody has turned. */
        TURNED,
        /** Nothing: black all over. */
        BLACK
    }

    /**
     * What to draw and how to code it.
     *
     * @param title written into the picture: A–Z, 0–9, blank and {@code -:./}; lower case is drawn as upper
     * @param width even, 320–1920
     * @param height even, 180–1088
     * @param framesPerSecond 1–30
     * @param keyEvery pictures from key frame to key frame
     * @param kilobits a second, about
     */
    public record Spec(
            String title, int width, int height, int framesPerSecond, int keyEvery, int kilobits, Look look) {
        public Spec {
            if (width % 2 != 0
                    || height % 2 != 0
                    || width < 320
                    || height < 180
                    || width > 1920
                    || height > 1088
                    || framesPerSecond < 1
                    || framesPerSecond > 30
                    || keyEvery < 1
                    || kilobits < 1) {
                throw new IllegalArgumentException("a scene outside its limits");
            }
        }

        /** 640 × 360, 10 pictures a second, a key frame every second. */
        public static Spec of(String title, Look look) {
            return new Spec(title, 640, 360, 10, 10, 400, look);
        }
    }

    private final Spec spec;
    private final Encoder encoder;
    private final Canvas ground;
    private final Canvas canvas;
    private final TrackFormat format;
    private int given;

    private SceneEncoder(Spec spec) {
        Av.ready();
        this.spec = spec;
        encoder = new Encoder(
                avcodec_find_encoder_by_name("libopenh264"),
                spec.width(),
                spec.height(),
                AV_PIX_FMT_YUV420P,
                spec.framesPerSecond());
        try {
            AVCodecContext context = encoder.context();
            context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT);
            context.profile(AV_PROFILE_H264_CONSTRAINED_BASELINE);
            context.gop_size(spec.keyEvery());
            context.max_b_frames(0);
            context.bit_rate(spec.kilobits() * 1000L);
            if (still()) {
                // A held picture coded at a held quality: the coder's rate control would go on refining it.
                context.qmin(STILL_QUALITY).qmax(STILL_QUALITY);
            }
            context.color_range(AVCOL_RANGE_MPEG);
            context.framerate().num(spec.framesPerSecond()).den(1);
            // No picture may be left out to keep the rate: each number must be there.
            av_opt_set(context.priv_data(), "allow_skip_frames", "0", 0);
            encoder.open();
            byte[] header = new byte[context.extradata_size()];
            context.extradata().get(header);
            format = new TrackFormat(Codec.H264, CLOCK_RATE, 0, Nal.split(header));
        } catch (RuntimeException e) {
            encoder.close();
            throw e;
        }
        ground = new Canvas(spec.width(), spec.height());
        canvas = new Canvas(spec.width(), spec.height());
        drawGround();
    }

    /**
     * Starts an encoder.
     *
     * @throws MediaException {@code INTERNAL} when it does not start
     */
    public static SceneEncoder open(Spec spec) {
        return new SceneEncoder(spec);
    }

    /** The track, parameter sets included, known before the first picture. */
    public TrackFormat format() {
        return format;
    }

    /**
     * Draws and encodes one picture; the first, and each {@code keyEvery}-th after it, is a key frame with parameter sets
     * in-band. Its time is {@code number × 90000 / framesPerSecond}.
     *
     * @param number drawn as digits and as blocks for {@link SceneReader}; 0 to 16,777,215; grows from call to call
     * @param clock drawn as date and time of day to the tenth of a second
     * @param zone the zone in which it is drawn
     * @return a unit of track 0 without camera time
     */
    public AccessUnit encode(long number, Instant clock, ZoneOffset zone) {
        OffsetDateTime time = clock.atOffset(zone);
        StringBuilder text = new StringBuilder(21);
        padded(text, time.getYear(), 4).append('-');
        padded(text, time.getMonthValue(), 2).append('-');
        padded(text, time.getDayOfMonth(), 2).append(' ');
        timeOfDay(text, time.toLocalTime().toNanoOfDay());
        return encode(number, text);
    }

    /**
     * A loop drawn once, for a simulator that sends it round and round: in place of a clock it shows the time since its own
     * start, which is true in each turn. Numbers run from 0 and start again with each turn. Its first picture is a key frame.
     */
    public static Scene loop(Spec spec, Duration length) {
        int pictures = Math.toIntExact(Math.max(1, length.toMillis() * spec.framesPerSecond() / 1000));
        try (SceneEncoder encoder = open(spec)) {
            List<AccessUnit> units = new ArrayList<>(pictures);
            for (int i = 0; i < pictures; i++) {
                StringBuilder text = new StringBuilder("+");
                timeOfDay(text, i * 1_000_000_000L / spec.framesPerSecond());
                units.add(encoder.encode(i, text));
            }
            return new Scene(encoder.format, units, (long) pictures * CLOCK_RATE / spec.framesPerSecond());
        }
    }

    @Override
    public void close() {
        encoder.close();
    }

    private AccessUnit encode(long number, CharSequence clock) {
        boolean key = given % spec.keyEvery() == 0;
        if (given == 0 || !still()) {
            draw(number, clock);
        }
        byte[] coded =
                Av.need(encoder.encode(canvas.luma, canvas.blue, canvas.red, given, key), "picture from the encoder");
        given++;
        List<byte[]> units = new ArrayList<>();
        if (key) {
            units.addAll(format.parameterSets());
        }
        for (byte[] unit : Nal.split(coded)) {
            if (Nal.setKind(Codec.H264, unit[0]) == null) {
                units.add(unit);
            }
        }
        return new AccessUnit(0, Nal.join(units), key, number * CLOCK_RATE / spec.framesPerSecond(), null, 0, false);
    }

    private boolean still() {
        return spec.look() == Look.FROZEN || spec.look() == Look.BLACK;
    }

    private void drawGround() {
        if (spec.look() == Look.BLACK) {
            ground.clear(Canvas.BLACK, 128, 128);
            return;
        }
        if (spec.look() == Look.TURNED) {
            drawStreet();
            return;
        }
        int width = spec.width();
        int height = spec.height();
        // Sky, wall with windows, gate, yard with lines: enough edges for sharpness to mean something.
        ground.clear(180, 140, 120);
        ground.fill(0, height / 4, width, height / 3, 110, 118, 138);
        for (int i = 0; i < 6; i++) {
            ground.fill(width * (2 * i + 1) / 14, height / 3, width / 14, height / 8, 60, 132, 126);
        }
        ground.fill(width * 13 / 28, height / 3, width / 9, height / 4, 80, 110, 150);
        ground.fill(0, height * 7 / 12, width, height, 90, 126, 130);
        for (int i = 0; i < 9; i++) {
            ground.grey(width * i / 9, height * 7 / 12 + height / 40 * (i % 3), width / 30, height / 4, 200);
        }
    }

    /** What stands beside the yard: the street behind a fence, and a house with a lit front. */
    private void drawStreet() {
        int width = spec.width();
        int height = spec.height();
        ground.clear(150, 132, 126);
        ground.fill(width * 5 / 8, height / 6, width / 3, height / 2, 200, 120, 136);
        for (int i = 0; i < 12; i++) {
            ground.fill(
                    width * (31 + 3 * (i % 4)) / 47,
                    height * (3 + 2 * (i / 4)) / 14,
                    width / 28,
                    height / 14,
                    40,
                    128,
                    128);
        }
        ground.fill(0, height * 2 / 3, width, height, 60, 128, 128);
        for (int i = 0; i < 24; i++) {
            ground.grey(width * i / 40, height / 5, width / 100, height / 2, i % 2 == 0 ? 230 : 50);
        }
    }

    private void draw(long number, CharSequence clock) {
        canvas.copy(ground);
        if (spec.look() == Look.BLACK) {
            return;
        }
        int width = spec.width();
        int height = spec.height();
        int size = Math.max(1, height / 180);
        // Somebody walks through the yard and back, once there in eight seconds.
        int span = spec.framesPerSecond() * 8;
        int phase = (int) (number % (2L * span));
        int x = (width - width / 12) * (phase < span ? phase : 2 * span - phase) / span & ~1;
        canvas.fill(x, height * 15 / 24 & ~1, width / 12 & ~1, height / 5 & ~1, 160, 100, 180);
        // The number's low 16 bits once more, lowest first, in 16 pixels each: the form that other test material
        // carries.
        for (int i = 0; i < 16; i++) {
            canvas.fill(16 * i, 0, 16, 16, (number >> i & 1) == 1 ? Canvas.WHITE : Canvas.BLACK, 128, 128);
        }
        canvas.text(size * 4, 16 + size * 4, size, spec.title());
        canvas.text(size * 4, 16 + size * 16, size, clock);
        canvas.text(width - size * 64, size * 4, size, padded(new StringBuilder(), number, 8));
        int blocks = Blocks.encode(number);
        int down = Blocks.height(height);
        for (int i = 0; i < Blocks.COUNT; i++) {
            int left = width * i / Blocks.COUNT;
            int right = width * (i + 1) / Blocks.COUNT;
            int shade = (blocks >>> 31 - i & 1) == 1 ? Canvas.WHITE : Canvas.BLACK;
            canvas.fill(left, height - down, right - left, down, shade, 128, 128);
        }
    }

    private static void timeOfDay(StringBuilder text, long nanos) {
        long tenths = nanos / 100_000_000;
        padded(text, tenths / 36_000, 2).append(':');
        padded(text, tenths / 600 % 60, 2).append(':');
        padded(text, tenths / 10 % 60, 2).append('.').append(tenths % 10);
    }

    private static StringBuilder padded(StringBuilder text, long number, int digits) {
        String plain = Long.toString(number);
        for (int i = plain.length(); i < digits; i++) {
            text.append('0');
        }
        return text.append(plain);
    }
}
