package vn.vigil.rtsp;

import java.time.Duration;
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

    /**
     * What the device recorded, by a vendor's own address, which names the span itself (Hikvision {@code
     * /Streaming/tracks/101/?starttime=…}, Dahua {@code /cam/playback?…}): plain RTSP, played from its beginning, as a rule no
     * faster than it was recorded. Devices do not stop where they were asked to, so the session ends by the recorded time
     * ({@link RtspEvent.EndReason#REACHED_END}). What the units' time rests on is told by {@link RtspSession#recordedTime()}.
     *
     * <p>Ask for one stretch without a hole: across holes some devices let the media time run on.
     *
     * @param span in the recorder's own clock, as a true instant of that clock; the same span that the address names
     * @param writtenAhead how far the device's written times run ahead of that: its zone's offset where it writes local time,
     *     as if it were UTC, else zero
     */
    record Recorded(TimeSpan span, Duration writtenAhead) implements PlayRequest {}

    static PlayRequest live() {
        return new Live();
    }

    static PlayRequest replay(TimeSpan span) {
        return new Replay(span, false);
    }

    static PlayRequest recorded(TimeSpan span, Duration writtenAhead) {
        return new Recorded(span, writtenAhead);
    }
}
