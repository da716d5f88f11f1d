package vn.vigil.onvif;

import java.time.Instant;
import java.util.List;

/**
 * One recording on a device. Times are the device's clock, UTC.
 *
 * @param token what the device calls it in requests
 * @param source name of what was recorded, at most 256 characters, not neutralised
 * @param earliest where it begins, null when not told
 * @param latest where it ends so far, null when not told
 * @param status {@code Initiated}, {@code Recording}, {@code Stopped}, {@code Removing}, {@code Removed}, {@code Unknown} or
 *     what else the device sent
 * @param tracks at most 64
 */
public record Recording(
        String token, String source, Instant earliest, Instant latest, String status, List<Track> tracks) {
    public Recording {
        tracks = List.copyOf(tracks);
    }

    /**
     * One track of a recording.
     *
     * @param type {@code Video}, {@code Audio}, {@code Metadata}
     * @param from first data, null when not told
     * @param to last data, null when not told
     */
    public record Track(String token, String type, Instant from, Instant to) {}
}
