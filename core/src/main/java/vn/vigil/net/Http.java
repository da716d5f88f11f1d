package vn.vigil.net;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vn.vigil.base.Deadline;
import vn.vigil.base.World;

/**
 * A small HTTP/1.1 client (RFC 9112) for one host: a connection a request, everything bounded in bytes and by one deadline,
 * no compression asked for, redirects never followed, a login offered once. Remembers the server's digest challenge, so that
 * later requests log in at once. For one thread.
 */
public final class Http {
    private static final int MAX_LINE = 16 * 1024;
    private static final int MAX_HEAD = 64 * 1024;
    private static final int MAX_INTERIM = 5;

    private final World world;
    private final Endpoint endpoint;
    private final AddressRules rules;
    private final TlsTrust trust;
    private final HttpAuth auth;

    /**
     * @param login offered when the server asks with a 401; may be null
     * @param basicAllowed whether Basic may be used when the server offers nothing better
     */
    public Http(World world, Endpoint endpoint, AddressRules rules, TlsTrust trust, Login login, boolean basicAllowed) {
        this.world = world;
        this.endpoint = endpoint;
        this.rules = rules;
        this.trust = trust;
        this.auth = new HttpAuth(world, login, basicAllowed);
    }

    /**
     * Sends a request; answers one 401 with the login, if there is one.
     *
     * @throws NetException any cause of a connection; TOO_LARGE and PROTOCOL for replies beyond the limits or the grammar
     */
    public HttpReply send(HttpRequest request, Deadline deadline) throws NetException {
        try {
            return send(request, null, deadline);
        } catch (NetException e) {
            throw e;
        } catch (IOException e) {
            throw new IllegalStateException("nothing but the network was read", e);
        }
    }

    /** @param into where the body of a 2xx reply goes; null for into the reply */
    private HttpReply send(HttpRequest request, Body into, Deadline deadline) throws IOException {
        while (true) {
            String authorization = auth.authorization(request.method(), request.target());
            HttpReply reply = exchange(request, authorization, into, deadline);
            if (reply.status() != 401) {
                if (authorization == null) {
                    return reply;
                }
                auth.accepted();
                return as(reply, HttpReply.Access.ACCEPTED);
            }
            HttpAuth.Verdict verdict = auth.challenged(reply.headers("www-authenticate"));
            if (verdict != HttpAuth.Verdict.ANSWER) {
                return as(
                        reply,
                        verdict == HttpAuth.Verdict.REFUSED ? HttpReply.Access.REFUSED : HttpReply.Access.NEEDED);
            }
        }
    }

    /** Takes a body piece by piece, as it arrives. */
    public interface Sink {
        /**
         * @param bytes valid only during the call
         * @throws IOException ends the download; handed to the caller of it as it is
         */
        void take(byte[] bytes) throws IOException;
    }

    /**
     * As {@link #send}, but the body of a 2xx reply goes to {@code sink} piece by piece instead of into the reply, whose body is
     * empty then. Bodies of other replies are read as usual.
     *
     * @param maxBytes most bytes the body may have
     * @throws IOException what the sink throws; a {@link NetException} as {@link #send} does
     */
    public HttpReply download(HttpRequest request, Sink sink, long maxBytes, Deadline deadline) throws IOException {
        Body into = (connection, headers) -> {
            Pieces pieces = new Pieces(connection, sink, maxBytes, deadline);
            pieces.read(headers);
            return new byte[0];
        };
        return send(request, into, deadline);
    }

    /** Sends a request without any login and hands a 401 back as NEEDED. */
    public HttpReply sendWithoutLogin(HttpRequest request, Deadline deadline) throws NetException {
        try {
            HttpReply reply = exchange(request, null, null, deadline);
            return reply.status() == 401 ? as(reply, HttpReply.Access.NEEDED) : reply;
        } catch (NetException e) {
            throw e;
        } catch (IOException e) {
            throw new IllegalStateException("nothing but the network was read", e);
        }
    }

    private static HttpReply as(HttpReply r, HttpReply.Access access) {
        return new HttpReply(r.status(), r.headers(), r.body(), access, r.fingerprint());
    }

    private HttpReply exchange(HttpRequest request, String authorization, Body into, Deadline deadline)
            throws IOException {
        try (TcpConnection connection = TcpConnection.open(world, endpoint, rules, trust, deadline)) {
            byte[] head = head(request, authorization).getBytes(StandardCharsets.UTF_8);
            byte[] all = new byte[head.length + request.body().length];
            System.arraycopy(head, 0, all, 0, head.length);
            System.arraycopy(request.body(), 0, all, head.length, request.body().length);
            connection.write(all);
            return read(connection, request, into, deadline);
        }
    }

    private String head(HttpRequest request, String authorization) {
        StringBuilder out = new StringBuilder(256);
        out.append(request.method()).append(' ').append(request.target()).append(" HTTP/1.1\r\n");
        out.append("Host: ").append(endpoint.authority()).append("\r\n");
        out.append("User-Agent: vigil\r\nConnection: close\r\n");
        if (request.body().length > 0
                || request.method().equals("POST")
                || request.method().equals("PUT")) {
            out.append("Content-Length: ").append(request.body().length).append("\r\n");
        }
        for (Map.Entry<String, String> h : request.headers().entrySet()) {
            if (!HttpRequest.OWN.contains(h.getKey().toLowerCase(Locale.ROOT))) {
                out.append(h.getKey()).append(": ").append(h.getValue()).append("\r\n");
            }
        }
        if (authorization != null) {
            out.append("Authorization: ").append(authorization).append("\r\n");
        }
        return out.append("\r\n").toString();
    }

    private static HttpReply read(TcpConnection connection, HttpRequest request, Body into, Deadline deadline)
            throws IOException {
        for (int interim = 0; interim < MAX_INTERIM; interim++) {
            int status = status(connection.readLine(MAX_LINE, deadline));
            Map<String, List<String>> headers = headers(connection, deadline);
            if (status >= 200) {
                boolean none =
                        status == 204 || status == 304 || request.method().equals("HEAD");
                byte[] body = none
                        ? new byte[0]
                        : into != null && status < 300
                                ? into.read(connection, headers)
                                : body(connection, headers, request.maxReply(), deadline);
                return new HttpReply(status, headers, body, HttpReply.Access.OPEN, connection.fingerprint());
            }
        }
        throw protocol("interim replies without end");
    }

    /** How a reply's body is read. */
    private interface Body {
        byte[] read(TcpConnection connection, Map<String, List<String>> headers) throws IOException;
    }

    /** Hands a body on in pieces, whichever way its length is told. */
    private static final class Pieces {
        private static final int PIECE = 64 * 1024;

        private final TcpConnection connection;
        private final Sink sink;
        private final long max;
        private final Deadline deadline;
        private long taken;

        Pieces(TcpConnection connection, Sink sink, long max, Deadline deadline) {
            this.connection = connection;
            this.sink = sink;
            this.max = max;
            this.deadline = deadline;
        }

        void read(Map<String, List<String>> headers) throws IOException {
            if (headers.get("transfer-encoding") != null) {
                chunks(headers.get("transfer-encoding"));
                return;
            }
            List<String> lengths = headers.get("content-length");
            if (lengths == null) {
                for (int have = connection.ensure(1, deadline); have > 0; have = connection.ensure(1, deadline)) {
                    give(Math.min(PIECE, have));
                }
                return;
            }
            long length = longNumber(lengths.get(0));
            if (length < 0) {
                throw protocol("content length not understood");
            }
            pass(length);
        }

        private void chunks(List<String> encoding) throws IOException {
            if (encoding.size() != 1 || !encoding.get(0).equalsIgnoreCase("chunked")) {
                throw protocol("transfer encoding not understood");
            }
            while (true) {
                String line = connection.readLine(1024, deadline);
                int end = line == null ? -1 : line.indexOf(';');
                int size = line == null ? -1 : number((end < 0 ? line : line.substring(0, end)).strip(), 16);
                if (size < 0) {
                    throw protocol("chunk size not understood");
                }
                pass(size);
                if (size == 0) {
                    headers(connection, deadline); // trailers: read and dropped
                    return;
                }
                String after = connection.readLine(2, deadline);
                if (after == null || !after.isEmpty()) {
                    throw protocol("a chunk longer than it says");
                }
            }
        }

        private void pass(long length) throws IOException {
            if (length > max - taken) {
                throw new NetException(NetException.Cause.TOO_LARGE, "a body longer than " + max + " bytes");
            }
            for (long left = length; left > 0; ) {
                int have = connection.ensure(1, deadline);
                if (have == 0) {
                    throw new NetException(NetException.Cause.CLOSED, "connection closed early");
                }
                int count = (int) Math.min(left, Math.min(PIECE, have));
                give(count);
                left -= count;
            }
        }

        private void give(int count) throws IOException {
            taken += count;
            if (taken > max) {
                throw new NetException(NetException.Cause.TOO_LARGE, "a body longer than " + max + " bytes");
            }
            sink.take(connection.take(count));
        }
    }

    /** A length of plain digits, or −1. */
    private static long longNumber(String text) {
        if (text.isEmpty() || text.length() > 18) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static int status(String line) throws NetException {
        if (line == null) {
            throw new NetException(NetException.Cause.CLOSED, "connection closed without a reply");
        }
        int blank = line.indexOf(' ');
        if (!line.startsWith("HTTP/1.") || blank < 0 || line.length() < blank + 4) {
            throw protocol("no HTTP reply");
        }
        int status = number(line.substring(blank + 1, blank + 4), 10);
        if (status < 100 || status > 599) {
            throw protocol("no HTTP status");
        }
        return status;
    }

    private static Map<String, List<String>> headers(TcpConnection connection, Deadline deadline) throws NetException {
        Map<String, List<String>> headers = new TreeMap<>();
        int total = 0;
        List<String> last = null;
        while (true) {
            if (MissingBlankLine.bodyBegins(connection, deadline)) {
                return headers;
            }
            String line = connection.readLine(MAX_LINE, deadline);
            if (line == null) {
                throw new NetException(NetException.Cause.CLOSED, "connection closed within the headers");
            }
            total += line.length() + 2;
            if (total > MAX_HEAD) {
                throw new NetException(NetException.Cause.TOO_LARGE, "headers longer than " + MAX_HEAD + " bytes");
            }
            if (line.isEmpty()) {
                return headers;
            }
            int colon = line.indexOf(':');
            if (last != null && (line.charAt(0) == ' ' || line.charAt(0) == '\t')) {
                last.set(last.size() - 1, last.get(last.size() - 1) + " " + line.strip()); // folded, RFC 9112 §5.2
            } else if (colon > 0) {
                String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                last = headers.computeIfAbsent(name, n -> new ArrayList<>());
                last.add(line.substring(colon + 1).strip());
            }
        }
    }

    private static byte[] body(TcpConnection c, Map<String, List<String>> headers, int max, Deadline deadline)
            throws NetException {
        List<String> encoding = headers.get("transfer-encoding");
        if (encoding != null) {
            if (encoding.size() != 1 || !encoding.get(0).equalsIgnoreCase("chunked")) {
                throw protocol("transfer encoding not understood");
            }
            return chunked(c, max, deadline);
        }
        List<String> lengths = headers.get("content-length");
        if (lengths == null) {
            int have = c.buffered();
            while (have <= max && c.ensure(have + 1, deadline) > have) {
                have = c.buffered();
            }
            return upTo(c, have, max, deadline);
        }
        for (String other : lengths) {
            if (!other.equals(lengths.get(0))) {
                throw protocol("two different content lengths");
            }
        }
        long length = number(lengths.get(0), 10);
        if (length < 0) {
            throw protocol("content length not understood");
        }
        return upTo(c, length, max, deadline);
    }

    private static byte[] upTo(TcpConnection c, long length, int max, Deadline deadline) throws NetException {
        if (length > max) {
            throw new NetException(NetException.Cause.TOO_LARGE, "a body longer than " + max + " bytes");
        }
        return c.readFully((int) length, deadline);
    }

    private static byte[] chunked(TcpConnection c, int max, Deadline deadline) throws NetException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (true) {
            String line = c.readLine(1024, deadline);
            int end = line == null ? -1 : line.indexOf(';');
            int size = line == null ? -1 : number((end < 0 ? line : line.substring(0, end)).strip(), 16);
            if (size < 0) {
                throw protocol("chunk size not understood");
            }
            byte[] chunk = upTo(c, size, max - out.size(), deadline);
            out.writeBytes(chunk);
            if (size == 0) {
                headers(c, deadline); // trailers: read and dropped
                return out.toByteArray();
            }
            String after = c.readLine(2, deadline);
            if (after == null || !after.isEmpty()) {
                throw protocol("a chunk longer than it says");
            }
        }
    }

    /** A number of plain digits, or −1; anything from 2³¹ on counts as 2³¹−1, which every limit refuses. */
    private static int number(String text, int radix) {
        if (text.isEmpty() || text.length() > 18) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) < 128 ? Character.digit(text.charAt(i), radix) : -1;
            if (digit < 0) {
                return -1;
            }
            value = Math.min(Integer.MAX_VALUE, value * radix + digit);
        }
        return (int) value;
    }

    private static NetException protocol(String message) {
        return new NetException(NetException.Cause.PROTOCOL, message);
    }
}
