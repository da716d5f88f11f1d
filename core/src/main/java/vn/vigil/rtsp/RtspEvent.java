package vn.vigil.rtsp;

import java.time.Duration;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.TrackFormat;

/** What {@link RtspSession#next} hands out. */
public sealed interface RtspEvent {
    /** A picture or a piece of sound. */
    record Unit(AccessUnit unit) implements RtspEvent {}

    /** The parameter sets of a track changed, or became known; the next unit of that track is coded with them. */
    record FormatChanged(int track, TrackFormat format) implements RtspEvent {}

    /** No video packet for the watchdog's length, though the connection stands. Told once for each silence. */
    record Stalled(Duration silence) implements RtspEvent {}

    /** The caller's deadline passed; the stream goes on, the next call may wait for more. */
    record TimedOut() implements RtspEvent {}

    /** Nothing more will come. */
    record Ended(EndReason reason) implements RtspEvent {}

    /** Why a stream ended. */
    enum EndReason {
        /** The replay extension's T flag. */
        TERMINAL,
        /** A recorded time at or after the end asked for. */
        REACHED_END,
        /** An RTCP BYE. */
        BYE,
        /** A replay that fell silent for the watchdog's length: how some servers end. */
        IDLE,
        /** The other side closed the connection. */
        CLOSED
    }
}
