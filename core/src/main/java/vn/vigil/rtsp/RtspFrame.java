package vn.vigil.rtsp;

/** One thing that arrives on an RTSP connection. */
sealed interface RtspFrame permits RtspMessage, RtspFrame.Interleaved {
    /**
     * A packet between the messages (RFC 2326 §10.12).
     *
     * @param channel 0–255
     * @param data one RTP or RTCP packet
     */
    record Interleaved(int channel, byte[] data) implements RtspFrame {}
}
