package vn.vigil.net;

/**
 * Where to connect.
 *
 * @param host a name or a literal address; IPv6 without brackets
 * @param port 1–65535
 * @param tls whether TLS is spoken from the first byte
 */
public record Endpoint(String host, int port, boolean tls) {
    public Endpoint {
        if (host.isEmpty() || port < 1 || port > 65535) {
            throw new IllegalArgumentException("not an endpoint: " + host + ":" + port);
        }
    }

    /** {@code host:port} as it stands in a Host header, IPv6 in brackets; the port is left out where it is the scheme's own. */
    String authority() {
        String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return port == (tls ? 443 : 80) ? name : name + ":" + port;
    }

    @Override
    public String toString() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
