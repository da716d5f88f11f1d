package vn.vigil.rtsp;

import java.time.Instant;

/**
 * The RTP header extension 0xABAC of ONVIF replay (ONVIF Streaming Specification, "RTP header extension").
 *
 * @param time when the access unit was recorded, by the recorder's clock
 * @param clean C: decoding can start here
 * @param end E: the last access unit before a hole
 * @param discontinuity D: something is missing before this unit
 * @param terminal T: the last access unit of the playback
 * @param sequence the low byte of the request's CSeq, 0 where the server leaves it out
 */
record ReplayExtension(
        Instant time, boolean clean, boolean end, boolean discontinuity, boolean terminal, int sequence) {
    static final int PROFILE = 0xABAC;

    /** Reads the extension's body, or null when it is shorter than its 12 bytes. */
    static ReplayExtension parse(byte[] b, int from, int length) {
        if (length < 12) {
            return null;
        }
        int flags = b[from + 8];
        return new ReplayExtension(
                Ntp.instant(RtpPacket.u32(b, from) << 32 | RtpPacket.u32(b, from + 4)),
                (flags & 0x80) != 0,
                (flags & 0x40) != 0,
                (flags & 0x20) != 0,
                (flags & 0x10) != 0,
                b[from + 9] & 0xff);
    }
}
