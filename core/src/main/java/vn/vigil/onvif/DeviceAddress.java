package vn.vigil.onvif;

import java.util.Locale;
import vn.vigil.net.CameraUrl;
import vn.vigil.net.Endpoint;
import vn.vigil.net.NetException;

/**
 * An address that a device gave, made fit for use: its host is the inventory's, and so are scheme and port of HTTP; path and
 * query are the device's. Devices behind address translation give their inner address, others {@code 0.0.0.0} or no host at
 * all (ONVIF Core, "Capability exchange", warns of it; agsh/onvif#231).
 *
 * @param url what to connect to
 * @param original what the device sent, at most 1024 characters, not neutralised; holds no user info
 */
public record DeviceAddress(CameraUrl url, String original) {
    private static final int MAX_LENGTH = 1024;

    /** True when the device had named another scheme, host or port than the one in use. */
    public boolean rewritten() {
        try {
            return !CameraUrl.parse(original, "http", "https", "rtsp", "rtsps").equals(url);
        } catch (NetException e) {
            return true;
        }
    }

    /**
     * An address of a service or a still picture: a path alone is one too.
     *
     * @throws NetException BAD_URL for other schemes, control characters, user info, or an endless one
     */
    static DeviceAddress http(String sent, Endpoint device) throws NetException {
        String text = bounded(sent);
        String rest = text.startsWith("/") ? text : behindAuthority(text, "http", "https");
        String scheme = device.tls() ? "https" : "http";
        CameraUrl url = CameraUrl.parse(scheme + "://host" + rest, scheme);
        return new DeviceAddress(url.withHost(device.host(), device.port()), text);
    }

    /**
     * An address of a stream.
     *
     * @param port to use instead of the device's, or 0
     * @throws NetException as {@link #http}
     */
    static DeviceAddress rtsp(String sent, Endpoint device, int port) throws NetException {
        String text = bounded(sent);
        String rest = behindAuthority(text, "rtsp", "rtsps");
        String scheme = text.substring(0, text.indexOf(':')).toLowerCase(Locale.ROOT);
        String authority = authority(text);
        // Only digits behind the last colon are a port; ":554", "[::1]" and nonsense are met as hosts.
        String digits = authority.substring(authority.lastIndexOf(':') + 1);
        boolean told = authority.indexOf(':') >= 0 && !digits.isEmpty() && digits.length() < 6 && isDigits(digits);
        CameraUrl url = CameraUrl.parse(scheme + "://host" + (told ? ":" + digits : "") + rest, scheme);
        return new DeviceAddress(url.withHost(device.host(), port == 0 ? url.port() : port), text);
    }

    private static String bounded(String sent) throws NetException {
        if (sent.length() > MAX_LENGTH) {
            throw bad("an address longer than " + MAX_LENGTH);
        }
        for (int i = 0; i < sent.length(); i++) {
            if (Character.isISOControl(sent.charAt(i))) {
                throw bad("a control character in an address");
            }
        }
        return sent;
    }

    private static String behindAuthority(String text, String scheme, String secureScheme) throws NetException {
        int colon = text.indexOf("://");
        String sent = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
        if (!sent.equals(scheme) && !sent.equals(secureScheme)) {
            throw bad("an address of a scheme that is not allowed here");
        }
        String authority = authority(text);
        if (authority.indexOf('@') >= 0) {
            throw bad("an address with user info");
        }
        return text.substring(colon + 3 + authority.length());
    }

    private static String authority(String text) {
        int from = text.indexOf("://") + 3;
        int to = from;
        while (to < text.length() && "/?#".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return text.substring(from, to);
    }

    private static boolean isDigits(String s) {
        for (int i = 0; i < s.length(); i++) {
            if (s.charAt(i) < '0' || s.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static NetException bad(String message) {
        return new NetException(NetException.Cause.BAD_URL, message);
    }
}
