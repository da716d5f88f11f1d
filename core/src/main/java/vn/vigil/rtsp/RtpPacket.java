package vn.vigil.rtsp;

/**
 * An RTP packet (RFC 3550 §5.1), its payload a view into the bytes it came in.
 *
 * @param marker the M bit
 * @param payloadType 0–127
 * @param sequence 0–65535
 * @param timestamp 0–2³²−1
 * @param ssrc as an int's bits
 * @param replay the ONVIF replay extension, or null
 * @param bytes the whole packet; nobody changes it
 * @param from where the payload begins in {@code bytes}
 * @param to where it ends, padding left out
 */
record RtpPacket(
        boolean marker,
        int payloadType,
        int sequence,
        long timestamp,
        int ssrc,
        ReplayExtension replay,
        byte[] bytes,
        int from,
        int to) {

    /** @throws RtspFault when it is no RTP version 2, or lengths inside lead out of it */
    static RtpPacket parse(byte[] b) throws RtspFault {
        if (b.length < 12 || (b[0] & 0xc0) != 0x80) {
            throw new RtspFault("no RTP packet");
        }
        int from = 12 + 4 * (b[0] & 15);
        int to = b.length;
        ReplayExtension replay = null;
        if ((b[0] & 0x10) != 0) {
            if (from + 4 > to) {
                throw new RtspFault("RTP extension cut short");
            }
            int profile = u16(b, from);
            int length = 4 * u16(b, from + 2);
            from += 4;
            if (from + length > to) {
                throw new RtspFault("RTP extension cut short");
            }
            if (profile == ReplayExtension.PROFILE) {
                replay = ReplayExtension.parse(b, from, length);
            }
            from += length;
        }
        if ((b[0] & 0x20) != 0) {
            to -= b[b.length - 1] & 0xff;
        }
        if (from > to) {
            throw new RtspFault("RTP packet cut short");
        }
        return new RtpPacket(
                (b[1] & 0x80) != 0, b[1] & 0x7f, u16(b, 2), u32(b, 4), (int) u32(b, 8), replay, b, from, to);
    }

    int length() {
        return to - from;
    }

    static int u16(byte[] b, int at) {
        return (b[at] & 0xff) << 8 | b[at + 1] & 0xff;
    }

    static long u32(byte[] b, int at) {
        return (long) u16(b, at) << 16 | u16(b, at + 2);
    }

    static void put(byte[] b, int at, long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            b[at + i] = (byte) (value >>> 8 * (bytes - 1 - i));
        }
    }
}
