package vn.vigil.rtsp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import vn.vigil.base.Codec;
import vn.vigil.base.TrackFormat;

/** Collects what a depacketiser hands out, as readable lines. */
final class Collected implements Depacketizer.Sink {
    final List<String> units = new ArrayList<>();
    final List<TrackFormat> formats = new ArrayList<>();
    int damaged;

    static TrackFormat video(Codec codec) {
        return new TrackFormat(codec, 90000, 0, List.of());
    }

    static RtpPacket packet(boolean marker, String hexPayload) {
        byte[] payload = HexFormat.of().parseHex(hexPayload.replace(" ", ""));
        try {
            return RtpPacket.parse(Packets.rtp(marker, 96, 0, 0, 0, null, payload));
        } catch (RtspFault e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void unit(byte[] data, boolean keyFrame, long time, Instant recorded, boolean afterLoss) {
        units.add(time
                + (keyFrame ? " key " : " ")
                + (afterLoss ? "loss " : "")
                + HexFormat.of().formatHex(data));
    }

    @Override
    public void formatChanged(TrackFormat format) {
        formats.add(format);
    }

    @Override
    public void damaged() {
        damaged++;
    }
}
