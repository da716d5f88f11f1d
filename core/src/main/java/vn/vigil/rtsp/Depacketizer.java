package vn.vigil.rtsp;

import java.time.Instant;
import vn.vigil.base.TrackFormat;

/** From RTP payloads to access units of one track. For one thread. */
interface Depacketizer {
    /** Where the results go. */
    interface Sink {
        /**
         * @param recorded the replay extension's time of the unit, or null
         * @param afterLoss something is missing before or in it
         */
        void unit(byte[] data, boolean keyFrame, long time, Instant recorded, boolean afterLoss);

        void formatChanged(TrackFormat format);

        /** A unit, or a part of one, had to be dropped. */
        void damaged();
    }

    /**
     * @param time the packet's time in ticks, unwrapped
     * @param afterLoss whether something is missing before this packet
     */
    void packet(RtpPacket packet, long time, boolean afterLoss, Sink sink);

    /** Hands out what is complete but was still waiting for its end; the stream is over. */
    void flush(Sink sink);

    static Depacketizer of(Formats.Chosen chosen) {
        TrackFormat format = chosen.format();
        return switch (format.codec()) {
            case H264 -> new H264Depacketizer(format);
            case H265 -> new H265Depacketizer(format);
            case AAC -> new AacDepacketizer(chosen.parameters());
            case PCMA, PCMU -> new SampleDepacketizer();
            case OTHER -> throw new IllegalArgumentException("no way to receive " + chosen.encoding());
        };
    }
}
