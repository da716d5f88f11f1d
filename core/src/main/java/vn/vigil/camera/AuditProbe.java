package vn.vigil.camera;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.vigil.base.Deadline;
import vn.vigil.base.World;
import vn.vigil.ledger.Ledger;
import vn.vigil.ledger.Who;
import vn.vigil.net.AddressRules;
import vn.vigil.net.CameraUrl;
import vn.vigil.net.Endpoint;
import vn.vigil.net.Http;
import vn.vigil.net.HttpReply;
import vn.vigil.net.HttpRequest;
import vn.vigil.net.NetException;
import vn.vigil.net.Sweep;
import vn.vigil.net.TcpConnection;
import vn.vigil.net.TlsCertificate;
import vn.vigil.net.TlsTrust;
import vn.vigil.onvif.OnvifDevice;
import vn.vigil.onvif.OnvifException;
import vn.vigil.onvif.OnvifOptions;
import vn.vigil.rtsp.RtspException;
import vn.vigil.rtsp.RtspSession;

/**
 * Asks one camera what an audit wants to know. It looks at doors and opens none: connections are made and closed, questions are
 * put that any viewer puts, nothing on the device is changed. Stateless; safe for several threads.
 */
final class AuditProbe {
    /** Web, RTSP, and what cameras open beside them: FTP, SSH, telnet, Hikvision, Dahua, Xiongmai, UPnP. */
    static final int[] PORTS = {21, 22, 23, 80, 443, 554, 5000, 8000, 34567, 37777};

    private static final int HTTPS = 443;

    private final World world;
    private final Drivers drivers;
    private final Logins logins;
    private final Ledger ledger;
    private final DefaultPasswords defaults;
    private final int[] ports;
    private final Duration answer;

    /**
     * @param ports which are tried
     * @param answer limit for each question
     */
    AuditProbe(
            World world,
            Drivers drivers,
            Logins logins,
            Ledger ledger,
            DefaultPasswords defaults,
            int[] ports,
            Duration answer) {
        this.world = world;
        this.drivers = drivers;
        this.logins = logins;
        this.ledger = ledger;
        this.defaults = defaults;
        this.ports = ports;
        this.answer = answer;
    }

    /**
     * @param clock last reading that was stored, or null
     * @param who in whose name default passwords are tried; null: they are not
     */
    AuditFacts look(Camera camera, ClockReading clock, Who who, Deadline deadline) {
        Logins.Key key = logins.key(camera);
        Wire wire = drivers.wire(camera, key.login());
        Endpoint onvif = endpoint(camera.onvif());
        Endpoint web = camera.route().address() == null
                ? onvif
                : endpoint(camera.route().address());
        String host = host(camera, web);
        if (host == null) {
            return notAsked(camera, clock);
        }
        List<Integer> open = open(host, deadline);
        Shown tls = tls(host, web, deadline);
        AuditFacts.Reply stream = stream(camera, deadline);
        AuditFacts.Reply anonymous = onvif == null ? AuditFacts.Reply.NONE : device(onvif, wire.trust(), deadline);
        AuditConversation told = new AuditConversation(wire, camera, deadline);
        // A login that was refused before is not offered again; nothing is asked in its name.
        if (key.quarantinedSince() == null) {
            told.run(web, onvif);
            if (told.refused && key.login() != null) {
                logins.quarantine(camera.id(), key, world.now());
            }
        }
        String maker = maker(camera, told.device);
        boolean stored = DefaultPasswords.is(maker, key.login());
        boolean refused = told.refused || key.quarantinedSince() != null;
        AuditFacts.Try tried = null;
        if (who != null && !stored) {
            tried = refused
                    ? AuditFacts.Try.QUARANTINED
                    : defaults.attempt(camera, maker, web, wire.trust(), who, deadline.within(answer));
        }
        return new AuditFacts(
                stream,
                anonymous,
                snapshot(told, wire.trust(), deadline),
                told.device,
                told.accounts,
                open,
                told.services,
                tls.reply(),
                tls.certificate(),
                told.clockMode,
                told.timeServers,
                told.clock != null ? told.clock : clock,
                loginAge(camera),
                refused,
                wire.basicAllowed(),
                tried,
                stored);
    }

    /** What is known of a camera that nobody asked. */
    AuditFacts notAsked(Camera camera, ClockReading clock) {
        boolean refused = logins.key(camera).quarantinedSince() != null;
        return AuditFacts.notAsked(
                clock, loginAge(camera), refused, drivers.wire(camera, null).basicAllowed());
    }

    private static String maker(Camera camera, DeviceFacts now) {
        return switch (camera.route().driver()) {
            case HIKVISION -> "hikvision";
            case DAHUA -> "dahua";
            case ONVIF, RTSP, FOLDER ->
                Advisories.maker(
                        now != null && now.maker() != null
                                ? now.maker()
                                : camera.device().maker());
        };
    }

    private Duration loginAge(Camera camera) {
        String subject = Logins.subject(camera.id());
        Instant changed = ledger.last(subject, "camera.login");
        if (changed == null) {
            changed = ledger.last(subject, "camera.add");
        }
        return changed == null ? null : Duration.between(changed, world.now());
    }

    private static Endpoint endpoint(String address) {
        try {
            return address == null ? null : CameraFacts.onvif(address);
        } catch (NetException e) {
            throw new IllegalArgumentException("address was not judged before");
        }
    }

    private static String host(Camera camera, Endpoint web) {
        if (web != null) {
            return web.host();
        }
        try {
            return camera.url() == null ? null : CameraFacts.rtsp(camera.url()).host();
        } catch (NetException e) {
            throw new IllegalArgumentException("address was not judged before");
        }
    }

    private List<Integer> open(String host, Deadline deadline) {
        Sweep.Ports found = Sweep.of(world, host, ports, answer, deadline.within(answer));
        return found.there() && found.complete() ? found.open() : null;
    }

    /** What a TLS hello brought. */
    private record Shown(AuditFacts.Reply reply, TlsCertificate certificate) {}

    /** Reads the certificate, whoever signed it; nothing is sent behind the handshake. */
    private Shown tls(String host, Endpoint web, Deadline deadline) {
        Endpoint endpoint = web != null && web.tls() ? web : new Endpoint(host, HTTPS, true);
        try (TcpConnection connection = TcpConnection.open(
                world, endpoint, AddressRules.of(host), TlsTrust.anyKey(), deadline.within(answer))) {
            return new Shown(AuditFacts.Reply.OPEN, connection.certificate());
        } catch (NetException e) {
            boolean shut = e.cause() == NetException.Cause.CONNECTION_REFUSED;
            return new Shown(shut ? AuditFacts.Reply.CLOSED : AuditFacts.Reply.SILENT, null);
        }
    }

    /** Asks for the stream's description without a login; no picture is fetched. */
    private AuditFacts.Reply stream(Camera camera, Deadline deadline) {
        if (camera.url() == null) {
            return AuditFacts.Reply.SILENT;
        }
        Deadline step = deadline.within(answer);
        try {
            CameraUrl url = CameraFacts.rtsp(camera.url());
            try (RtspSession session = RtspSession.open(
                    world,
                    url,
                    null,
                    AddressRules.of(url.host()),
                    drivers.wire(camera, null).rtsp(step),
                    step)) {
                session.describe(step);
                return AuditFacts.Reply.OPEN;
            }
        } catch (RtspException e) {
            boolean shut = e.cause() == RtspException.Cause.LOGIN_NEEDED || e.status() == 401 || e.status() == 403;
            return shut ? AuditFacts.Reply.CLOSED : AuditFacts.Reply.SILENT;
        } catch (NetException e) {
            throw new IllegalArgumentException("address was not judged before");
        }
    }

    private AuditFacts.Reply device(Endpoint endpoint, TlsTrust trust, Deadline deadline) {
        Duration left = deadline.within(answer).left();
        OnvifOptions options = OnvifOptions.STANDARD.withDeadlines(left, left).withClockSamples(1, Duration.ZERO);
        try {
            OnvifDevice.connect(world, endpoint, AddressRules.of(endpoint.host()), trust, null, options)
                    .device();
            return AuditFacts.Reply.OPEN;
        } catch (OnvifException e) {
            boolean shut = e.reason() == OnvifException.Cause.LOGIN_REFUSED
                    || e.reason() == OnvifException.Cause.CLOCK_SKEW_SUSPECTED;
            return shut ? AuditFacts.Reply.CLOSED : AuditFacts.Reply.SILENT;
        }
    }

    /** Asks for a still picture without a login. What comes is looked at only so far as to know that it is one. */
    private AuditFacts.Reply snapshot(AuditConversation told, TlsTrust trust, Deadline deadline) {
        if (told.picture == null) {
            return AuditFacts.Reply.SILENT;
        }
        Http http = new Http(world, told.pictureAt, AddressRules.of(told.pictureAt.host()), trust, null, false);
        try {
            HttpRequest request = new HttpRequest("GET", told.picture, java.util.Map.of(), new byte[0], 16 << 20);
            HttpReply reply = http.sendWithoutLogin(request, deadline.within(answer));
            if (reply.status() == 401 || reply.status() == 403) {
                return AuditFacts.Reply.CLOSED;
            }
            String type = reply.header("content-type");
            boolean image =
                    type != null && type.toLowerCase(java.util.Locale.ROOT).startsWith("image/");
            return reply.status() == 200 && image && reply.body().length > 0
                    ? AuditFacts.Reply.OPEN
                    : AuditFacts.Reply.SILENT;
        } catch (NetException e) {
            return AuditFacts.Reply.SILENT;
        }
    }
}
