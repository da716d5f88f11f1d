package vn.vigil.rtsp;

import vn.vigil.base.TimeSpan;

/** What to play. */
public sealed interface PlayRequest {
    /** What the camera sees now. */
    record Live() implements PlayRequest {}

    /**
     * What the device recorded, by ONVIF replay, as fast as it comes (ONVIF Streaming Specification, "Playback").
     *
     * @param span in the recorder's own clock; playing starts at the clean point at or before its beginning
     * @param keyFramesOnly {@code Frames: intra}
     */
    record Replay(TimeSpan span, boolean keyFramesOnly) implements PlayRequest {}

    static PlayRequest live() {
        return new Live();
    }

    static PlayRequest replay(TimeSpan span) {
        return new Replay(span, false);
    }
}
