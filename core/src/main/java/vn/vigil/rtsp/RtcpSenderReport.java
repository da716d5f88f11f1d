package vn.vigil.rtsp;

import java.time.Instant;

/**
 * What an RTCP packet tells about the sender's clock (RFC 3550 §6.4.1).
 *
 * @param time the sender's wall clock; null when it sent zero, as replay without rate control does
 * @param timestamp the RTP timestamp of that instant, 0–2³²−1
 * @param packets how many RTP packets the sender has sent
 * @param octets how many payload bytes
 */
record RtcpSenderReport(Instant time, long timestamp, long packets, long octets) {
    /** What a compound RTCP packet held: a report or null, and whether the sender says goodbye. */
    record Compound(RtcpSenderReport report, boolean bye) {}

    private static final int SENDER_REPORT = 200;
    private static final int BYE = 203;

    /** Reads a compound packet; what is cut short or unknown in it is passed over. */
    static Compound parse(byte[] b) {
        RtcpSenderReport report = null;
        boolean bye = false;
        int at = 0;
        while (at + 4 <= b.length && (b[at] & 0xc0) == 0x80) {
            int length = 4 + 4 * RtpPacket.u16(b, at + 2);
            int type = b[at + 1] & 0xff;
            if (type == SENDER_REPORT && length >= 28 && at + 28 <= b.length) {
                long ntp = RtpPacket.u32(b, at + 8) << 32 | RtpPacket.u32(b, at + 12);
                report = new RtcpSenderReport(
                        ntp == 0 ? null : Ntp.instant(ntp),
                        RtpPacket.u32(b, at + 16),
                        RtpPacket.u32(b, at + 20),
                        RtpPacket.u32(b, at + 24));
            } else if (type == BYE) {
                bye = true;
            }
            at += length;
        }
        return new Compound(report, bye);
    }

    /** A receiver report about nobody, which keeps devices content that listen for one (RFC 3550 §6.4.2). */
    static byte[] emptyReceiverReport(int ssrc) {
        byte[] b = new byte[8];
        b[0] = (byte) 0x80;
        b[1] = (byte) 201;
        b[3] = 1;
        RtpPacket.put(b, 4, ssrc, 4);
        return b;
    }
}
