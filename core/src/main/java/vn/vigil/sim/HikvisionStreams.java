package vn.vigil.sim;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import vn.vigil.base.TimeSpan;

/**
 * The RTSP addresses of a simulated Hikvision camera: one channel, whose sub stream shows what the main one does. A playback
 * begins where its address says and runs on behind the end asked for, as on real devices. Stateless.
 */
final class HikvisionStreams {
    static final ZoneOffset ZONE = ZoneOffset.ofHours(7);
    static final String TRACK = "trackID=video";
    private static final String PLAYBACK = "/Streaming/tracks/101";
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private HikvisionStreams() {}

    /** Lower case works too, as on real ones. */
    static boolean isLive(Device device, Request request) {
        return device.spec().vendor().isHikvision()
                && request.path().toLowerCase(Locale.ROOT).matches("/streaming/channels/10[12](/trackid=[0-9])?/?");
    }

    static boolean isPlayback(Device device, Request request) {
        String path = request.path();
        return device.spec().vendor().isHikvision() && (path.equals(PLAYBACK) || path.equals(PLAYBACK + "/"));
    }

    /** The span of true time that an address of playback asks for, or null when it asks for none that is. */
    static TimeSpan span(Device device, Request request) {
        String target = request.target();
        int query = target.indexOf('?');
        int slash = query < 0 ? -1 : target.indexOf('/', query);
        Map<String, String> asked = DahuaServices.query(slash < 0 ? target : target.substring(0, slash));
        try {
            Instant from = Instant.from(FORM.parse(asked.getOrDefault("starttime", "")));
            Instant to = Instant.from(FORM.parse(asked.getOrDefault("endtime", "")));
            return from.isBefore(to) ? new TimeSpan(read(device, from), read(device, to)) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** How far what is written runs ahead of the camera's clock. */
    private static Duration ahead(Device device) {
        return device.spec().vendor() == Vendor.HIKVISION_LOCAL_TIME
                ? Duration.ofSeconds(ZONE.getTotalSeconds())
                : Duration.ZERO;
    }

    /** A true instant as the camera writes it for its recordings, as the digits of an instant in UTC. */
    static Instant written(Device device, Instant trueTime) {
        return device.cameraTime(trueTime).plus(ahead(device));
    }

    /** The true instant that was written so. */
    static Instant read(Device device, Instant written) {
        return device.trueTime(written.minus(ahead(device)));
    }

    /** {@code 20210818T151815Z}, cut to the second. */
    static String address(Device device, TimeSpan span) {
        return PLAYBACK + "/?starttime=" + FORM.format(written(device, span.from())) + "&endtime="
                + FORM.format(written(device, span.to()));
    }

    /** What the description and PLAY's answer say of a span. */
    static String range(Device device, Instant from, Instant to) {
        return "clock=" + Clock.format(written(device, from)) + "-" + Clock.format(written(device, to));
    }
}
