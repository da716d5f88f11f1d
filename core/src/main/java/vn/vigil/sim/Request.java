package vn.vigil.sim;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import vn.vigil.net.LoopbackServer;

/**
 * One request as HTTP and RTSP write it.
 *
 * @param method as sent
 * @param target as sent: a path or a whole URL
 * @param protocol {@code HTTP/1.1} or {@code RTSP/1.0}
 * @param headers names in lower case, values trimmed; of repeated ones the first
 * @param body may be empty
 */
record Request(String method, String target, String protocol, Map<String, String> headers, byte[] body) {
    private static final int MOST_HEADER = 16 * 1024;
    private static final int MOST_BODY = 256 * 1024;

    /** A header's value, or null. */
    String header(String name) {
        return headers.get(name);
    }

    String header(String name, String otherwise) {
        return headers.getOrDefault(name, otherwise);
    }

    /** The path of the target, without scheme, host and query. */
    String path() {
        String path = target;
        int scheme = path.indexOf("://");
        if (scheme >= 0) {
            int slash = path.indexOf('/', scheme + 3);
            path = slash < 0 ? "/" : path.substring(slash);
        }
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }

    private static Request parse(String head, byte[] body) throws IOException {
        String[] lines = head.split("\r\n");
        String[] first = lines[0].split(" ");
        if (first.length != 3) {
            throw new IOException("not a request line");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        lines[i].substring(0, colon).trim().toLowerCase(Locale.ROOT),
                        lines[i].substring(colon + 1).trim());
            }
        }
        return new Request(first[0], first[1], first[2], headers, body);
    }

    /** Takes requests out of a connection as they come, interleaved binary data (RTCP from the client) left out. One thread. */
    static final class Reader {
        private final LoopbackServer.Connection connection;
        private final InputStream in;
        private byte[] buffer = new byte[4096];
        private int filled;

        Reader(LoopbackServer.Connection connection) throws IOException {
            this.connection = connection;
            this.in = connection.in();
        }

        /**
         * The next request.
         *
         * @param waitMillis how long to wait for bytes; 0: takes only what has come already
         * @return null when no whole request is there yet
         * @throws IOException when the other side closed, or sent what is no request
         */
        Request next(int waitMillis) throws IOException {
            Request ready = take();
            if (ready != null || waitMillis == 0 && in.available() == 0) {
                return ready;
            }
            if (filled == buffer.length) {
                buffer = Arrays.copyOf(buffer, buffer.length * 2);
            }
            try {
                connection.readTimeout(Math.max(1, waitMillis));
                int n = in.read(buffer, filled, buffer.length - filled);
                if (n < 0) {
                    throw new IOException("closed by the other side");
                }
                filled += n;
            } catch (SocketTimeoutException e) {
                return null;
            }
            return take();
        }

        private Request take() throws IOException {
            while (filled > 0 && buffer[0] == '$') {
                int frame = filled < 4 ? 4 : 4 + ((buffer[2] & 255) << 8 | buffer[3] & 255);
                if (filled < frame) {
                    return null;
                }
                drop(frame);
            }
            int end = endOfHead();
            if (end < 0) {
                if (filled > MOST_HEADER) {
                    throw new IOException("header too long");
                }
                return null;
            }
            Request head = parse(new String(buffer, 0, end, StandardCharsets.UTF_8), new byte[0]);
            int length;
            try {
                length = Integer.parseInt(head.header("content-length", "0"));
            } catch (NumberFormatException e) {
                throw new IOException("bad content length", e);
            }
            if (length < 0 || length > MOST_BODY) {
                throw new IOException("body of " + length + " bytes");
            }
            if (filled < end + 4 + length) {
                return null;
            }
            byte[] body = Arrays.copyOfRange(buffer, end + 4, end + 4 + length);
            drop(end + 4 + length);
            return new Request(head.method, head.target, head.protocol, head.headers, body);
        }

        private int endOfHead() {
            for (int i = 0; i + 3 < filled; i++) {
                if (buffer[i] == '\r' && buffer[i + 1] == '\n' && buffer[i + 2] == '\r' && buffer[i + 3] == '\n') {
                    return i;
                }
            }
            return -1;
        }

        private void drop(int count) {
            System.arraycopy(buffer, count, buffer, 0, filled - count);
            filled -= count;
        }
    }
}
