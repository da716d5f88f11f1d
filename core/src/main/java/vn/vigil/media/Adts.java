package vn.vigil.media;

import java.util.Arrays;
import java.util.List;
import vn.vigil.base.Codec;
import vn.vigil.base.TrackFormat;

/** AAC frames with a header of their own (ISO 13818-7 §6.2, ADTS), as MPEG-TS carries them. Pure; any bytes are allowed. */
final class Adts {
    private static final int HEAD = 7;
    private static final int HEAD_WITH_CHECK = 9;
    private static final int[] RATES = {
        96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350
    };

    private Adts() {}

    /** The track as a frame's header tells it; null when it is no whole frame with header. */
    static TrackFormat format(byte[] frame) {
        if (!is(frame)) {
            return null;
        }
        int object = (frame[2] >> 6 & 3) + 1;
        int rate = frame[2] >> 2 & 15;
        int channels = (frame[2] & 1) << 2 | frame[3] >> 6 & 3;
        if (rate >= RATES.length) {
            return null;
        }
        int asc = object << 11 | rate << 7 | channels << 3;
        byte[] configuration = {(byte) (asc >> 8), (byte) asc};
        return new TrackFormat(Codec.AAC, RATES[rate], channels == 7 ? 8 : channels, List.of(configuration));
    }

    /** The frame without its header. */
    static byte[] raw(byte[] frame) {
        return Arrays.copyOfRange(frame, (frame[1] & 1) == 1 ? HEAD : HEAD_WITH_CHECK, frame.length);
    }

    /** Whether it is one whole frame of one block behind its header. */
    static boolean is(byte[] frame) {
        if (frame.length <= HEAD_WITH_CHECK || frame[0] != -1 || (frame[1] & 0xf6) != 0xf0 || (frame[6] & 3) != 0) {
            return false;
        }
        int length = (frame[3] & 3) << 11 | (frame[4] & 0xff) << 3 | (frame[5] & 0xff) >> 5;
        return length == frame.length;
    }
}
