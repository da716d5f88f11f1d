package vn.vigil.media;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.vigil.base.Codec;

/** NAL units: framing by 4-byte lengths (ISO 14496-15) and by start codes (ITU-T H.264 Annex B), and their types. Pure. */
final class Nal {
    private static final int H264_IDR = 5;
    private static final int H264_SPS = 7;
    private static final int H264_PPS = 8;
    private static final int H265_FIRST_RAP = 16;
    private static final int H265_LAST_RAP = 21;
    private static final int H265_VPS = 32;
    private static final int H265_SPS = 33;
    private static final int H265_PPS = 34;

    /** Parameter sets in the order in which {@link vn.vigil.base.TrackFormat#parameterSets()} has them. */
    enum SetKind {
        VIDEO,
        SEQUENCE,
        PICTURE
    }

    private Nal() {}

    /** Which parameter set a unit is, or null. */
    static SetKind setKind(Codec codec, byte firstByte) {
        if (codec == Codec.H264) {
            int type = firstByte & 0x1f;
            return type == H264_SPS ? SetKind.SEQUENCE : type == H264_PPS ? SetKind.PICTURE : null;
        }
        return switch (firstByte >> 1 & 0x3f) {
            case H265_VPS -> SetKind.VIDEO;
            case H265_SPS -> SetKind.SEQUENCE;
            case H265_PPS -> SetKind.PICTURE;
            default -> null;
        };
    }

    /** Whether decoding can start with a framed unit: IDR of H.264, random access pictures of H.265 (types 16 to 21). */
    static boolean startsDecoding(Codec codec, byte[] data) {
        for (int at = 0; at < data.length; ) {
            int length = lengthAt(data, at);
            if (length > 0 && startsDecoding(codec, data[at + 4])) {
                return true;
            }
            at += 4 + length;
        }
        return false;
    }

    private static boolean startsDecoding(Codec codec, byte firstByte) {
        int h265 = firstByte >> 1 & 0x3f;
        return codec == Codec.H264 ? (firstByte & 0x1f) == H264_IDR : h265 >= H265_FIRST_RAP && h265 <= H265_LAST_RAP;
    }

    /** The parameter sets among a unit's NAL units, copied, in order. */
    static List<byte[]> parameterSets(Codec codec, byte[] data) {
        List<byte[]> sets = new ArrayList<>(3);
        for (int at = 0; at < data.length; ) {
            int length = lengthAt(data, at);
            if (length > 0 && setKind(codec, data[at + 4]) != null) {
                sets.add(Arrays.copyOfRange(data, at + 4, at + 4 + length));
            }
            at += 4 + length;
        }
        return sets;
    }

    /** Throws unless {@code data} is whole units behind 4-byte lengths. */
    static void requireFramed(byte[] data) {
        if (data.length == 0) {
            throw new MediaException(MediaException.Reason.MALFORMED, "an access unit without bytes");
        }
        for (int at = 0; at < data.length; ) {
            at += 4 + lengthAt(data, at);
        }
    }

    /** The sets and then the unit, each NAL unit behind a 4-byte start code, so that its length stays the same. */
    static byte[] annexB(List<byte[]> sets, byte[] data) {
        int length = data.length;
        for (byte[] set : sets) {
            length += 4 + set.length;
        }
        byte[] out = new byte[length];
        int to = 0;
        for (byte[] set : sets) {
            out[to + 3] = 1;
            System.arraycopy(set, 0, out, to + 4, set.length);
            to += 4 + set.length;
        }
        System.arraycopy(data, 0, out, to, data.length);
        for (int at = 0; at < data.length; ) {
            int nal = lengthAt(data, at);
            out[to + at] = out[to + at + 1] = out[to + at + 2] = 0;
            out[to + at + 3] = 1;
            at += 4 + nal;
        }
        return out;
    }

    /** The NAL units of a byte stream with start codes of 3 or 4 bytes; trailing zeros belong to no unit. */
    static List<byte[]> split(byte[] stream) {
        List<byte[]> units = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= stream.length; i++) {
            boolean code = i + 2 < stream.length && stream[i] == 0 && stream[i + 1] == 0 && stream[i + 2] == 1;
            if (!code && i < stream.length) {
                continue;
            }
            int end = i;
            while (start >= 0 && end > start && stream[end - 1] == 0) {
                end--;
            }
            if (start >= 0 && end > start) {
                units.add(Arrays.copyOfRange(stream, start, end));
            }
            start = i + 3;
            i += 2;
        }
        return units;
    }

    /** Units joined again, each behind its length in 4 bytes. */
    static byte[] join(List<byte[]> units) {
        int length = 0;
        for (byte[] unit : units) {
            length += 4 + unit.length;
        }
        byte[] out = new byte[length];
        int to = 0;
        for (byte[] unit : units) {
            out[to] = (byte) (unit.length >> 24);
            out[to + 1] = (byte) (unit.length >> 16);
            out[to + 2] = (byte) (unit.length >> 8);
            out[to + 3] = (byte) unit.length;
            System.arraycopy(unit, 0, out, to + 4, unit.length);
            to += 4 + unit.length;
        }
        return out;
    }

    static int lengthAt(byte[] data, int at) {
        if (data.length - at < 4) {
            throw new MediaException(MediaException.Reason.MALFORMED, "a NAL unit's length is cut off");
        }
        int length = (data[at] & 0xff) << 24
                | (data[at + 1] & 0xff) << 16
                | (data[at + 2] & 0xff) << 8
                | data[at + 3] & 0xff;
        if (length < 0 || length > data.length - at - 4) {
            throw new MediaException(MediaException.Reason.MALFORMED, "a NAL unit is longer than its access unit");
        }
        return length;
    }
}
