package vn.vigil.rtsp;

import java.time.Instant;
import java.util.List;

/**
 * What was seen of one track, up to now.
 *
 * @param track its index
 * @param packets RTP packets received
 * @param bytes their bytes
 * @param lost packets missing by sequence number (RFC 3550 A.3), never negative
 * @param gaps how often the sequence jumped forward
 * @param damaged units or NAL units dropped because a part was missing
 * @param jitterMillis interarrival jitter (RFC 3550 §6.4.1) in milliseconds
 * @param largestGapMillis longest wait between two packets
 * @param firstTime first unit's time in ticks, unwrapped
 * @param lastTime last unit's time in ticks, unwrapped
 * @param units access units handed out
 * @param keyFrames how many of them were key frames
 * @param ssrcChanges how often the sender's identity changed
 * @param wraps how often the 32-bit time wrapped
 * @param backwards how often time stepped back by more than reordered pictures explain (one second)
 * @param holes discontinuities the recorder announced or its times show
 * @param strange packets that were no RTP, of another payload type, or on a channel nobody asked for
 * @param clocks the sender's reports, oldest first; at most the first and the last 32
 */
public record StreamFacts(
        int track,
        long packets,
        long bytes,
        long lost,
        int gaps,
        int damaged,
        double jitterMillis,
        double largestGapMillis,
        long firstTime,
        long lastTime,
        long units,
        long keyFrames,
        int ssrcChanges,
        int wraps,
        int backwards,
        int holes,
        int strange,
        List<Clock> clocks) {
    /**
     * The camera's wall clock at one point of the stream, from an RTCP sender report.
     *
     * @param time the camera's clock
     * @param mediaTime the same instant in ticks, unwrapped, comparable with {@link vn.vigil.base.AccessUnit#time()}
     * @param arrivedNanos when the report arrived, on {@link vn.vigil.base.World#nanos()}
     */
    public record Clock(Instant time, long mediaTime, long arrivedNanos) {}
}
