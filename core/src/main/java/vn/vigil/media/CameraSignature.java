package vn.vigil.media;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.Codec;

/**
 * Signatures that a camera puts among its pictures as SEI messages of user data (ITU-T H.264 §D.1.7, H.265 §D.2.7): ONVIF Media
 * Signing 26.06, and the older form of Axis. Whether they hold is for others to say; here they are only found, so that they are
 * kept. Pure.
 *
 * @param kind whose form
 * @param certificate it carries the certificate only, and signs no pictures
 * @param unit the NAL unit, without its length
 */
public record CameraSignature(Kind kind, boolean certificate, byte[] unit) {
    private static final int H264_SEI = 6;
    private static final int H264_LAST_SLICE = 5;
    private static final int H265_PREFIX_SEI = 39;
    private static final int H265_SUFFIX_SEI = 40;
    private static final int H265_LAST_SLICE = 31;
    private static final int USER_DATA_UNREGISTERED = 5;

    /** The forms; {@link #word()} is theirs in the clip sheet. */
    public enum Kind {
        ONVIF_MEDIA_SIGNING("onvif-media-signing", 0x80, 0x005bc93f2d715e95L, 0xada4796f90877a6fL),
        AXIS_SIGNED_VIDEO("axis-signed-video", 0x40, 0x5369676e65642056L, 0x6964656f2e2e2e30L);

        private final String word;
        private final int certificate;
        private final long high;
        private final long low;

        Kind(String word, int certificate, long high, long low) {
            this.word = word;
            this.certificate = certificate;
            this.high = high;
            this.low = low;
        }

        public String word() {
            return word;
        }
    }

    /** Those of a picture, in order; mostly none. */
    public static List<CameraSignature> in(Codec codec, AccessUnit unit) {
        byte[] data = unit.data();
        List<CameraSignature> found = new ArrayList<>(0);
        for (int at = 0; at + 5 < data.length; ) {
            int length = Nal.lengthAt(data, at);
            int type = type(codec, data[at + 4]);
            boolean sei = codec == Codec.H264 ? type == H264_SEI : type == H265_PREFIX_SEI || type == H265_SUFFIX_SEI;
            CameraSignature one = sei ? of(data, at + 4, at + 4 + length, codec == Codec.H264 ? 1 : 2) : null;
            if (one != null) {
                found.add(one);
            }
            at += 4 + length;
        }
        return found;
    }

    private static CameraSignature of(byte[] data, int from, int end, int header) {
        int at = from + header;
        if (at + 2 >= end || data[at] != USER_DATA_UNREGISTERED) {
            return null;
        }
        at++;
        while (at < end && data[at] == (byte) 0xff) {
            at++;
        }
        at++;
        if (at + 17 > end) {
            return null;
        }
        long high = number(data, at);
        long low = number(data, at + 8);
        for (Kind kind : Kind.values()) {
            if (kind.high == high && kind.low == low) {
                return new CameraSignature(
                        kind, (data[at + 16] & kind.certificate) != 0, Arrays.copyOfRange(data, from, end));
            }
        }
        return null;
    }

    private static long number(byte[] data, int at) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = value << 8 | data[at + i] & 0xff;
        }
        return value;
    }

    /** A picture with this message among those before its slices. */
    public AccessUnit before(Codec codec, AccessUnit picture) {
        byte[] data = picture.data();
        int at = 0;
        while (at + 4 < data.length && !slice(codec, data[at + 4])) {
            at += 4 + Nal.lengthAt(data, at);
        }
        byte[] with = new byte[data.length + 4 + unit.length];
        System.arraycopy(data, 0, with, 0, at);
        for (int i = 0; i < 4; i++) {
            with[at + i] = (byte) (unit.length >> 8 * (3 - i));
        }
        System.arraycopy(unit, 0, with, at + 4, unit.length);
        System.arraycopy(data, at, with, at + 4 + unit.length, data.length - at);
        return new AccessUnit(
                picture.track(),
                with,
                picture.keyFrame(),
                picture.time(),
                picture.cameraTime(),
                picture.arrivedNanos(),
                picture.afterLoss());
    }

    private static boolean slice(Codec codec, byte first) {
        int type = type(codec, first);
        return codec == Codec.H264 ? type >= 1 && type <= H264_LAST_SLICE : type <= H265_LAST_SLICE;
    }

    private static int type(Codec codec, byte first) {
        return codec == Codec.H264 ? first & 0x1f : first >> 1 & 0x3f;
    }
}
