package vn.vigil.rtsp;

import java.util.Arrays;

/** G.711 (RFC 3551 §4.5.14): a packet's payload is the samples. */
final class SampleDepacketizer implements Depacketizer {
    @Override
    public void packet(RtpPacket packet, long time, boolean afterLoss, Sink sink) {
        if (packet.length() > 0) {
            byte[] samples = Arrays.copyOfRange(packet.bytes(), packet.from(), packet.to());
            sink.unit(
                    samples,
                    true,
                    time,
                    packet.replay() == null ? null : packet.replay().time(),
                    afterLoss);
        }
    }

    @Override
    public void flush(Sink sink) {
        // Every packet is complete in itself.
    }
}
