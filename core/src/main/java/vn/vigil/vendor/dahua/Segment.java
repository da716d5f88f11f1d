package vn.vigil.vendor.dahua;

import java.time.Instant;
import java.util.List;

/**
 * One recorded file.
 *
 * @param start camera time, whole seconds: the file may begin up to a second later
 * @param end camera time, whole seconds, after {@code start}: the file may end up to a second earlier or later
 * @param path where it lies on the device, fit for {@link DahuaDevice#downloadFile}; or empty
 * @param length in bytes, −1 when not told
 * @param flags why it was recorded, the device's own words: {@code Timing}, {@code Event}, {@code Manual}; may be empty
 */
public record Segment(Instant start, Instant end, String path, long length, List<String> flags) {
    public Segment {
        flags = List.copyOf(flags);
    }
}
