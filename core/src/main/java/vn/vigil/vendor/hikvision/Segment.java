package vn.vigil.vendor.hikvision;

import vn.vigil.base.TimeSpan;
import vn.vigil.net.CameraUrl;

/**
 * One stretch of recording, without a hole as far as the device knows. Texts are the device's own, at most 256 characters unless
 * said otherwise, not neutralised.
 *
 * @param track e.g. 101
 * @param span on the camera's clock, as true instants of it: the device's {@linkplain TimeFamily way of writing} is taken out
 * @param written beginning and end as the device wrote them, with a slash between
 * @param playback where to play it, by the inventory's host; the device's own address if it was usable, else one by its times
 * @param original the device's address for it, at most 1024 characters, as {@link HikvisionDevice#download} must name it; empty
 *     when it was not usable
 * @param name of the file on the device; or empty
 * @param bytes its size; 0 when not told
 * @param codec e.g. {@code H.264-BP}; or empty
 * @param locked whether it is kept from being overwritten
 */
public record Segment(
        int track,
        TimeSpan span,
        String written,
        CameraUrl playback,
        String original,
        String name,
        long bytes,
        String codec,
        boolean locked) {}
