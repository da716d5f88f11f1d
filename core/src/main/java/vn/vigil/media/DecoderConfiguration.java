package vn.vigil.media;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.vigil.base.Codec;

/**
 * What a container says of how its video is framed: avcC (ISO 14496-15 §5.3.3.1), hvcC (§8.3.3.1), or parameter sets behind
 * start codes. Pure; any bytes are allowed.
 *
 * @param lengthBytes bytes of the length before each NAL unit: 1 to 4; 0: start codes
 * @param sets in the order in which {@link vn.vigil.base.TrackFormat#parameterSets()} has them
 */
record DecoderConfiguration(int lengthBytes, List<byte[]> sets) {
    private static final int AVCC_COUNT = 5;
    private static final int HVCC_COUNT = 22;

    /** @throws MediaException {@code MALFORMED} when it ends within a set */
    static DecoderConfiguration parse(Codec codec, byte[] data) {
        if (data.length == 0 || data[0] == 0) {
            List<byte[]> sets = Nal.split(data);
            sets.removeIf(set -> Nal.setKind(codec, set[0]) == null);
            return new DecoderConfiguration(0, sets);
        }
        try {
            return codec == Codec.H264 ? avc(data) : hevc(data);
        } catch (IndexOutOfBoundsException e) {
            throw new MediaException(MediaException.Reason.MALFORMED, "a decoder configuration is cut off", e);
        }
    }

    private static DecoderConfiguration avc(byte[] data) {
        List<byte[]> sets = new ArrayList<>(2);
        int at = take(data, AVCC_COUNT + 1, data[AVCC_COUNT] & 0x1f, sets);
        take(data, at + 1, data[at] & 0xff, sets);
        return new DecoderConfiguration((data[4] & 3) + 1, sets);
    }

    private static DecoderConfiguration hevc(byte[] data) {
        List<byte[]> sets = new ArrayList<>(3);
        int at = HVCC_COUNT + 1;
        for (int arrays = data[HVCC_COUNT] & 0xff; arrays > 0; arrays--) {
            at = take(data, at + 3, unsigned(data, at + 1), sets);
        }
        sets.removeIf(set -> set.length == 0 || Nal.setKind(Codec.H265, set[0]) == null);
        sets.sort((a, b) -> Nal.setKind(Codec.H265, a[0]).compareTo(Nal.setKind(Codec.H265, b[0])));
        return new DecoderConfiguration((data[21] & 3) + 1, sets);
    }

    /** Takes that many sets, each behind its length in two bytes; where it ended. */
    private static int take(byte[] data, int from, int count, List<byte[]> into) {
        int at = from;
        for (int i = 0; i < count; i++) {
            int end = at + 2 + unsigned(data, at);
            if (end > data.length) {
                throw new IndexOutOfBoundsException(end);
            }
            into.add(Arrays.copyOfRange(data, at + 2, end));
            at = end;
        }
        return at;
    }

    private static int unsigned(byte[] data, int at) {
        return (data[at] & 0xff) << 8 | data[at + 1] & 0xff;
    }

    /**
     * A unit of such a track with each NAL unit behind its length in four bytes. The very array where it is so already.
     *
     * @throws MediaException {@code MALFORMED} when it is not framed as said, or empty
     */
    byte[] framed(byte[] data) {
        byte[] out = data;
        if (lengthBytes == 0) {
            out = Nal.join(Nal.split(data));
        } else if (lengthBytes < 4) {
            List<byte[]> nals = new ArrayList<>();
            for (int at = 0; at < data.length; ) {
                int length = 0;
                int body = at + lengthBytes;
                for (int i = at; i < Math.min(body, data.length); i++) {
                    length = length << 8 | data[i] & 0xff;
                }
                if (body > data.length || length > data.length - body) {
                    throw new MediaException(MediaException.Reason.MALFORMED, "a NAL unit is longer than its unit");
                }
                nals.add(Arrays.copyOfRange(data, body, body + length));
                at = body + length;
            }
            out = Nal.join(nals);
        }
        Nal.requireFramed(out);
        return out;
    }
}
