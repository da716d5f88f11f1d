package vn.vigil.net;

import java.util.List;
import java.util.Map;

/**
 * One HTTP request.
 *
 * @param method upper case
 * @param target path and query as they stand in the request line; {@code /} when empty
 * @param headers further headers, e.g. Content-Type; Host, Content-Length, Connection, User-Agent and Authorization are set
 *     by {@link Http}
 * @param body may be empty; sent with any method when it is not
 * @param maxReply most bytes the reply's body may have
 */
public record HttpRequest(String method, String target, Map<String, String> headers, byte[] body, int maxReply) {
    public HttpRequest {
        if (target.isEmpty()) {
            target = "/";
        }
        if (!clean(method) || !clean(target) || target.indexOf(' ') >= 0) {
            throw new IllegalArgumentException("not fit for a request line");
        }
        for (Map.Entry<String, String> h : headers.entrySet()) {
            if (!clean(h.getKey()) || !clean(h.getValue()) || h.getKey().indexOf(':') >= 0) {
                throw new IllegalArgumentException("not fit for a header");
            }
        }
        headers = Map.copyOf(headers);
    }

    private static boolean clean(String s) {
        for (int i = 0; i < s.length(); i++) {
            if (Character.isISOControl(s.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** A GET without a body, for at most 1 MiB. */
    public static HttpRequest get(String target) {
        return new HttpRequest("GET", target, Map.of(), new byte[0], 1 << 20);
    }

    /** A POST for at most 4 MiB. */
    public static HttpRequest post(String target, String contentType, byte[] body) {
        return new HttpRequest("POST", target, Map.of("Content-Type", contentType), body, 4 << 20);
    }

    /** Names of headers that {@link Http} sets itself. */
    static final List<String> OWN = List.of("host", "content-length", "connection", "user-agent", "authorization");
}
