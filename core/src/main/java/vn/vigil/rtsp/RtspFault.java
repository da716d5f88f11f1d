package vn.vigil.rtsp;

import java.io.IOException;

/** Bytes that are not what they should be: RTSP, RTP, SDP. The message says what was wrong and quotes nothing. */
final class RtspFault extends IOException {
    private static final long serialVersionUID = 1L;

    RtspFault(String message) {
        super(message);
    }
}
