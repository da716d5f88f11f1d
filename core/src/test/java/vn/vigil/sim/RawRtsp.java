package vn.vigil.sim;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A hand-made RTSP client over a plain socket, so that the simulator is not judged by vigil's own client alone. */
final class RawRtsp implements AutoCloseable {
    private static final long SECONDS_1900_TO_1970 = 2_208_988_800L;

    private final Socket socket;
    private final DataInputStream in;
    private final String url;
    private int cseq;
    private String session;

    /** An answer: status line, header lines, body. */
    record Answer(int status, String head, String body) {
        String header(String name) {
            Matcher found = Pattern.compile("(?im)^" + name + ": *(.*?)\r?$").matcher(head);
            return found.find() ? found.group(1) : null;
        }
    }

    /**
     * One RTP packet, or on an odd channel a sender report. {@code camera} is the time of the replay extension or of the
     * report, or null; {@code flags} and {@code cseq} are the extension's.
     */
    record Packet(
            int channel,
            int sequence,
            long time,
            boolean marker,
            Instant camera,
            int flags,
            int cseq,
            byte[] payload) {}

    RawRtsp(URI url) throws IOException {
        this.url = url.toString();
        this.socket = new Socket(url.getHost(), url.getPort());
        socket.setSoTimeout(5_000);
        this.in = new DataInputStream(socket.getInputStream());
    }

    Answer ask(String method, String suffix, String... headers) throws IOException {
        return askWith(method, url + suffix, "", headers);
    }

    Answer askWith(String method, String target, String body, String... headers) throws IOException {
        StringBuilder text = new StringBuilder(method + " " + target + " RTSP/1.0\r\nCSeq: " + ++cseq + "\r\n");
        for (String header : headers) {
            text.append(header).append("\r\n");
        }
        if (session != null) {
            text.append("Session: ").append(session).append("\r\n");
        }
        if (!body.isEmpty()) {
            text.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        socket.getOutputStream().write((text + "\r\n" + body).getBytes(StandardCharsets.UTF_8));
        return answer();
    }

    private Answer answer() throws IOException {
        while (true) {
            int first = in.readUnsignedByte();
            if (first == '$') {
                packet();
                continue;
            }
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            head.write(first);
            while (!head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
                head.write(in.readUnsignedByte());
            }
            Answer answer = new Answer(0, head.toString(StandardCharsets.UTF_8), "");
            String length = answer.header("Content-Length");
            byte[] body = in.readNBytes(length == null ? 0 : Integer.parseInt(length));
            return new Answer(
                    Integer.parseInt(answer.head().substring(9, 12)),
                    answer.head(),
                    new String(body, StandardCharsets.UTF_8));
        }
    }

    /** DESCRIBE and SETUP as a well-behaved client does, without login. */
    RawRtsp setUp(String... headers) throws IOException {
        ask("DESCRIBE", "", headers);
        String[] more = new String[headers.length + 1];
        System.arraycopy(headers, 0, more, 1, headers.length);
        more[0] = "Transport: RTP/AVP/TCP;unicast;interleaved=0-1";
        Answer answer = ask("SETUP", "/trackID=0", more);
        session = answer.header("Session").split(";")[0];
        return this;
    }

    void session(String other) {
        session = other;
    }

    /** The next interleaved packet. */
    Packet next() throws IOException {
        int dollar = in.readUnsignedByte();
        if (dollar != '$') {
            throw new IOException("not interleaved data: " + dollar);
        }
        return packet();
    }

    private Packet packet() throws IOException {
        int channel = in.readUnsignedByte();
        byte[] data = in.readNBytes(in.readUnsignedShort());
        return parse(channel, data, data.length);
    }

    static Packet parse(int channel, byte[] data, int length) {
        ByteBuffer b = ByteBuffer.wrap(data, 0, length);
        int first = b.get() & 255;
        int second = b.get() & 255;
        int sequence = b.getShort() & 0xffff;
        if (channel % 2 == 1) {
            b.getInt();
            Instant clock = ntp(b);
            return new Packet(channel, 0, b.getInt() & 0xffffffffL, false, clock, 0, 0, new byte[0]);
        }
        long time = b.getInt() & 0xffffffffL;
        b.getInt();
        Instant camera = null;
        int flags = 0;
        int order = 0;
        if ((first & 0x10) != 0) {
            if (b.getShort() != (short) 0xABAC || b.getShort() != 3) {
                throw new IllegalStateException("another extension");
            }
            camera = ntp(b);
            flags = b.get() & 255;
            order = b.get() & 255;
            b.getShort();
        }
        byte[] payload = new byte[b.remaining()];
        b.get(payload);
        return new Packet(channel, sequence, time, (second & 0x80) != 0, camera, flags, order, payload);
    }

    private static Instant ntp(ByteBuffer b) {
        long seconds = b.getInt() & 0xffffffffL;
        long nanos = (b.getInt() & 0xffffffffL) * 1_000_000_000L >>> 32;
        return seconds == 0 ? null : Instant.ofEpochSecond(seconds - SECONDS_1900_TO_1970, nanos);
    }

    /** Media packets up to the one that ends the picture flagged T. */
    List<Packet> untilTerminal() throws IOException {
        List<Packet> all = new ArrayList<>();
        boolean terminal = false;
        while (true) {
            Packet packet = next();
            if (packet.channel() == 0) {
                all.add(packet);
                terminal |= (packet.flags() & 0x10) != 0;
                if (terminal && packet.marker()) {
                    return all;
                }
            }
        }
    }

    /** The Authorization header for a challenge, RFC 2617 without qop, or with SHA-256 when that is asked for. */
    static String authorization(Answer challenged, String user, String password, String method, String uri) {
        String challenge = challenged.header("WWW-Authenticate");
        String realm = value(challenge, "realm");
        String nonce = value(challenge, "nonce");
        String algorithm = challenge.contains("SHA-256") ? "SHA-256" : "MD5";
        String response = hash(
                algorithm,
                hash(algorithm, user + ":" + realm + ":" + password) + ":" + nonce + ":"
                        + hash(algorithm, method + ":" + uri));
        return "Authorization: Digest username=\"" + user + "\", realm=\"" + realm + "\", nonce=\"" + nonce
                + "\", uri=\"" + uri + "\", response=\"" + response + "\"";
    }

    private static String value(String challenge, String name) {
        Matcher found = Pattern.compile(name + "=\"([^\"]*)\"").matcher(challenge);
        return found.find() ? found.group(1) : "";
    }

    private static String hash(String algorithm, String text) {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean closedByOther() throws IOException {
        return in.read() < 0;
    }

    void timeout(int millis) throws IOException {
        socket.setSoTimeout(millis);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
