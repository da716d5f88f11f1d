package vn.vigil.rtsp;

import vn.vigil.base.TrackFormat;

/** H.264 payloads (RFC 6184): single NAL units, STAP-A, FU-A. */
final class H264Depacketizer extends VideoDepacketizer {
    private static final int STAP_A = 24;
    private static final int FU_A = 28;

    H264Depacketizer(TrackFormat format) {
        super(format);
    }

    @Override
    boolean isPicture(int type) {
        return type >= 1 && type <= 5;
    }

    @Override
    boolean isKey(int type) {
        return type == 5;
    }

    @Override
    void payload(byte[] b, int from, int to, Sink sink) {
        int type = from < to ? b[from] & 0x1f : 31;
        if (type == STAP_A) {
            for (int at = from + 1; at + 2 <= to; ) {
                int length = RtpPacket.u16(b, at);
                at += 2;
                if (length > to - at) {
                    bad(sink, true);
                    return;
                }
                whole(b, at, at + length, sink);
                at += length;
            }
        } else if (type == FU_A && to - from >= 2) {
            int header = b[from + 1];
            if ((header & 0x80) != 0) {
                // The type of the first fragment counts: some cameras change it in later ones.
                begin(new byte[] {(byte) (b[from] & 0xe0 | header & 0x1f)}, b, from + 2, to, sink);
            } else {
                go(b, from + 2, to, sink);
            }
            if ((header & 0x40) != 0) {
                end(sink);
            }
        } else if (type <= 23) {
            whole(b, from, to, sink);
        } else {
            bad(sink, true);
        }
    }
}
