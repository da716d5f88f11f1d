package vn.vigil.sim;

import vn.vigil.base.TimeSpan;

/** The RTSP addresses of vendors, whichever the camera's is. Stateless. */
final class VendorStreams {
    private VendorStreams() {}

    static boolean isLive(Device device, Request request) {
        return DahuaStreams.isLive(device, request) || HikvisionStreams.isLive(device, request);
    }

    static boolean isPlayback(Device device, Request request) {
        return DahuaStreams.isPlayback(device, request) || HikvisionStreams.isPlayback(device, request);
    }

    /** The span of true time that an address of playback asks for; null for any other address, and when it asks for none that is. */
    static TimeSpan span(Device device, Request request) {
        if (HikvisionStreams.isPlayback(device, request)) {
            return HikvisionStreams.span(device, request);
        }
        return DahuaStreams.isPlayback(device, request) ? DahuaStreams.span(device, request) : null;
    }
}
