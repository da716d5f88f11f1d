package vn.vigil.rtsp;

import java.io.Closeable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.vigil.base.Deadline;
import vn.vigil.base.World;
import vn.vigil.net.AddressRules;
import vn.vigil.net.CameraUrl;
import vn.vigil.net.Login;
import vn.vigil.net.NetException;
import vn.vigil.net.TcpConnection;

/**
 * One conversation with a camera: {@code open}, {@code options}, {@code describe}, {@code setup}, {@code play}, {@code next}
 * until enough has been seen, {@code close}. Keep-alive is sent from within {@link #next}, so call it at least every few
 * seconds. For one thread; {@link #close()} may come from any.
 */
public final class RtspSession implements Closeable {
    private static final Duration FAREWELL = Duration.ofSeconds(1);
    /** How long past the end asked for a replay is read: reordered pictures of before the end come late. */
    private static final Duration AFTER_END = Duration.ofSeconds(1);

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final World world;
    private final RtspOptions options;
    private final CameraUrl url;
    private final RtspWire wire;
    private final Conversation conversation;
    private final Queue<RtspEvent> events = new ArrayDeque<>();
    private final Receiving receiving;
    private final AtomicBoolean inUse = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();

    private Describing.Described described;
    private PlayRequest request;
    private RecordedClock recorded;
    private String sessionId;
    private KeepAlive keepAlive;
    private boolean publicKnown;
    private Set<String> methods = Set.of();
    private long watchedFrom;
    private long stalledAt = -1;
    private int datagrams;
    private RtspEvent.Ended ended;

    private RtspSession(World world, CameraUrl url, Login login, RtspOptions options, TcpConnection connection) {
        this.world = world;
        this.options = options;
        this.url = url;
        this.wire = new RtspWire(connection);
        this.receiving = new Receiving(world, connection, events);
        this.conversation = new Conversation(world, wire, login, options, receiving::interleaved);
    }

    /**
     * Connects; asks nothing yet.
     *
     * @param url what to watch, on the registered host; its own user info is not used
     * @param login offered once when the camera asks for one; null to go without
     */
    public static RtspSession open(
            World world, CameraUrl url, Login login, AddressRules rules, RtspOptions options, Deadline deadline)
            throws RtspException {
        try {
            TcpConnection connection = TcpConnection.open(world, url.endpoint(), rules, options.trust(), deadline);
            return new RtspSession(world, url.withHost(url.host(), url.port()), login, options, connection);
        } catch (NetException e) {
            throw new RtspException(RtspException.Step.TCP, e);
        }
    }

    /**
     * Asks which methods are known (the Public header), in upper case; empty when the camera will not say. Not needed for
     * what follows, but decides how the session is kept alive.
     */
    public Set<String> options(Deadline deadline) throws RtspException {
        try {
            RtspMessage reply = conversation.ask(RtspException.Step.OPTIONS, "OPTIONS", url, Map.of(), deadline);
            methods = publicMethods(reply);
            publicKnown = !methods.isEmpty();
        } catch (RtspException e) {
            if (e.cause() != RtspException.Cause.REJECTED && e.cause() != RtspException.Cause.NOT_FOUND) {
                throw e;
            }
        }
        return Set.copyOf(methods);
    }

    static Set<String> publicMethods(RtspMessage reply) {
        Set<String> found = new LinkedHashSet<>();
        for (String line : reply.headers("Public")) {
            for (String word : line.split(",")) {
                if (!word.isBlank()) {
                    found.add(word.strip().toUpperCase(Locale.ROOT));
                }
            }
        }
        return found;
    }

    /**
     * Asks what there is to see; the login is offered here when it is asked for.
     *
     * @throws RtspException LOGIN_REFUSED, LOGIN_NEEDED, NOT_FOUND, BUSY, REDIRECT, …
     */
    public Presentation describe(Deadline deadline) throws RtspException {
        RtspMessage reply = conversation.ask(
                RtspException.Step.DESCRIBE, "DESCRIBE", url, Map.of("Accept", "application/sdp"), deadline);
        String base = reply.header("Content-Base");
        described = Describing.describe(url, base != null ? base : reply.header("Content-Location"), reply.body());
        if (described.presentation().video() == null && described.presentation().audio() == null) {
            throw new RtspException(
                    RtspException.Cause.NO_TRACK, RtspException.Step.DESCRIBE, "no track that can be received");
        }
        return described.presentation();
    }

    /**
     * Sets up some of the described tracks for what will be played.
     *
     * @param tracks indices into the presentation's tracks, at least one, none of codec OTHER
     * @throws RtspException TRANSPORT, REPLAY_UNSUPPORTED, BUSY, …
     */
    public void setup(Collection<Integer> tracks, PlayRequest what, Deadline deadline) throws RtspException {
        if (described == null || request != null || tracks.isEmpty()) {
            throw new IllegalStateException("describe first, set up once, at least one track");
        }
        request = what;
        boolean udp = options.transport() == RtspOptions.Transport.UDP;
        for (int index : tracks) {
            try {
                setup(index, udp, deadline);
            } catch (RtspException e) {
                boolean fallBack = e.cause() == RtspException.Cause.TRANSPORT
                        && !udp
                        && receiving.isEmpty()
                        && options.transport() == RtspOptions.Transport.TCP_THEN_UDP
                        && what instanceof PlayRequest.Live;
                if (!fallBack) {
                    throw e;
                }
                udp = true;
                setup(index, true, deadline);
            }
        }
    }

    private void setup(int index, boolean udp, Deadline deadline) throws RtspException {
        Presentation.Track track = described.presentation().tracks().get(index);
        Map<String, String> headers = new LinkedHashMap<>();
        int channel = receiving.nextChannel();
        try {
            int port = udp ? receiving.openPorts() : 0;
            headers.put(
                    "Transport",
                    udp
                            ? "RTP/AVP;unicast;client_port=" + port + "-" + (port + 1)
                            : "RTP/AVP/TCP;unicast;interleaved=" + channel + "-" + (channel + 1));
            addReplay(headers);
            RtspMessage reply = conversation.ask(RtspException.Step.SETUP, "SETUP", track.control(), headers, deadline);
            TransportHeader transport = TransportHeader.parse(reply.header("Transport"));
            if (transport.udp() != udp && reply.header("Transport") != null) {
                throw new RtspException(
                        RtspException.Cause.TRANSPORT, RtspException.Step.SETUP, "another transport than asked for");
            }
            rememberSession(reply);
            receiving.add(index, described.chosen().get(index), transport, channel, udp);
        } catch (NetException e) {
            throw new RtspException(RtspException.Step.SETUP, e);
        }
    }

    private void rememberSession(RtspMessage reply) throws RtspException {
        String header = reply.header("Session");
        if (header == null) {
            return;
        }
        String[] parts = header.split(";");
        if (sessionId == null) {
            sessionId = parts[0].strip();
            conversation.session(sessionId);
            int timeout = 60; // RFC 2326 §12.37
            for (String part : parts) {
                String one = part.strip().toLowerCase(Locale.ROOT);
                int said = one.startsWith("timeout=") ? Numbers.leading(one.substring(8), 86_400) : -1;
                timeout = said > 0 ? said : timeout;
            }
            keepAlive = new KeepAlive(world, Duration.ofSeconds(timeout).dividedBy(2), publicKnown, methods);
        }
    }

    private void addReplay(Map<String, String> headers) {
        if (request instanceof PlayRequest.Replay) {
            headers.put("Require", "onvif-replay");
        }
    }

    /** Starts what {@link #setup} prepared. */
    public void play(Deadline deadline) throws RtspException {
        Map<String, String> headers = new LinkedHashMap<>();
        addReplay(headers);
        if (request instanceof PlayRequest.Replay replay) {
            Instant to = replay.span().to();
            Instant rounded = to.truncatedTo(ChronoUnit.MILLIS);
            headers.put(
                    "Range",
                    "clock=" + CLOCK.format(replay.span().from()) + "-"
                            + CLOCK.format(rounded.equals(to) ? to : rounded.plusMillis(1)));
            headers.put("Rate-Control", "no");
            if (replay.keyFramesOnly()) {
                headers.put("Frames", "intra");
            }
        } else {
            headers.put("Range", "npt=0.000-");
        }
        RtspMessage reply = conversation.ask(RtspException.Step.PLAY, "PLAY", described.aggregate(), headers, deadline);
        if (request instanceof PlayRequest.Recorded what) {
            RecordedClock clock =
                    new RecordedClock(what, described.presentation().range());
            clock.playing(reply.header("Range"));
            recorded = clock;
        }
        watchedFrom = world.nanos();
        if (keepAlive == null) {
            keepAlive = new KeepAlive(world, Duration.ofSeconds(30), publicKnown, methods);
        }
    }

    /**
     * Waits for the next event; after Ended, only Ended.
     *
     * @throws RtspException PROTOCOL when what comes cannot be understood, LOGIN_REFUSED, SESSION_GONE, REDIRECT
     */
    public RtspEvent next(Deadline deadline) throws RtspException {
        inUse.set(true);
        try {
            while (true) {
                RtspEvent event = events.poll();
                if (event != null) {
                    return stamped(event);
                }
                if (ended != null) {
                    return ended;
                }
                RtspEvent own = step(deadline);
                if (own != null && events.isEmpty()) {
                    return stamped(own);
                }
            }
        } catch (NetException e) {
            if (e.cause() == NetException.Cause.CLOSED) {
                return stamped(end(RtspEvent.EndReason.CLOSED));
            }
            throw new RtspException(RtspException.Step.STREAM, e);
        } finally {
            inUse.set(false);
        }
    }

    /**
     * One wait for one frame.
     *
     * @return an event of the session itself, or null
     */
    private RtspEvent step(Deadline deadline) throws NetException, RtspException {
        if (keepAlive.due()) {
            keepAlive.send(conversation, described.aggregate());
            receiving.keepAlive();
        }
        long silence = world.nanos() - Math.max(watchedFrom, receiving.lastWatched());
        long patience = options.watchdog().toNanos() - silence;
        if (patience <= 0) {
            if (!(request instanceof PlayRequest.Live)) {
                return end(RtspEvent.EndReason.IDLE);
            }
            if (stalledAt != receiving.lastWatched()) {
                stalledAt = receiving.lastWatched();
                return new RtspEvent.Stalled(Duration.ofNanos(silence));
            }
        }
        if (deadline.passed()) {
            return new RtspEvent.TimedOut();
        }
        Duration wait = keepAlive.left();
        if (patience > 0 && wait.toNanos() > patience) {
            wait = Duration.ofNanos(patience);
        }
        try {
            if (receiving.isUdp()) {
                // The connection is looked at in the pauses, and now and then when there are none.
                if (!receiving.udp(deadline.within(wait)) || ++datagrams % 64 == 0) {
                    receive(Deadline.in(world, Duration.ofMillis(1)));
                }
            } else {
                receive(deadline.within(wait));
            }
        } catch (NetException e) {
            if (e.cause() != NetException.Cause.TIMEOUT) {
                throw e;
            }
        }
        return judgeEnd();
    }

    private void receive(Deadline deadline) throws NetException, RtspException {
        RtspFrame frame = conversation.read(RtspException.Step.STREAM, deadline);
        if (frame == null) {
            throw new NetException(NetException.Cause.CLOSED, "the camera closed the connection");
        } else if (frame instanceof RtspFrame.Interleaved packet) {
            receiving.interleaved(packet.channel(), packet.data());
        } else if (frame instanceof RtspMessage message && message.isRequest()) {
            conversation.answer(RtspException.Step.STREAM, message);
        } else if (frame instanceof RtspMessage message) {
            keepAlive.answered(conversation, message, described.aggregate());
        }
    }

    private RtspEvent judgeEnd() {
        if (receiving.terminal()) {
            return end(RtspEvent.EndReason.TERMINAL);
        }
        if (receiving.bye()) {
            return end(RtspEvent.EndReason.BYE);
        }
        Instant reached = recorded == null ? receiving.reached() : recorded.reached();
        Instant wanted = request instanceof PlayRequest.Replay replay
                ? replay.span().to()
                : request instanceof PlayRequest.Recorded what ? what.span().to() : null;
        if (reached != null && wanted != null && !reached.isBefore(wanted.plus(AFTER_END))) {
            return end(RtspEvent.EndReason.REACHED_END);
        }
        return null;
    }

    private RtspEvent stamped(RtspEvent event) {
        if (recorded == null || !(event instanceof RtspEvent.Unit told)) {
            return event;
        }
        TrackReceiver track = receiving.track(told.unit().track());
        return new RtspEvent.Unit(
                recorded.stamp(told.unit(), track.clockRate, track.marked(), receiving.watches(track)));
    }

    /** What was waiting for its end comes out first, then the end. */
    private RtspEvent end(RtspEvent.EndReason reason) {
        receiving.flush();
        ended = new RtspEvent.Ended(reason);
        RtspEvent first = events.poll();
        return first != null ? first : ended;
    }

    /** The caller did not read for a while, of its own accord: what waited meanwhile is not the camera's silence. */
    public void rested() {
        watchedFrom = world.nanos();
    }

    /** What was seen so far, one entry for each track set up. */
    public List<StreamFacts> facts() {
        return receiving.facts();
    }

    /**
     * What the camera time of the units of a {@link PlayRequest.Recorded} rests on; the latest unit's, since a device may tell
     * better while it plays. Null for other requests and before PLAY.
     */
    public RecordedTime recordedTime() {
        return recorded == null ? null : recorded.source();
    }

    /** Packets on channels nobody asked for. */
    public int strayPackets() {
        return receiving.stray();
    }

    /** Whether the packets travel by UDP. */
    public boolean overUdp() {
        return receiving.isUdp();
    }

    /** The ways of logging in that the camera named when it asked for one; empty when it asked for none. */
    public List<String> loginSchemes() {
        return conversation.schemes();
    }

    /** SHA-256 of the camera's TLS key in hex, null without TLS. */
    public String fingerprint() {
        return wire.connection().fingerprint();
    }

    /** Takes leave (TEARDOWN, at most one second) and closes the connection. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            if (sessionId != null) {
                conversation.send("TEARDOWN", described.aggregate().toString(), Map.of());
                if (!inUse.get()) {
                    farewell();
                }
            }
        } catch (NetException | RtspException e) {
            // The camera is gone already, or talks nonsense; the session ends by its own timeout then.
        } finally {
            receiving.close();
            wire.close();
        }
    }

    private void farewell() throws NetException, RtspException {
        Deadline deadline = Deadline.in(world, FAREWELL);
        int asked = conversation.cseq();
        RtspFrame frame;
        while ((frame = conversation.read(RtspException.Step.STREAM, deadline)) != null) {
            if (frame instanceof RtspMessage reply && !reply.isRequest() && reply.cseq() == asked) {
                return;
            }
        }
    }
}
