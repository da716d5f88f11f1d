package vn.vigil.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an HTTP server answered.
 *
 * @param status 200–599; 3xx is handed back as it is, redirects are never followed
 * @param headers names in lower case, each with its values in order
 * @param body the whole body, never null
 * @param access how the login fared
 * @param fingerprint SHA-256 of the server's TLS key, null without TLS
 */
public record HttpReply(int status, Map<String, List<String>> headers, byte[] body, Access access, String fingerprint) {
    /** How a login fared. */
    public enum Access {
        /** No login was asked for. */
        OPEN,
        /** The login was asked for and accepted. */
        ACCEPTED,
        /** A login is asked for; none was given, or none of the ways offered is understood and allowed. */
        NEEDED,
        /** The login was offered once and refused. It is not offered again. */
        REFUSED
    }

    /** The first value of a header, or null. */
    public String header(String name) {
        List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
        return values == null ? null : values.get(0);
    }

    /** All values of a header in order. */
    public List<String> headers(String name) {
        return new ArrayList<>(headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()));
    }
}
