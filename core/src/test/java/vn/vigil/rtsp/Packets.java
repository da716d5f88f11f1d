package vn.vigil.rtsp;

import java.time.Instant;

/** RTP and RTCP as a camera would write them. */
final class Packets {
    private Packets() {}

    /** A packet, with the replay extension when one is given. */
    static byte[] rtp(
            boolean marker, int type, int sequence, long timestamp, int ssrc, ReplayExtension replay, byte... payload) {
        int head = replay == null ? 12 : 28;
        byte[] b = new byte[head + payload.length];
        b[0] = (byte) (replay == null ? 0x80 : 0x90);
        b[1] = (byte) (type | (marker ? 0x80 : 0));
        RtpPacket.put(b, 2, sequence, 2);
        RtpPacket.put(b, 4, timestamp, 4);
        RtpPacket.put(b, 8, ssrc, 4);
        if (replay != null) {
            RtpPacket.put(b, 12, ReplayExtension.PROFILE, 2);
            RtpPacket.put(b, 14, 3, 2);
            RtpPacket.put(b, 16, ntp(replay.time()), 8);
            b[24] = (byte) ((replay.clean() ? 0x80 : 0)
                    | (replay.end() ? 0x40 : 0)
                    | (replay.discontinuity() ? 0x20 : 0)
                    | (replay.terminal() ? 0x10 : 0));
            b[25] = (byte) replay.sequence();
        }
        System.arraycopy(payload, 0, b, head, payload.length);
        return b;
    }

    /** A sender report; without a time it carries zero, as replay does. */
    static byte[] senderReport(Instant time, long timestamp, long packets, long octets) {
        byte[] b = new byte[28];
        b[0] = (byte) 0x80;
        b[1] = (byte) 200;
        b[3] = 6;
        RtpPacket.put(b, 4, 1, 4);
        RtpPacket.put(b, 8, time == null ? 0 : ntp(time), 8);
        RtpPacket.put(b, 16, timestamp, 4);
        RtpPacket.put(b, 20, packets, 4);
        RtpPacket.put(b, 24, octets, 4);
        return b;
    }

    /** Rounded up, so that reading it back rounds to the same nanosecond. */
    static long ntp(Instant time) {
        long scaled = (long) time.getNano() << 32;
        long fraction = scaled / 1_000_000_000L + (scaled % 1_000_000_000L > 0 ? 1 : 0);
        return time.getEpochSecond() + 2_208_988_800L << 32 | fraction;
    }
}
