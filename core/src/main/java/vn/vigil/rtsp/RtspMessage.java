package vn.vigil.rtsp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.net.TcpConnection;

/** An RTSP request or reply (RFC 2326 §4). Grows by {@link #with}; for one thread. */
final class RtspMessage implements RtspFrame {
    /** Most bytes from the start line to the empty line. */
    static final int MAX_HEAD = 64 * 1024;
    /** Most bytes of a body. */
    static final int MAX_BODY = 1 << 20;

    private final String method;
    private final String uri;
    private final int status;
    private final String reason;
    private final List<String[]> headers = new ArrayList<>();
    private byte[] body = {};

    private RtspMessage(String method, String uri, int status, String reason) {
        this.method = method;
        this.uri = uri;
        this.status = status;
        this.reason = reason;
    }

    static RtspMessage request(String method, String uri) {
        return new RtspMessage(clean(method), clean(uri), 0, null);
    }

    static RtspMessage reply(int status, String reason) {
        return new RtspMessage(null, null, status, clean(reason));
    }

    /**
     * Adds a header.
     *
     * @return this
     */
    RtspMessage with(String name, String value) {
        headers.add(new String[] {clean(name), clean(value)});
        return this;
    }

    /**
     * Sets the body; Content-Length is printed by itself.
     *
     * @return this
     */
    RtspMessage withBody(byte[] bytes) {
        body = bytes;
        return this;
    }

    boolean isRequest() {
        return method != null;
    }

    /** Null in a reply. */
    String method() {
        return method;
    }

    /** As it stood in the request line; null in a reply. */
    String uri() {
        return uri;
    }

    /** 100–999; 0 in a request. */
    int status() {
        return status;
    }

    String reason() {
        return reason;
    }

    byte[] body() {
        return body;
    }

    /** The first value of a header in any letter case, or null. */
    String header(String name) {
        for (String[] h : headers) {
            if (h[0].equalsIgnoreCase(name)) {
                return h[1];
            }
        }
        return null;
    }

    /** All values of a header in order. */
    List<String> headers(String name) {
        List<String> values = new ArrayList<>();
        for (String[] h : headers) {
            if (h[0].equalsIgnoreCase(name)) {
                values.add(h[1]);
            }
        }
        return values;
    }

    /** The CSeq header's number, −1 when it is missing or none. */
    int cseq() {
        String text = header("CSeq");
        return text == null ? -1 : Numbers.parse(text.strip(), Integer.MAX_VALUE);
    }

    /** The message as it goes out. */
    byte[] print() {
        StringBuilder out = new StringBuilder(256);
        if (method != null) {
            out.append(method).append(' ').append(uri).append(" RTSP/1.0\r\n");
        } else {
            out.append("RTSP/1.0 ").append(status).append(' ').append(reason).append("\r\n");
        }
        for (String[] h : headers) {
            out.append(h[0]).append(": ").append(h[1]).append("\r\n");
        }
        if (body.length > 0) {
            out.append("Content-Length: ").append(body.length).append("\r\n");
        }
        byte[] head = out.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    /**
     * Reads start line and headers; the body is the caller's to fetch, {@link #contentLength()} long.
     *
     * @throws RtspFault when the start line is none
     */
    static RtspMessage parseHead(byte[] bytes) throws RtspFault {
        RtspMessage message = null;
        int from = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i < bytes.length && bytes[i] != '\n') {
                continue;
            }
            int to = i > from && bytes[i - 1] == '\r' ? i - 1 : i;
            String line = TcpConnection.text(bytes, from, to);
            from = i + 1;
            if (message == null) {
                message = startLine(line);
            } else {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    // Blanks around the name and no blank behind the colon are both seen in the field.
                    message.headers.add(new String[] {
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip()
                    });
                }
            }
        }
        return message;
    }

    private static RtspMessage startLine(String line) throws RtspFault {
        String[] words = line.split(" ", 3);
        if (line.startsWith("RTSP/") && words.length >= 2) {
            int status = Numbers.parse(words[1], 999);
            if (status >= 100) {
                return new RtspMessage(null, null, status, words.length == 3 ? words[2].strip() : "");
            }
        } else if (words.length == 3 && words[2].startsWith("RTSP/") && !words[0].isEmpty()) {
            return new RtspMessage(words[0], words[1], 0, null);
        }
        throw new RtspFault("neither an RTSP request nor a reply");
    }

    /**
     * How long the body is, 0 without the header.
     *
     * @throws RtspFault when the length is no number, contradicts itself, or is beyond {@link #MAX_BODY}
     */
    int contentLength() throws RtspFault {
        List<String> all = headers("Content-Length");
        int length = 0;
        for (int i = 0; i < all.size(); i++) {
            int one = Numbers.parse(all.get(i), MAX_BODY);
            if (one < 0 || i > 0 && one != length) {
                throw new RtspFault("bad Content-Length");
            }
            length = one;
        }
        return length;
    }

    /** Everything but the values of Authorization headers. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(method != null ? method + " " + uri : status + " " + reason);
        for (String[] h : headers) {
            out.append("; ").append(h[0]).append(": ").append(h[0].equalsIgnoreCase("Authorization") ? "…" : h[1]);
        }
        return out.toString();
    }

    private static String clean(String s) {
        for (int i = 0; i < s.length(); i++) {
            if (s.charAt(i) == '\r' || s.charAt(i) == '\n' || s.charAt(i) == 0) {
                throw new IllegalArgumentException("not fit for a header line");
            }
        }
        return s;
    }
}
