package vn.vigil.rtsp;

/** What the camera time of a vendor's playback rests on, best first. */
public enum RecordedTime {
    /** Every picture carries its time (the ONVIF replay extension, which some vendors send unasked). */
    EXTENSION,
    /** The answer to PLAY named the recorded time of the beginning ({@code Range: clock=}); from there by RTP time. */
    PLAY_RANGE,
    /** The description named it ({@code a=range:clock=}); from there by RTP time. */
    DESCRIBED_RANGE,
    /** RTCP sender reports carry recorded time. */
    SENDER_REPORT,
    /**
     * The device told no recorded time at all: the first unit is taken for the beginning that was asked for, from there by RTP
     * time. An assumption, good to the distance of key frames at best; say so wherever such a time is shown.
     */
    ASKED
}
