package vn.vigil.net;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * The address of something on a camera: scheme, host, port and what stands behind. User name and password are taken out when
 * it is read and are in neither {@link #toString()} nor {@link #target()}. Immutable.
 */
public final class CameraUrl {
    private final String scheme;
    private final String host;
    private final int port;
    private final String target;
    private final Login login;

    private CameraUrl(String scheme, String host, int port, String target, Login login) {
        this.scheme = scheme;
        this.host = host;
        this.port = port;
        this.target = target;
        this.login = login;
    }

    /**
     * Reads an address written by a person or sent by a camera.
     *
     * <p>User info goes up to the last {@code @} of the authority; {@code %} escapes in it are decoded, a {@code %} that
     * begins none stands for itself. A password with {@code /}, {@code ?} or {@code #} must be escaped: a raw {@code @}
     * behind the authority is refused, since it cannot be told from a password cut in two. In the path, blanks and other
     * characters that a request line cannot carry are escaped, existing escapes stay as they are.
     *
     * @param schemes the schemes allowed here, of {@code rtsp}, {@code rtsps}, {@code http}, {@code https}
     * @throws NetException BAD_URL; its message holds nothing of the text
     */
    public static CameraUrl parse(String text, String... schemes) throws NetException {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                throw bad("a control character in an address");
            }
        }
        int colon = text.indexOf("://");
        String scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
        int own = ownPort(scheme);
        if (own == 0 || !List.of(schemes).contains(scheme)) {
            throw bad("an address must begin with one of " + String.join(", ", schemes) + " and ://");
        }
        int from = colon + 3;
        int to = from;
        while (to < text.length() && "/?#".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        String authority = text.substring(from, to);
        String rest = text.substring(to);
        if (rest.indexOf('@') >= 0) {
            throw bad("an @ behind the host must be written %40, and / ? # in a password %2F %3F %23");
        }
        if (rest.indexOf('#') >= 0) {
            throw bad("a # in an address must be written %23");
        }
        int at = authority.lastIndexOf('@');
        Login login = at < 0 ? null : login(authority.substring(0, at));
        String place = authority.substring(at + 1);
        int portColon =
                place.startsWith("[") ? place.indexOf(':', Math.max(0, place.indexOf(']'))) : place.indexOf(':');
        String host = portColon < 0 ? place : place.substring(0, portColon);
        int port = portColon < 0 || portColon == place.length() - 1 ? own : port(place.substring(portColon + 1));
        return new CameraUrl(scheme, host(host), port, escape(rest), login);
    }

    private static Login login(String userInfo) throws NetException {
        int colon = userInfo.indexOf(':');
        String user = decode(colon < 0 ? userInfo : userInfo.substring(0, colon));
        String password = colon < 0 ? "" : decode(userInfo.substring(colon + 1));
        if (user.isEmpty() && password.isEmpty()) {
            return null;
        }
        try {
            return new Login(user, password);
        } catch (IllegalArgumentException e) {
            throw bad("a control character in a user name");
        }
    }

    private static String host(String written) throws NetException {
        boolean brackets = written.startsWith("[") && written.endsWith("]");
        String host = (brackets ? written.substring(1, written.length() - 1) : written).toLowerCase(Locale.ROOT);
        boolean good = !host.isEmpty() && host.length() <= 253;
        for (int i = 0; i < host.length() && good; i++) {
            char c = host.charAt(i);
            good = c >= 'a' && c <= 'z'
                    || c >= '0' && c <= '9'
                    || c == '.'
                    || c == '-'
                    || c == '_'
                    || brackets && (c == ':' || c == '%');
        }
        if (!good || brackets && host.indexOf(':') < 0) {
            throw bad("no usable host in an address");
        }
        return host;
    }

    private static int port(String digits) throws NetException {
        int port = 0;
        for (int i = 0; i < digits.length() && port >= 0; i++) {
            char c = digits.charAt(i);
            port = c >= '0' && c <= '9' && port <= 65535 ? port * 10 + c - '0' : -1;
        }
        if (port < 1 || port > 65535) {
            throw bad("no usable port in an address");
        }
        return port;
    }

    private static int ownPort(String scheme) {
        return switch (scheme) {
            case "rtsp" -> 554;
            case "rtsps" -> 322;
            case "http" -> 80;
            case "https" -> 443;
            default -> 0;
        };
    }

    private static String decode(String s) {
        byte[] in = s.getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[in.length];
        int n = 0;
        for (int i = 0; i < in.length; i++) {
            int high = in[i] == '%' && i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(in[i + 2], 16);
            out[n++] = low < 0 ? in[i] : (byte) (high << 4 | low);
            i += low < 0 ? 0 : 2;
        }
        return new String(out, 0, n, StandardCharsets.UTF_8);
    }

    private static String escape(String rest) {
        StringBuilder out = new StringBuilder(rest.length());
        for (byte b : rest.getBytes(StandardCharsets.UTF_8)) {
            if (b <= ' ' || b == '"' || b == '<' || b == '>' || b == '\\' || b == 0x7f) {
                out.append('%')
                        .append("0123456789ABCDEF".charAt(b >> 4 & 15))
                        .append("0123456789ABCDEF".charAt(b & 15));
            } else {
                out.append((char) b);
            }
        }
        return out.toString();
    }

    private static NetException bad(String message) {
        return new NetException(NetException.Cause.BAD_URL, message);
    }

    public String scheme() {
        return scheme;
    }

    /** Lower case; IPv6 without brackets. */
    public String host() {
        return host;
    }

    /** The port written, else the scheme's own: 554, 322, 80, 443. */
    public int port() {
        return port;
    }

    /** Path and query, ready for a request line; empty when nothing stood there. */
    public String target() {
        return target;
    }

    /** The user info that stood in the text, decoded; null without. */
    public Login login() {
        return login;
    }

    /** Where to connect. */
    public Endpoint endpoint() {
        return new Endpoint(host, port, scheme.equals("https") || scheme.equals("rtsps"));
    }

    /** The same thing at the inventory's host and port; user info is dropped. */
    public CameraUrl withHost(String otherHost, int otherPort) {
        String bare = otherHost.startsWith("[") ? otherHost.substring(1, otherHost.length() - 1) : otherHost;
        return new CameraUrl(scheme, bare.toLowerCase(Locale.ROOT), otherPort, target, null);
    }

    /** Another path and query at the same place; user info is dropped. */
    public CameraUrl withTarget(String pathAndQuery) {
        return new CameraUrl(scheme, host, port, escape(pathAndQuery), null);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof CameraUrl other
                && toString().equals(other.toString())
                && (login == null ? other.login == null : login.equals(other.login));
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** The address without user info, the port always written; {@link #parse} reads it back. */
    @Override
    public String toString() {
        return scheme + "://" + (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port + target;
    }
}
