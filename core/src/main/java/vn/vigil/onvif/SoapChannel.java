package vn.vigil.onvif;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import vn.vigil.base.Deadline;
import vn.vigil.base.World;
import vn.vigil.net.Http;
import vn.vigil.net.HttpReply;
import vn.vigil.net.HttpRequest;
import vn.vigil.net.Login;
import vn.vigil.net.NetException;
import vn.vigil.xml.Xml;
import vn.vigil.xml.XmlException;
import vn.vigil.xml.XmlReader;

/**
 * Calls of one device, with the ladder of logins that ONVIF Core prescribes: first without; a 401 with a challenge is answered
 * by HTTP authentication; a fault that says NotAuthorized by a UsernameToken. Which of the two it was is kept for the rest of
 * the conversation, and a login that was refused once is never offered again. For one thread.
 */
final class SoapChannel {
    private static final int NONCE_BYTES = 16;
    private static final Pattern LOCKED = Pattern.compile("(?i)\\block(ed|out)?\\b");

    private final World world;
    private final Http http;
    private final Login login;
    private final OnvifOptions options;
    private final Instant wallAtStart;
    private final long tickAtStart;
    private ClockReading clock;
    private boolean byToken;
    private boolean tokenAccepted;
    private boolean loggedIn;
    private OnvifException spent;

    SoapChannel(World world, Http http, Login login, OnvifOptions options) {
        this.world = world;
        this.http = http;
        this.login = login;
        this.options = options;
        this.wallAtStart = world.now();
        this.tickAtStart = world.nanos();
    }

    /** Our own clock, carried on by the ticker: a jump of the wall clock in mid-conversation changes nothing. */
    Instant now() {
        return wallAtStart.plusNanos(world.nanos() - tickAtStart);
    }

    void clock(ClockReading reading) {
        clock = reading;
    }

    /**
     * One call.
     *
     * @param target path and query of the service
     * @param namespace of the call's element
     * @param name of the call; its answer is {@code nameResponse}
     * @param inside the call's content, ready-made XML
     * @return the answer's element
     */
    Xml call(OnvifException.Step step, String target, String namespace, String name, String inside, Deadline deadline)
            throws OnvifException {
        if (spent != null) {
            throw OnvifException.refused(step, spent.reason(), "the login was refused before and is not offered again");
        }
        if (byToken) {
            return answer(step, name, withToken(step, target, namespace, name, inside, deadline));
        }
        HttpReply reply = post(step, target, namespace, name, "", inside, deadline, true);
        switch (reply.access()) {
            case REFUSED ->
                throw spend(OnvifException.refused(
                        step,
                        locked(XmlReader.decode(reply.body()))
                                ? OnvifException.Cause.LOCKED
                                : OnvifException.Cause.LOGIN_REFUSED,
                        "HTTP authentication was refused"));
            case NEEDED -> {
                if (login == null) {
                    throw OnvifException.of(step, OnvifException.Cause.LOGIN_REFUSED, "a login is asked for");
                }
                if (!reply.headers("www-authenticate").isEmpty()) {
                    throw OnvifException.of(
                            step, OnvifException.Cause.LOGIN_REFUSED, "no way of logging in that is known and allowed");
                }
                return answer(step, name, withToken(step, target, namespace, name, inside, deadline));
            }
            case ACCEPTED -> loggedIn = true;
            case OPEN -> {}
        }
        Soap.Reply read = read(step, reply);
        if (read.fault() != null && read.fault().notAuthorized() && reply.access() == HttpReply.Access.OPEN) {
            if (login == null) {
                throw OnvifException.of(step, OnvifException.Cause.LOGIN_REFUSED, "a login is asked for");
            }
            read = withToken(step, target, namespace, name, inside, deadline);
        }
        return answer(step, name, read);
    }

    /**
     * One call that devices shall answer to anybody.
     *
     * @return null when this one asks for a login
     */
    Xml callOpen(OnvifException.Step step, String target, String namespace, String name, Deadline deadline)
            throws OnvifException {
        HttpReply reply = post(step, target, namespace, name, "", "", deadline, false);
        if (reply.access() == HttpReply.Access.NEEDED) {
            return null;
        }
        Soap.Reply read = read(step, reply);
        return read.fault() != null && read.fault().notAuthorized() ? null : answer(step, name, read);
    }

    private Soap.Reply withToken(
            OnvifException.Step step, String target, String namespace, String name, String inside, Deadline deadline)
            throws OnvifException {
        byte[] nonce = new byte[NONCE_BYTES];
        world.random().nextBytes(nonce);
        Duration offset = clock == null || !clock.known() ? Duration.ZERO : clock.offset();
        String header = WsSecurity.header(login.user(), login.password(), now().plus(offset), nonce);
        HttpReply reply = post(step, target, namespace, name, header, inside, deadline, false);
        boolean refused = reply.access() == HttpReply.Access.NEEDED;
        Soap.Reply read = refused ? null : read(step, reply);
        if (refused || read.fault() != null && read.fault().notAuthorized() && !tokenAccepted) {
            boolean doubtful = clock == null || !clock.known() || !clock.plausible() || clock.localAsUtcSuspected();
            boolean locked = read != null && locked(read.fault().text());
            throw spend(OnvifException.refused(
                    step,
                    locked
                            ? OnvifException.Cause.LOCKED
                            : doubtful ? OnvifException.Cause.CLOCK_SKEW_SUSPECTED : OnvifException.Cause.LOGIN_REFUSED,
                    "the UsernameToken was refused"
                            + (doubtful ? "; the device's clock is unknown or implausible" : "")));
        }
        byToken = true;
        tokenAccepted = true;
        loggedIn = true;
        return read;
    }

    /** Whether a login was asked for and accepted. */
    boolean loggedIn() {
        return loggedIn;
    }

    /** Devices say in words that they lock callers out (Dahua: "the account is locked"; Hikvision: lockStatus lock). */
    static boolean locked(String words) {
        return LOCKED.matcher(words).find();
    }

    private OnvifException spend(OnvifException refusal) {
        spent = refusal;
        return refusal;
    }

    private HttpReply post(
            OnvifException.Step step,
            String target,
            String namespace,
            String name,
            String header,
            String inside,
            Deadline deadline,
            boolean mayLogIn)
            throws OnvifException {
        String body = "<" + name + " xmlns=\"" + namespace + "\">" + inside + "</" + name + ">";
        String type = OnvifNames.CONTENT_TYPE + "; action=\"" + namespace + "/" + name + "\"";
        HttpRequest request = new HttpRequest(
                "POST", target, Map.of("Content-Type", type), Soap.envelope(header, body), options.maxBody());
        Deadline call = deadline.within(options.callDeadline());
        try {
            return mayLogIn ? http.send(request, call) : http.sendWithoutLogin(request, call);
        } catch (NetException e) {
            throw OnvifException.network(step, e);
        }
    }

    private static Soap.Reply read(OnvifException.Step step, HttpReply reply) throws OnvifException {
        int status = reply.status();
        try {
            return Soap.read(reply.body());
        } catch (Soap.NotSoap e) {
            String detail = "HTTP " + status + " with " + e.getMessage();
            if (status == 403) {
                throw OnvifException.of(step, OnvifException.Cause.LOGIN_REFUSED, detail);
            }
            boolean other = status < 400 || status == 404 || status == 405 || status == 501;
            throw OnvifException.of(
                    step, other ? OnvifException.Cause.NOT_ONVIF : OnvifException.Cause.PROTOCOL, detail);
        } catch (XmlException e) {
            throw OnvifException.of(step, OnvifException.Cause.PROTOCOL, "HTTP " + status + " with " + e.getMessage());
        }
    }

    private static Xml answer(OnvifException.Step step, String name, Soap.Reply read) throws OnvifException {
        if (read.fault() != null) {
            throw OnvifException.fault(step, read.fault());
        }
        if (read.element() == null || !read.element().name().equals(name + "Response")) {
            throw OnvifException.of(step, OnvifException.Cause.PROTOCOL, "no " + name + "Response");
        }
        return read.element();
    }
}
