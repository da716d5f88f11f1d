package vn.vigil.camera;

import java.time.Duration;
import java.util.List;
import vn.vigil.base.TimeSpan;

/**
 * What the evidence says of where its footage came from.
 *
 * @param driver {@code "onvif-replay"}, {@code "rtsp-replay"}, {@code "rtsp-live"}, {@code "hikvision-playback"}, {@code
 *     "dahua-playback"}, {@code "dahua-download"} or {@code "folder-replay"}
 * @param device what the device said of itself
 * @param url the address asked, without login and without parameters that could hold one; for a folder its pattern
 * @param packets RTP packets of video received; 0 where none carried it
 * @param lost RTP packets of video missing by their sequence numbers
 * @param jitter interarrival jitter of video (RFC 3550 §6.4.1)
 * @param gaps holes seen between two pictures, in camera time; empty when the stream carries no camera time
 * @param clock the camera's clock at the time of the run, or null when it could not be measured
 * @param timeBasis what the pictures' camera time rests on, for recordings fetched by a vendor's own ways; null for others
 */
public record SourceFacts(
        String driver,
        DeviceFacts device,
        String url,
        long packets,
        long lost,
        Duration jitter,
        List<TimeSpan> gaps,
        ClockReading clock,
        TimeBasis timeBasis) {
    public SourceFacts {
        gaps = List.copyOf(gaps);
    }
}
