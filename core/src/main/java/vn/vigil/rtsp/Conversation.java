package vn.vigil.rtsp;

import java.util.List;
import java.util.Map;
import vn.vigil.base.Deadline;
import vn.vigil.base.World;
import vn.vigil.net.CameraUrl;
import vn.vigil.net.HttpAuth;
import vn.vigil.net.Login;
import vn.vigil.net.NetException;

/** Requests and their replies: numbers, session, login, and what a status means. For one thread. */
final class Conversation {
    /** Takes packets that arrive while a reply is awaited. */
    interface Packets {
        void packet(int channel, byte[] data);
    }

    /** Most requests with a login in a row: one, and its renewals. */
    static final int MOST_ATTEMPTS = 4;

    private final RtspWire wire;
    private final HttpAuth auth;
    private final String userAgent;
    private final Packets packets;
    private int cseq;
    private String session;

    Conversation(World world, RtspWire wire, Login login, RtspOptions options, Packets packets) {
        this.wire = wire;
        this.auth = new HttpAuth(world, login, options.basicAllowed());
        this.userAgent = options.userAgent();
        this.packets = packets;
    }

    /** The number of the latest request. */
    int cseq() {
        return cseq;
    }

    /** The latest request's login was taken. */
    void accepted() {
        auth.accepted();
    }

    /** The ways of logging in that the camera named. */
    List<String> schemes() {
        return auth.schemes();
    }

    void session(String id) {
        session = id;
    }

    /** Sends a request without waiting for its reply. */
    void send(String method, String uri, Map<String, String> headers) throws NetException {
        RtspMessage request = RtspMessage.request(method, uri)
                .with("CSeq", Integer.toString(++cseq))
                .with("User-Agent", userAgent);
        if (session != null) {
            request.with("Session", session);
        }
        headers.forEach(request::with);
        String authorization = auth.authorization(method, uri);
        if (authorization != null) {
            request.with("Authorization", authorization);
        }
        wire.send(request);
    }

    /**
     * Sends a request and waits for its reply; a 401 is answered with the login, once.
     *
     * @throws RtspException for every status but 2xx
     */
    RtspMessage ask(
            RtspException.Step step, String method, CameraUrl url, Map<String, String> headers, Deadline deadline)
            throws RtspException {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            RtspMessage reply;
            try {
                send(method, url.toString(), headers);
                reply = await(step, deadline);
            } catch (NetException e) {
                throw new RtspException(step, e);
            }
            if (reply.status() == 401) {
                refuseOrRenew(step, reply);
                continue;
            }
            if (reply.status() >= 300) {
                throw refusal(step, reply);
            }
            auth.accepted();
            return reply;
        }
        throw new RtspException(RtspException.Cause.PROTOCOL, step, "logins asked for without end");
    }

    /** What to do about a 401: returns when asking again makes sense. */
    void refuseOrRenew(RtspException.Step step, RtspMessage reply) throws RtspException {
        refuseOrRenew(auth, step, reply);
    }

    static void refuseOrRenew(HttpAuth auth, RtspException.Step step, RtspMessage reply) throws RtspException {
        switch (auth.challenged(reply.headers("WWW-Authenticate"))) {
            case ANSWER -> {}
            case REFUSED -> throw new RtspException(RtspException.Cause.LOGIN_REFUSED, step, 401, "login refused");
            case NOT_UNDERSTOOD ->
                throw new RtspException(
                        RtspException.Cause.LOGIN_NEEDED,
                        step,
                        401,
                        "a login is asked for that was not given or allowed");
        }
    }

    private RtspMessage await(RtspException.Step step, Deadline deadline) throws NetException, RtspException {
        while (true) {
            RtspFrame frame = read(step, deadline);
            if (frame == null) {
                throw new RtspException(RtspException.Cause.CLOSED, step, "the camera closed the connection");
            }
            if (frame instanceof RtspFrame.Interleaved packet) {
                packets.packet(packet.channel(), packet.data());
            } else if (frame instanceof RtspMessage message) {
                if (message.isRequest()) {
                    answer(step, message);
                } else if (message.status() >= 200 && (message.cseq() == cseq || message.cseq() < 0)) {
                    return message;
                }
            }
        }
    }

    /** The next frame, or null at the end of the connection. */
    RtspFrame read(RtspException.Step step, Deadline deadline) throws NetException, RtspException {
        try {
            return wire.next(deadline);
        } catch (RtspFault e) {
            throw new RtspException(RtspException.Cause.PROTOCOL, step, e.getMessage());
        }
    }

    /** Some devices ask, too (RFC 2326 §10): everything but a redirect is answered politely. */
    void answer(RtspException.Step step, RtspMessage request) throws NetException, RtspException {
        wire.send(answerTo(request));
        refuseRedirect(step, request);
    }

    static RtspMessage answerTo(RtspMessage request) {
        boolean known = request.method().equals("OPTIONS")
                || request.method().endsWith("_PARAMETER")
                || request.method().equals("ANNOUNCE");
        RtspMessage reply = known ? RtspMessage.reply(200, "OK") : RtspMessage.reply(501, "Not Implemented");
        return reply.with("CSeq", Integer.toString(Math.max(0, request.cseq())));
    }

    static void refuseRedirect(RtspException.Step step, RtspMessage request) throws RtspException {
        if (request.method().equals("REDIRECT")) {
            throw new RtspException(RtspException.Cause.REDIRECT, step, redirect(request));
        }
    }

    static RtspException refusal(RtspException.Step step, RtspMessage reply) {
        int status = reply.status();
        RtspException.Cause cause =
                switch (status) {
                    case 404 -> RtspException.Cause.NOT_FOUND;
                    case 453, 503 -> RtspException.Cause.BUSY;
                    case 454 -> RtspException.Cause.SESSION_GONE;
                    case 457 -> RtspException.Cause.RANGE;
                    case 461 -> RtspException.Cause.TRANSPORT;
                    case 551 -> RtspException.Cause.REPLAY_UNSUPPORTED;
                    default -> status < 400 ? RtspException.Cause.REDIRECT : RtspException.Cause.REJECTED;
                };
        String message = cause == RtspException.Cause.REDIRECT ? redirect(reply) : "refused with status " + status;
        return new RtspException(cause, step, status, message);
    }

    /** Where to, without user info, path or anything else a camera could write for others to follow. */
    private static String redirect(RtspMessage message) {
        try {
            String location = message.header("Location");
            CameraUrl url = CameraUrl.parse(location == null ? "" : location, "rtsp", "rtsps", "http", "https");
            return "a redirect to " + url.endpoint() + " was not followed";
        } catch (NetException e) {
            return "a redirect was not followed";
        }
    }
}
