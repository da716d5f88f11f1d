package vn.vigil.rtsp;

import vn.vigil.base.TrackFormat;

/** H.265 payloads (RFC 7798): single NAL units, aggregation packets, fragmentation units; without DONL. */
final class H265Depacketizer extends VideoDepacketizer {
    private static final int AP = 48;
    private static final int FU = 49;

    H265Depacketizer(TrackFormat format) {
        super(format);
    }

    @Override
    boolean isPicture(int type) {
        return type < 32;
    }

    @Override
    boolean isKey(int type) {
        return type >= 16 && type <= 21;
    }

    @Override
    void payload(byte[] b, int from, int to, Sink sink) {
        int type = to - from > 2 ? b[from] >> 1 & 0x3f : 63;
        if (type == AP) {
            for (int at = from + 2; at + 2 <= to; ) {
                int length = RtpPacket.u16(b, at);
                at += 2;
                if (length > to - at) {
                    bad(sink, true);
                    return;
                }
                whole(b, at, at + length, sink);
                at += length;
            }
        } else if (type == FU) {
            int header = b[from + 2];
            if ((header & 0x80) != 0) {
                byte first = (byte) (b[from] & 0x81 | (header & 0x3f) << 1);
                begin(new byte[] {first, b[from + 1]}, b, from + 3, to, sink);
            } else {
                go(b, from + 3, to, sink);
            }
            if ((header & 0x40) != 0) {
                end(sink);
            }
        } else if (type < AP) {
            whole(b, from, to, sink);
        } else {
            bad(sink, true);
        }
    }
}
