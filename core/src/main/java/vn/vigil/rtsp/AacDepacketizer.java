package vn.vigil.rtsp;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/** AAC by RFC 3640, in the modes AAC-hbr and AAC-lbr: several frames in a packet, or one frame over several packets. */
final class AacDepacketizer implements Depacketizer {
    private static final int LARGEST_FRAME = 64 * 1024;

    private final int sizeBits;
    private final int indexBits;
    private final int deltaBits;
    private final int duration;
    private byte[] partial;
    private int filled;
    private boolean lossPending;

    AacDepacketizer(Map<String, String> fmtp) {
        sizeBits = bits(fmtp, "sizelength", 13);
        indexBits = bits(fmtp, "indexlength", 3);
        deltaBits = bits(fmtp, "indexdeltalength", 3);
        int said = Numbers.leading(fmtp.getOrDefault("constantduration", ""), 1 << 20);
        duration = said > 0 ? said : 1024; // samples in an AAC frame, ISO 14496-3 §4.5.1.1
    }

    private static int bits(Map<String, String> fmtp, String name, int usual) {
        int said = Numbers.leading(fmtp.getOrDefault(name, ""), 16);
        return said >= 0 ? said : usual;
    }

    @Override
    public void packet(RtpPacket packet, long time, boolean afterLoss, Sink sink) {
        byte[] b = packet.bytes();
        if (afterLoss) {
            lossPending = true;
            drop(sink);
        }
        int headerBits = packet.length() < 2 ? 0 : RtpPacket.u16(b, packet.from());
        int header = packet.from() + 2;
        int data = header + (headerBits + 7) / 8;
        if (sizeBits == 0 || headerBits < sizeBits + indexBits || data > packet.to()) {
            drop(sink);
            sink.damaged();
            lossPending = true;
            return;
        }
        Instant recorded = packet.replay() == null ? null : packet.replay().time();
        int bit = 0;
        for (int n = 0; bit + sizeBits + (n == 0 ? indexBits : deltaBits) <= headerBits; n++) {
            int size = bits(b, header * 8 + bit, sizeBits);
            bit += sizeBits + (n == 0 ? indexBits : deltaBits);
            int left = packet.to() - data;
            if (size > left || partial != null) {
                fragment(packet, data, size, time, recorded, sink);
                return;
            }
            if (size > 0) {
                emit(Arrays.copyOfRange(b, data, data + size), time + (long) n * duration, recorded, sink);
            }
            data += size;
        }
    }

    private void fragment(RtpPacket packet, int from, int size, long time, Instant recorded, Sink sink) {
        if (partial == null) {
            partial = new byte[Math.min(size, LARGEST_FRAME)];
            filled = 0;
        }
        int part = packet.to() - from;
        if (partial.length != size || filled + part > partial.length) {
            drop(sink);
            return;
        }
        System.arraycopy(packet.bytes(), from, partial, filled, part);
        filled += part;
        if (filled == partial.length) {
            byte[] whole = partial;
            partial = null;
            emit(whole, time, recorded, sink);
        }
    }

    private void drop(Sink sink) {
        if (partial != null) {
            partial = null;
            lossPending = true;
            sink.damaged();
        }
    }

    private void emit(byte[] frame, long time, Instant recorded, Sink sink) {
        sink.unit(frame, true, time, recorded, lossPending);
        lossPending = false;
    }

    private static int bits(byte[] b, int at, int count) {
        int value = 0;
        for (int i = at; i < at + count; i++) {
            value = value << 1 | b[i >> 3] >> 7 - (i & 7) & 1;
        }
        return value;
    }

    @Override
    public void flush(Sink sink) {
        drop(sink);
    }
}
