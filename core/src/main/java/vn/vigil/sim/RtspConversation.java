package vn.vigil.sim;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import vn.vigil.base.TimeSpan;
import vn.vigil.net.LoopbackServer;

/**
 * One RTSP connection (RFC 2326) with at most one session: DESCRIBE, SETUP, PLAY, PAUSE and the rest, replay as the ONVIF
 * Streaming Specification has it. One thread reads requests and, between them, sends what is due.
 */
final class RtspConversation {
    private static final int SESSION_SECONDS = 60;
    private static final long SESSION_NANOS = SESSION_SECONDS * 1_000_000_000L;
    private static final String TRACK = "/trackID=0";
    private static final String METHODS = "OPTIONS, DESCRIBE, SETUP, PLAY, PAUSE, GET_PARAMETER, TEARDOWN";

    private final Device device;
    private final LoopbackServer.Connection connection;
    private final Request.Reader reader;
    private final OutputStream replies;
    private final byte[] random = new byte[12];
    private long heard;
    private boolean over;

    // The session, while there is one.
    private String session;
    private boolean replay;
    private TimeSpan vendorSpan;
    private RtpSender sender;
    private LoopbackServer.Datagrams datagrams;
    private int timeBase;
    private Player player;
    private Player paused;

    private RtspConversation(Device device, LoopbackServer.Connection connection) throws IOException {
        this.device = device;
        this.connection = connection;
        this.reader = new Request.Reader(connection);
        this.replies = device.out(connection);
    }

    static void serve(Device device, LoopbackServer.Connection connection) throws IOException {
        RtspConversation conversation = new RtspConversation(device, connection);
        try {
            conversation.run();
        } finally {
            conversation.endSession();
        }
    }

    private void run() throws IOException {
        heard = device.world().nanos();
        while (!over) {
            long wait = player == null ? Long.MAX_VALUE : player.waitNanos();
            int millis = (int) Math.min(1_000, wait == 0 ? 0 : wait / 1_000_000 + 1);
            Request request = reader.next(millis);
            if (request != null) {
                heard = device.world().nanos();
                answer(request);
            } else if (device.world().nanos() - heard > SESSION_NANOS) {
                return;
            }
            if (player != null && !over) {
                player.step();
                over = player.cut();
            }
        }
    }

    private void answer(Request request) throws IOException {
        if (!request.protocol().startsWith("RTSP/1.")) {
            reply(request, 505, "RTSP Version not supported", "", "");
            return;
        }
        if (request.method().equals("OPTIONS")) {
            reply(request, 200, "OK", "Public: " + METHODS + "\r\n", "");
            return;
        }
        DigestGate.Standing standing = device.gate().judge(request);
        if (standing != DigestGate.Standing.ADMITTED) {
            String challenge = device.gate().challenge(standing == DigestGate.Standing.STALE, false);
            reply(request, 401, "Unauthorized", "WWW-Authenticate: " + challenge + "\r\n", "");
            return;
        }
        String path = path(request);
        boolean live = path.equals(Device.LIVE) || VendorStreams.isLive(device, request);
        boolean byVendor = VendorStreams.isPlayback(device, request);
        boolean recorded = byVendor
                ? isRecorded(VendorStreams.span(device, request))
                : path.equals(Device.REPLAY) && !device.recording().isEmpty();
        if (!live && !recorded) {
            reply(request, 404, "Not Found", "", "");
            return;
        }
        String require = request.header("require");
        if (require != null && (live || byVendor || !require.equals("onvif-replay"))) {
            reply(request, 551, "Option not supported", "Unsupported: " + require + "\r\n", "");
            return;
        }
        switch (request.method()) {
            case "DESCRIBE" -> describe(request, live);
            case "SETUP" -> setup(request, live);
            case "PLAY", "PAUSE", "TEARDOWN", "GET_PARAMETER", "SET_PARAMETER" -> inSession(request, require != null);
            default -> reply(request, 405, "Method Not Allowed", "Allow: " + METHODS + "\r\n", "");
        }
    }

    private boolean isRecorded(TimeSpan span) {
        return span != null
                && device.recording().at(span.from())
                        < Recording.atOrAfter(device.spec().picture(), span.to());
    }

    private static String path(Request request) {
        String path = request.path();
        if (path.endsWith(TRACK)) {
            path = path.substring(0, path.length() - TRACK.length());
        }
        return path.endsWith("/") && path.length() > 1 ? path.substring(0, path.length() - 1) : path;
    }

    private void describe(Request request, boolean live) throws IOException {
        Loop loop = device.loop();
        byte[] sps = loop.sps();
        Base64.Encoder base64 = Base64.getEncoder();
        Recording recording = device.recording();
        TimeSpan span = VendorStreams.span(device, request);
        boolean hikvision = span != null && device.spec().vendor().isHikvision();
        String range = live
                ? "npt=now-"
                : hikvision
                        ? HikvisionStreams.range(device, span.from(), span.to())
                        : span != null
                                ? "npt=0-" + span.length().toSeconds()
                                : "clock=" + Clock.format(device.cameraTime(recording.from())) + "-"
                                        + Clock.format(device.cameraTime(recording.to()));
        String sdp = "v=0\r\n"
                + "o=- 1 1 IN IP4 127.0.0.1\r\n"
                + "s=" + device.spec().id() + (live ? " live" : " recording") + "\r\n"
                + "c=IN IP4 0.0.0.0\r\n"
                + "t=0 0\r\n"
                + "a=control:*\r\n"
                + "a=range:" + range + "\r\n"
                + "m=video 0 RTP/AVP 96\r\n"
                + "a=rtpmap:96 H264/90000\r\n"
                + "a=fmtp:96 packetization-mode=1;profile-level-id="
                + HexFormat.of().withUpperCase().formatHex(sps, 1, 4)
                + ";sprop-parameter-sets=" + base64.encodeToString(sps) + "," + base64.encodeToString(loop.pps())
                + "\r\n"
                + "a=framerate:" + device.spec().picture().framesPerSecond() + "\r\n"
                + "a=recvonly\r\n"
                + "a=control:" + (hikvision ? HikvisionStreams.TRACK : TRACK.substring(1)) + "\r\n";
        String base = request.target().endsWith("/") ? request.target() : request.target() + "/";
        reply(request, 200, "OK", "Content-Base: " + base + "\r\nContent-Type: application/sdp\r\n", sdp);
    }

    private void setup(Request request, boolean live) throws IOException {
        if (player != null) {
            reply(request, 455, "Method Not Valid in This State", "", "");
            return;
        }
        if (session != null && !session.equals(sessionOf(request))) {
            reply(request, 454, "Session Not Found", "", "");
            return;
        }
        if (device.spec().has(Fault.BUSY)) {
            reply(request, 453, "Not Enough Bandwidth", "", "");
            return;
        }
        Transport transport = Transport.choose(request.header("transport", ""));
        if (transport == null) {
            reply(request, 461, "Unsupported transport", "", "");
            return;
        }
        endSession();
        replay = !live;
        vendorSpan = VendorStreams.span(device, request);
        device.world().random().nextBytes(random);
        session = HexFormat.of().formatHex(random, 0, 8);
        // A replay carries the recording's own numbers, so that two replays of one span are the same to the byte.
        int ssrc = device.spec().id().value().hashCode() | 1;
        int sequence = 0;
        timeBase = 0;
        if (live) {
            sequence = (random[8] & 255) << 8 | random[9] & 255;
            timeBase = (random[10] & 255) << 24 | (random[11] & 255) << 16;
        }
        String agreed;
        if (transport.interleaved()) {
            sender = RtpSender.interleaved(connection.out(), transport.number(), ssrc, sequence);
            agreed = "RTP/AVP/TCP;unicast;interleaved=" + transport.number() + "-" + (transport.number() + 1);
        } else {
            datagrams = LoopbackServer.datagrams();
            sender = RtpSender.datagrams(datagrams, transport.number(), ssrc, sequence);
            agreed = "RTP/AVP;unicast;client_port=" + transport.number() + "-" + (transport.number() + 1)
                    + ";server_port=" + datagrams.port() + "-" + (datagrams.port() + 1);
        }
        agreed += ";ssrc=" + HexFormat.of().withUpperCase().toHexDigits(ssrc);
        reply(request, 200, "OK", "Transport: " + agreed + "\r\n", "");
    }

    private void inSession(Request request, boolean marked) throws IOException {
        String given = sessionOf(request);
        if (request.method().equals("GET_PARAMETER") && given == null && request.body().length == 0) {
            reply(request, 200, "OK", "", "");
            return;
        }
        if (session == null || !session.equals(given)) {
            reply(request, 454, "Session Not Found", "", "");
            return;
        }
        switch (request.method()) {
            case "PLAY" -> play(request, marked);
            case "PAUSE" -> {
                if (player == null) {
                    reply(request, 455, "Method Not Valid in This State", "", "");
                } else {
                    paused = player;
                    player = null;
                    reply(request, 200, "OK", "", "");
                }
            }
            case "TEARDOWN" -> {
                reply(request, 200, "OK", "", "");
                endSession();
            }
            default -> {
                if (request.body().length == 0) {
                    reply(request, 200, "OK", "", "");
                } else {
                    reply(request, 451, "Parameter Not Understood", "", "");
                }
            }
        }
    }

    private void play(Request request, boolean marked) throws IOException {
        PictureSpec shape = device.spec().picture();
        Recording recording = replay ? device.recording() : null;
        String range = request.header("range");
        long first;
        long end = Recording.NONE;
        String played;
        boolean fast = false;
        if (recording == null) {
            long now = Recording.atOrBefore(shape, device.world().now());
            first = now - Math.floorMod(now, (long) shape.keyEvery());
            played = "npt=now-";
        } else {
            Clock.Range asked;
            try {
                asked = vendorSpan == null
                        ? Clock.range(range, device.cameraTime(recording.from()))
                        : vendorRange(range);
            } catch (IllegalArgumentException e) {
                reply(request, 457, "Invalid Range", "", "");
                return;
            }
            Player before = player != null ? player : paused;
            first = asked.from() != null
                    ? recording.at(device.trueTime(asked.from()))
                    : before != null
                            ? before.position()
                            : recording.segments().get(0).first();
            if (asked.to() != null) {
                end = Recording.atOrAfter(shape, device.trueTime(asked.to()));
            }
            if (first >= end) {
                reply(request, 457, "Invalid Range", "", "");
                return;
            }
            Instant until = asked.to() != null ? asked.to() : device.cameraTime(recording.to());
            Instant from = device.cameraTime(Recording.instant(shape, first));
            boolean hikvision = vendorSpan != null && device.spec().vendor().isHikvision();
            end = hikvision ? Recording.NONE : end; // it runs on behind the end asked for
            fast = hikvision;
            played = hikvision
                    ? HikvisionStreams.range(device, Recording.instant(shape, first), vendorSpan.to())
                    : vendorSpan != null ? "npt=0.000-" : "clock=" + Clock.format(from) + "-" + Clock.format(until);
        }
        boolean paced =
                !fast && (!replay || !request.header("rate-control", "yes").equalsIgnoreCase("no"));
        int cseq = cseq(request);
        boolean jump = range != null && (player != null || paused != null);
        Player.Order order = new Player.Order(
                recording, first, end, marked, paced, keysApart(request.header("frames", "all"), shape), cseq, jump);
        Player next = new Player(device, sender, timeBase, order);
        String info = "Range: " + played + "\r\n"
                + (replay ? "Scale: 1.0\r\n" : "")
                + "RTP-Info: url=" + device.rtsp((replay ? Device.REPLAY : Device.LIVE) + TRACK)
                + ";seq=" + sender.nextSequence() + ";rtptime=" + Integer.toUnsignedString(next.time(first)) + "\r\n";
        reply(request, 200, "OK", info, "");
        player = next;
        paused = null;
    }

    /** A vendor's address holds the span; the Range header counts from its beginning. */
    private Clock.Range vendorRange(String header) {
        Instant zero = device.cameraTime(vendorSpan.from());
        // Hikvision goes by its address alone; GStreamer, told a clock range, asks for seconds since 1900.
        Clock.Range asked = Clock.range(device.spec().vendor().isHikvision() ? null : header, zero);
        Instant end = device.cameraTime(vendorSpan.to());
        return new Clock.Range(
                asked.from() == null && player == null && paused == null ? zero : asked.from(),
                asked.to() == null || asked.to().isAfter(end) ? end : asked.to());
    }

    /** {@code Frames: intra} or {@code intra/milliseconds}; anything else: all, for there are no B-frames to leave out. */
    private static long keysApart(String frames, PictureSpec shape) {
        if (!frames.startsWith("intra")) {
            return 0;
        }
        int slash = frames.indexOf('/');
        try {
            long millis =
                    slash < 0 ? 0 : Integer.parseInt(frames.substring(slash + 1).trim());
            return Math.max(1, (millis * shape.framesPerSecond() + 999) / 1000);
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private static int cseq(Request request) {
        try {
            return Integer.parseInt(request.header("cseq", "0"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static String sessionOf(Request request) {
        String given = request.header("session");
        int semicolon = given == null ? -1 : given.indexOf(';');
        return semicolon < 0 ? given : given.substring(0, semicolon).trim();
    }

    private void endSession() {
        session = null;
        player = null;
        paused = null;
        sender = null;
        if (datagrams != null) {
            datagrams.close();
            datagrams = null;
        }
    }

    private void reply(Request request, int code, String reason, String headers, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = "RTSP/1.0 " + code + " " + reason + "\r\n"
                + "CSeq: " + request.header("cseq", "0") + "\r\n"
                + "Server: vigil simulated camera\r\n"
                + (session == null ? "" : "Session: " + session + ";timeout=" + SESSION_SECONDS + "\r\n")
                + headers
                + (bytes.length == 0 ? "" : "Content-Length: " + bytes.length + "\r\n")
                + "\r\n";
        byte[] start = head.getBytes(StandardCharsets.UTF_8);
        byte[] whole = Arrays.copyOf(start, start.length + bytes.length);
        System.arraycopy(bytes, 0, whole, start.length, bytes.length);
        replies.write(whole);
        replies.flush();
    }

    /**
     * How media is to travel.
     *
     * @param interleaved inside the RTSP connection
     * @param number first of the two channels, or of the client's two UDP ports
     */
    record Transport(boolean interleaved, int number) {
        /** The first of the offered transports that a camera understands, or null. */
        static Transport choose(String header) {
            for (String offer : header.split(",")) {
                String[] parts = offer.trim().split(";");
                boolean tcp = parts[0].equals("RTP/AVP/TCP");
                if (!tcp && !parts[0].equals("RTP/AVP") && !parts[0].equals("RTP/AVP/UDP")) {
                    continue;
                }
                int number = tcp ? 0 : -1;
                boolean multicast = false;
                for (String part : parts) {
                    if (part.startsWith(tcp ? "interleaved=" : "client_port=")) {
                        String first = part.substring(part.indexOf('=') + 1).split("-")[0];
                        number = first.matches("[0-9]{1,5}") ? Integer.parseInt(first) : -1;
                    }
                    multicast |= part.equals("multicast");
                }
                if (!multicast && number >= 0 && number <= (tcp ? 254 : 65534)) {
                    return new Transport(tcp, number);
                }
            }
            return null;
        }
    }
}
