package vn.vigil.media;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.Codec;
import vn.vigil.base.TrackFormat;

/**
 * What the parameter sets of H.264 (ITU-T H.264 §7.3.2) and H.265 (ITU-T H.265 §7.3.2) say. Pure; safe for use by several
 * threads; any bytes are allowed as input.
 */
public final class ParameterSets {
    private ParameterSets() {}

    /**
     * Facts of the first sequence parameter set.
     *
     * @param width in pixels, after cropping
     * @param height in pixels, after cropping
     * @param reorder how many pictures may have to be held back before output; -1 when the set does not say
     * @param framesPerSecond as the set claims it, 0 when it does not
     */
    public record Facts(int width, int height, int reorder, double framesPerSecond) {}

    /**
     * Reads the track's first sequence parameter set.
     *
     * @throws MediaException {@code MALFORMED}: no or unreadable sets, or pictures larger than 8192 × 8192;
     *     {@code UNSUPPORTED}: no video
     */
    public static Facts facts(TrackFormat format) {
        Sps sps = sps(format);
        return new Facts(sps.width(), sps.height(), sps.reorder(), sps.framesPerSecond());
    }

    /**
     * The track with the parameter sets that the unit carries in-band, when these differ from the track's: the clip being
     * written ends before this unit and a new file starts with it. Repeats of the known sets are no change. Sets of a new
     * number are added, those of a known number replace the old.
     *
     * @return null when nothing changed, or the unit carries none
     * @throws MediaException {@code MALFORMED} when the unit is not whole NAL units behind their lengths
     */
    public static TrackFormat changed(TrackFormat format, AccessUnit unit) {
        if (!format.codec().video()) {
            return null;
        }
        List<byte[]> sets = null;
        for (byte[] found : Nal.parameterSets(format.codec(), unit.data())) {
            if (indexOf(sets == null ? format.parameterSets() : sets, found) >= 0) {
                continue;
            }
            if (sets == null) {
                sets = new ArrayList<>(format.parameterSets());
            }
            put(format.codec(), sets, found);
        }
        return sets == null ? null : new TrackFormat(format.codec(), format.clockRate(), format.channels(), sets);
    }

    /** Whether the track has all the sets that decoding needs. True for audio. */
    public static boolean complete(TrackFormat format) {
        if (!format.codec().video()) {
            return true;
        }
        int seen = format.codec() == Codec.H264 ? 1 << Nal.SetKind.VIDEO.ordinal() : 0;
        for (byte[] set : format.parameterSets()) {
            Nal.SetKind kind = set.length == 0 ? null : Nal.setKind(format.codec(), set[0]);
            seen |= kind == null ? 0 : 1 << kind.ordinal();
        }
        return seen == 7;
    }

    static Sps sps(TrackFormat format) {
        if (!format.codec().video()) {
            throw new MediaException(MediaException.Reason.UNSUPPORTED, format.codec() + " has no pictures");
        }
        return Sps.parse(format.codec(), of(format, Nal.SetKind.SEQUENCE).get(0));
    }

    /**
     * The decoder configuration record that MP4 wants: avcC (ISO 14496-15 §5.3.3.1) or hvcC (§8.3.3.1), with 4-byte lengths.
     *
     * @throws MediaException {@code MALFORMED}, also when a set is missing
     */
    static byte[] configuration(TrackFormat format) {
        Sps sps = sps(format);
        byte[] first = of(format, Nal.SetKind.SEQUENCE).get(0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(1);
        if (format.codec() == Codec.H264) {
            out.write(first, 1, 3);
            out.write(0xff);
            sets(out, format, Nal.SetKind.SEQUENCE, 0xe0, 1);
            sets(out, format, Nal.SetKind.PICTURE, 0, 1);
            if (Sps.hasChroma(first[1] & 0xff)) {
                out.write(0xfc | sps.chroma());
                out.write(0xf8 | sps.lumaBits() - 8);
                out.write(0xf8 | sps.chromaBits() - 8);
                out.write(0);
            }
        } else {
            BitReader plain = new BitReader(first);
            for (int i = 3; i < 15; i++) {
                out.write(plain.byteAt(i));
            }
            // Neither spatial segmentation nor parallelism nor a constant frame rate is claimed.
            out.writeBytes(new byte[] {(byte) 0xf0, 0, (byte) 0xfc, (byte) (0xfc | sps.chroma())});
            out.write(0xf8 | sps.lumaBits() - 8);
            out.write(0xf8 | sps.chromaBits() - 8);
            out.writeBytes(new byte[2]);
            out.write(sps.temporal() << 3 | (sps.nested() ? 4 : 0) | 3);
            out.write(3);
            // "hvc1" demands the flag for complete arrays.
            out.write(0x80 | 32);
            sets(out, format, Nal.SetKind.VIDEO, 0, 2);
            out.write(0x80 | 33);
            sets(out, format, Nal.SetKind.SEQUENCE, 0, 2);
            out.write(0x80 | 34);
            sets(out, format, Nal.SetKind.PICTURE, 0, 2);
        }
        return out.toByteArray();
    }

    private static void sets(
            ByteArrayOutputStream out, TrackFormat format, Nal.SetKind kind, int flags, int countBytes) {
        List<byte[]> sets = of(format, kind);
        if (countBytes == 2) {
            out.write(0);
        }
        out.write(flags | sets.size());
        for (byte[] set : sets) {
            out.write(set.length >> 8);
            out.write(set.length);
            out.writeBytes(set);
        }
    }

    private static List<byte[]> of(TrackFormat format, Nal.SetKind kind) {
        List<byte[]> found = new ArrayList<>(1);
        for (byte[] set : format.parameterSets()) {
            if (set.length > 2 && set.length <= 0xffff && Nal.setKind(format.codec(), set[0]) == kind) {
                found.add(set);
            }
        }
        if (found.isEmpty() || found.size() > 31) {
            throw new MediaException(MediaException.Reason.MALFORMED, "no usable " + kind + " parameter set");
        }
        return found;
    }

    private static int indexOf(List<byte[]> sets, byte[] wanted) {
        for (int i = 0; i < sets.size(); i++) {
            if (Arrays.equals(sets.get(i), wanted)) {
                return i;
            }
        }
        return -1;
    }

    /** Replaces the set of the same kind and number, or inserts behind the last of its kind. */
    private static void put(Codec codec, List<byte[]> sets, byte[] set) {
        Nal.SetKind kind = Nal.setKind(codec, set[0]);
        int id = id(codec, kind, set);
        int behind = 0;
        for (int i = 0; i < sets.size(); i++) {
            byte[] known = sets.get(i);
            Nal.SetKind its = known.length == 0 ? null : Nal.setKind(codec, known[0]);
            if (its == kind && id(codec, kind, known) == id) {
                sets.set(i, set);
                return;
            }
            if (its != null && its.ordinal() <= kind.ordinal()) {
                behind = i + 1;
            }
        }
        sets.add(behind, set);
    }

    private static int id(Codec codec, Nal.SetKind kind, byte[] set) {
        try {
            return switch (kind) {
                case VIDEO -> (int) new BitReader(set).skip(16).bits(4);
                case SEQUENCE -> Sps.parse(codec, set).id();
                case PICTURE ->
                    new BitReader(set).skip(codec == Codec.H264 ? 8 : 16).unsigned(255);
            };
        } catch (IndexOutOfBoundsException | MediaException e) {
            return 0;
        }
    }
}
