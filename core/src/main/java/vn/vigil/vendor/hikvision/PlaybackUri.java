package vn.vigil.vendor.hikvision;

import vn.vigil.net.CameraUrl;
import vn.vigil.net.Endpoint;
import vn.vigil.net.NetException;

/**
 * Addresses of recordings and streams. The host is always the inventory's: devices write {@code 0.0.0.0} or their address behind
 * the router. Stateless.
 */
final class PlaybackUri {
    /** Most characters of an address that is used. */
    static final int MOST = 1024;

    private static final int RTSP = 554;

    private PlaybackUri() {}

    /**
     * A playbackURI made fit for use.
     *
     * @param port to use instead of the device's, or 0
     * @return null when it must not be used: another scheme, user info, control characters, endless
     */
    static CameraUrl read(String sent, Endpoint device, int port) {
        int slashes = sent.indexOf("://");
        if (sent.length() > MOST || !sent.regionMatches(true, 0, "rtsp://", 0, 7)) {
            return null;
        }
        int rest = slashes + 3;
        while (rest < sent.length() && "/?#".indexOf(sent.charAt(rest)) < 0) {
            rest++;
        }
        String authority = sent.substring(slashes + 3, rest);
        String digits = authority.substring(authority.lastIndexOf(':') + 1);
        boolean told = authority.indexOf(':') >= 0 && digits.matches("[0-9]{1,5}");
        if (authority.indexOf('@') >= 0) {
            return null;
        }
        try {
            CameraUrl url = CameraUrl.parse("rtsp://host" + (told ? ":" + digits : "") + sent.substring(rest), "rtsp");
            return url.withHost(device.host(), port == 0 ? url.port() : port);
        } catch (NetException e) {
            return null;
        }
    }

    /** An address of our own making. */
    static CameraUrl of(Endpoint device, int port, String target) {
        try {
            return CameraUrl.parse("rtsp://host", "rtsp")
                    .withHost(device.host(), port == 0 ? RTSP : port)
                    .withTarget(target);
        } catch (NetException e) {
            throw new IllegalStateException("a constant is an address", e);
        }
    }

    /** The value of a parameter in an address' query, at most 256 characters; or empty. */
    static String parameter(String uri, String name) {
        int query = uri.indexOf('?');
        for (String part : (query < 0 ? "" : uri.substring(query + 1)).split("&")) {
            if (part.startsWith(name + "=")) {
                return vn.vigil.xml.Xml.cut(part.substring(name.length() + 1), 256);
            }
        }
        return "";
    }
}
