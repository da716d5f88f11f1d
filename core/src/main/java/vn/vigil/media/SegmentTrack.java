package vn.vigil.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVStream;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.Codec;
import vn.vigil.base.TrackFormat;

/** One track of a segment: how it is coded, and its units as {@link AccessUnit} wants them. Confined to one thread. */
final class SegmentTrack {
    private static final int AAC_FRAME = 1024;

    private final int stream;
    private final int index;
    private final Codec codec;
    private final long baseNum;
    private final long baseDen;
    private final Duration told;
    private DecoderConfiguration framing;
    private TrackFormat format;
    private boolean headers;
    private long last = -1;
    private int length;
    private boolean lost;

    /**
     * @param stream FFmpeg's number
     * @param index what the units are to carry
     * @param rate clock rate of pictures; 0: the sound's own
     */
    SegmentTrack(Demuxer in, int stream, int index, int rate) {
        this.stream = stream;
        this.index = index;
        codec = in.codec(stream);
        AVStream s = in.stream(stream);
        baseNum = Math.max(1, s.time_base().num());
        baseDen = Math.max(1, s.time_base().den());
        told = s.duration() == AV_NOPTS_VALUE || s.duration() <= 0
                ? null
                : Duration.ofNanos(scaled(s.duration(), 1_000_000_000L));
        byte[] configuration = in.configuration(stream);
        if (codec.video()) {
            framing = DecoderConfiguration.parse(codec, configuration);
            format = new TrackFormat(codec, rate, 0, framing.sets());
        } else {
            AVCodecParameters parameters = in.parameters(stream);
            headers = codec == Codec.AAC && configuration.length == 0;
            format = headers || parameters.sample_rate() <= 0
                    ? null
                    : new TrackFormat(
                            codec,
                            parameters.sample_rate(),
                            Math.max(1, parameters.ch_layout().nb_channels()),
                            codec == Codec.AAC ? List.of(configuration) : List.of());
        }
    }

    int stream() {
        return stream;
    }

    /** Null for sound of which nothing is known yet. */
    TrackFormat format() {
        return format;
    }

    /** How long the container says it is, or null. */
    Duration told() {
        return told;
    }

    /** What was just read could not be used. */
    void lose() {
        lost = true;
    }

    /**
     * A unit.
     *
     * @param time in ticks of the file; null when not told
     * @param configuration which holds from here on, or null
     * @return null when it is of no use
     * @throws MediaException {@code MALFORMED}
     */
    AccessUnit unit(byte[] data, Long time, boolean damaged, byte[] configuration) {
        return codec.video() ? picture(data, time, damaged, configuration) : sound(data, time);
    }

    private AccessUnit picture(byte[] data, Long time, boolean damaged, byte[] configuration) {
        if (configuration != null && configuration.length > 0) {
            framing = DecoderConfiguration.parse(codec, configuration);
            format = new TrackFormat(codec, format.clockRate(), 0, framing.sets());
        }
        byte[] framed = framing.framed(data);
        // A picture without a time of its own is kept, right behind what came before.
        long at = time == null ? last + 1 : scaled(time, format.clockRate());
        last = Math.max(last, at);
        boolean loss = lost || damaged;
        lost = false;
        AccessUnit unit = new AccessUnit(index, framed, Nal.startsDecoding(codec, framed), at, null, 0, loss);
        TrackFormat changed = ParameterSets.changed(format, unit);
        format = changed == null ? format : changed;
        return unit;
    }

    private AccessUnit sound(byte[] data, Long time) {
        if (data.length == 0 || time == null && last < 0) {
            return null;
        }
        byte[] raw = data;
        if (headers) {
            if (!Adts.is(data)) {
                return null;
            }
            TrackFormat told = Adts.format(data);
            if (told == null || format != null && told.clockRate() != format.clockRate()) {
                return null;
            }
            format = format == null ? told : format;
            raw = Adts.raw(data);
        }
        if (format == null) {
            return null;
        }
        // MPEG-TS packs several frames behind one time.
        last = time == null ? last + length : scaled(time, format.clockRate());
        length = codec == Codec.AAC ? AAC_FRAME : raw.length / Math.max(1, format.channels());
        return new AccessUnit(index, raw, true, last, null, 0, false);
    }

    /** A time of a picture in ticks of the file, rounded down. */
    long inFile(long time) {
        return BigInteger.valueOf(time)
                .multiply(BigInteger.valueOf(baseDen))
                .divide(BigInteger.valueOf(baseNum * format.clockRate()))
                .longValueExact();
    }

    private long scaled(long ticks, long rate) {
        return BigInteger.valueOf(ticks)
                .multiply(BigInteger.valueOf(baseNum * rate))
                .add(BigInteger.valueOf(baseDen / 2))
                .divide(BigInteger.valueOf(baseDen))
                .longValueExact();
    }
}
