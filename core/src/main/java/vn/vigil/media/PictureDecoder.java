package vn.vigil.media;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.TrackFormat;

/**
 * Pictures out of coded units, one thread each, values in and values out. Stateless; safe for use by several threads, each
 * call has a decoder of its own (about 4 MiB for 720p). Bytes may be hostile: sizes beyond 8192 × 8192 are refused before
 * anything is allocated.
 */
public final class PictureDecoder {
    private PictureDecoder() {}

    /**
     * Decodes the first key frame of {@code units}; what else stands in the list is not decoded.
     *
     * @param format the track; its parameter sets may be empty when the units carry them
     * @param units of this track, in decoding order
     * @throws MediaException {@code UNDECODABLE} (also: no key frame), {@code MALFORMED}, {@code UNSUPPORTED}
     */
    public static Picture decode(TrackFormat format, List<AccessUnit> units) {
        int key = firstKey(format, units);
        return run(format, units.subList(key, key + 1), true, Planes::picture).get(0);
    }

    /**
     * Decodes one key frame and measures it; no plane is copied.
     *
     * @param dark mean brightness below which the whole plane is measured too
     * @throws MediaException as {@link #decode}
     */
    public static Glance glance(TrackFormat format, AccessUnit key, double dark) {
        List<AccessUnit> one = List.of(key);
        firstKey(format, one);
        refuseGiants(format, one);
        try (Decoder decoder = new Decoder(format.codec(), true)) {
            decoder.send(Nal.annexB(format.parameterSets(), key.data()), true);
            AVFrame frame = decoder.receive();
            if (frame == null) {
                decoder.end();
                frame = decoder.receive();
            }
            if (frame == null) {
                throw new MediaException(MediaException.Reason.UNDECODABLE, "the decoder gave no picture");
            }
            LumaThumb thumb = Planes.thumb(frame);
            PictureMeasures measures = Planes.measures(frame, thumb);
            Luma luma = measures.mean() < dark ? Luma.of(Planes.picture(frame)) : null;
            return new Glance(frame.width(), frame.height(), thumb, measures, luma);
        }
    }

    /**
     * Decodes from the first key frame to the end, in order of presentation. Broken pictures after the first good one are
     * left out or marked {@link Picture#damaged()}.
     *
     * @return at least one picture
     * @throws MediaException as {@link #decode}
     */
    public static List<Picture> decodeAll(TrackFormat format, List<AccessUnit> units) {
        return run(format, units.subList(firstKey(format, units), units.size()), false, Planes::picture);
    }

    /** As {@link #decodeAll}, for the brightness alone. */
    public static List<LumaThumb> thumbs(TrackFormat format, List<AccessUnit> units) {
        return run(format, units.subList(firstKey(format, units), units.size()), false, Planes::thumb);
    }

    private static int firstKey(TrackFormat format, List<AccessUnit> units) {
        if (!format.codec().video()) {
            throw new MediaException(MediaException.Reason.UNSUPPORTED, format.codec() + " has no pictures");
        }
        for (int i = 0; i < units.size(); i++) {
            if (units.get(i).keyFrame()) {
                return i;
            }
        }
        throw new MediaException(MediaException.Reason.UNDECODABLE, "no key frame");
    }

    private static <T> List<T> run(
            TrackFormat format, List<AccessUnit> units, boolean oneOnly, Function<AVFrame, T> taken) {
        refuseGiants(format, units);
        List<T> pictures = new ArrayList<>();
        try (Decoder decoder = new Decoder(format.codec(), oneOnly)) {
            List<byte[]> sets = format.parameterSets();
            for (AccessUnit unit : units) {
                decoder.send(Nal.annexB(sets, unit.data()), unit.keyFrame());
                sets = List.of();
                drain(decoder, pictures, taken);
            }
            decoder.end();
            drain(decoder, pictures, taken);
        }
        if (pictures.isEmpty()) {
            throw new MediaException(MediaException.Reason.UNDECODABLE, "the decoder gave no picture");
        }
        return pictures;
    }

    private static <T> void drain(Decoder decoder, List<T> pictures, Function<AVFrame, T> taken) {
        for (AVFrame frame = decoder.receive(); frame != null; frame = decoder.receive()) {
            pictures.add(taken.apply(frame));
        }
    }

    /** All sequence parameter sets that the decoder will see must be readable and of a sane size. */
    private static void refuseGiants(TrackFormat format, List<AccessUnit> units) {
        for (byte[] set : format.parameterSets()) {
            check(format, set);
        }
        for (AccessUnit unit : units) {
            refuseGiants(format, unit.data());
        }
    }

    /** The same for one framed unit. */
    static void refuseGiants(TrackFormat format, byte[] unit) {
        Nal.requireFramed(unit);
        for (byte[] set : Nal.parameterSets(format.codec(), unit)) {
            check(format, set);
        }
    }

    static void check(TrackFormat format, byte[] set) {
        if (set.length > 0 && Nal.setKind(format.codec(), set[0]) == Nal.SetKind.SEQUENCE) {
            Sps.parse(format.codec(), set);
        }
    }
}
