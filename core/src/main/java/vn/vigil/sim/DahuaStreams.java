package vn.vigil.sim;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import vn.vigil.base.TimeSpan;

/** The RTSP addresses of a simulated Dahua camera: one channel, whose sub stream shows what the main one does. Stateless. */
final class DahuaStreams {
    private static final String LIVE = "/cam/realmonitor";
    private static final String PLAYBACK = "/cam/playback";
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu_MM_dd_HH_mm_ss", Locale.ROOT);

    private DahuaStreams() {}

    static boolean isLive(Device device, Request request) {
        return is(device, request, LIVE);
    }

    static boolean isPlayback(Device device, Request request) {
        return is(device, request, PLAYBACK);
    }

    private static boolean is(Device device, Request request, String path) {
        return device.spec().vendor() == Vendor.DAHUA
                && request.path().equals(path)
                && query(request).getOrDefault("channel", "").equals("1");
    }

    /** The span of true time that an address of playback asks for, or null when it asks for none that is. */
    static TimeSpan span(Device device, Request request) {
        Map<String, String> query = query(request);
        return DahuaServices.span(device, query.get("starttime"), query.get("endtime"), FORM);
    }

    /** Clients append the track's control address to the whole, the query included. */
    private static Map<String, String> query(Request request) {
        String target = request.target();
        int slash = target.indexOf('/', target.indexOf('?') + 1);
        return DahuaServices.query(slash < 0 || target.indexOf('?') < 0 ? target : target.substring(0, slash));
    }
}
