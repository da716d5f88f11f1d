package vn.vigil.camera;

import java.time.Duration;
import java.util.Map;
import vn.vigil.base.Deadline;
import vn.vigil.base.World;
import vn.vigil.camera.LoginTest.Answer;
import vn.vigil.net.AddressRules;
import vn.vigil.net.CameraUrl;
import vn.vigil.net.Endpoint;
import vn.vigil.net.Http;
import vn.vigil.net.HttpReply;
import vn.vigil.net.HttpRequest;
import vn.vigil.net.Login;
import vn.vigil.net.NetException;
import vn.vigil.net.TlsTrust;
import vn.vigil.onvif.OnvifDevice;
import vn.vigil.onvif.OnvifException;
import vn.vigil.onvif.OnvifOptions;
import vn.vigil.rtsp.RtspException;
import vn.vigil.rtsp.RtspOptions;
import vn.vigil.rtsp.RtspSession;

/** Offers a login to a camera exactly once, where its driver would offer it. Stateless. */
final class LoginTrial {
    private static final int MAX_BODY = 1 << 20;

    private final World world;
    private final boolean basicAllowed;

    /** @param basicAllowed whether Basic may go over plain connections at every camera */
    LoginTrial(World world, boolean basicAllowed) {
        this.world = world;
        this.basicAllowed = basicAllowed;
    }

    /** What the camera says to the login. */
    Answer offer(Camera camera, Login login, Deadline deadline) {
        try {
            DriverKind driver = camera.route().driver();
            boolean vendor = driver == DriverKind.HIKVISION || driver == DriverKind.DAHUA;
            if (vendor && camera.route().address() != null) {
                return web(camera, login, deadline);
            }
            return camera.onvif() != null ? onvif(camera, login, deadline) : rtsp(camera, login, deadline);
        } catch (NetException e) {
            return e.cause() == NetException.Cause.PROTOCOL || e.cause() == NetException.Cause.TOO_LARGE
                    ? Answer.UNCLEAR
                    : Answer.UNREACHABLE;
        }
    }

    private Answer onvif(Camera camera, Login login, Deadline deadline) {
        Answer first = onvif(camera, login, false, deadline);
        if (first != Answer.ACCEPTED_BY_OWN_CLOCK) {
            return first;
        }
        // The one second try there is: the device told a time that it may not judge by.
        Answer second = onvif(camera, login, true, deadline);
        return second == Answer.ACCEPTED ? Answer.ACCEPTED_BY_OWN_CLOCK : second;
    }

    /** ACCEPTED_BY_OWN_CLOCK: refused, and the device's clock may be why. */
    private Answer onvif(Camera camera, Login login, boolean ownClock, Deadline deadline) {
        try {
            OnvifDevice device = device(camera, login, deadline);
            if (ownClock) {
                device.trustOwnClock();
            }
            device.device();
            return device.loggedIn() ? Answer.ACCEPTED : Answer.NOT_ASKED;
        } catch (OnvifException e) {
            return switch (e.reason()) {
                case UNREACHABLE, TIMEOUT -> Answer.UNREACHABLE;
                case LOGIN_REFUSED -> e.loginRefused() ? Answer.REFUSED : Answer.NOT_OFFERED;
                case LOCKED -> Answer.LOCKED;
                case CLOCK_SKEW_SUSPECTED -> ownClock ? Answer.REFUSED : Answer.ACCEPTED_BY_OWN_CLOCK;
                case NOT_ONVIF, PROTOCOL, TOO_LARGE, UNSUPPORTED, FAULT -> Answer.UNCLEAR;
            };
        }
    }

    /** A conversation with the camera's ONVIF service under this login. */
    OnvifDevice device(Camera camera, Login login, Deadline deadline) throws OnvifException {
        Endpoint endpoint = CameraFacts.device(camera);
        // To the second is enough for a token.
        OnvifOptions options = OnvifOptions.STANDARD
                .withDeadlines(deadline.left(), deadline.left())
                .withClockSamples(1, Duration.ZERO);
        return OnvifDevice.connect(
                world,
                endpoint,
                AddressRules.of(endpoint.host()),
                new TlsTrust.Pinned(camera.route().pin()),
                login,
                basic(camera) ? options.withBasicAllowed() : options);
    }

    private boolean basic(Camera camera) {
        return basicAllowed || camera.route().basicAllowed();
    }

    /** Without the login first: who is let in unasked has not been told whether it is good. */
    private Answer rtsp(Camera camera, Login login, Deadline deadline) throws NetException {
        if (camera.url() == null) {
            return Answer.UNCLEAR;
        }
        CameraUrl url = CameraFacts.rtsp(camera.url());
        Answer open = describe(camera, url, null, deadline);
        return open == Answer.NOT_OFFERED ? describe(camera, url, login, deadline) : open;
    }

    private Answer describe(Camera camera, CameraUrl url, Login login, Deadline deadline) {
        RtspOptions options = RtspOptions.defaults().withBasicAllowed(basic(camera));
        try (RtspSession session =
                RtspSession.open(world, url, login, AddressRules.of(url.host()), options, deadline)) {
            session.describe(deadline);
            return login == null ? Answer.NOT_ASKED : Answer.ACCEPTED;
        } catch (RtspException e) {
            return switch (Probe.failure(e)) {
                case REFUSED -> Answer.REFUSED;
                case NOT_OFFERED -> Answer.NOT_OFFERED;
                case UNREACHABLE -> Answer.UNREACHABLE;
                default -> Answer.UNCLEAR;
            };
        }
    }

    private Answer web(Camera camera, Login login, Deadline deadline) throws NetException {
        Endpoint endpoint = CameraFacts.web(camera.route().address());
        boolean hikvision = camera.route().driver() == DriverKind.HIKVISION;
        String path = hikvision ? "/ISAPI/System/deviceInfo" : "/cgi-bin/magicBox.cgi?action=getSystemInfo";
        Http http = new Http(
                world,
                endpoint,
                AddressRules.of(endpoint.host()),
                new TlsTrust.Pinned(camera.route().pin()),
                login,
                basic(camera) || endpoint.tls());
        HttpReply reply = http.send(new HttpRequest("GET", path, Map.of(), new byte[0], MAX_BODY), deadline);
        return switch (reply.access()) {
            case ACCEPTED -> reply.status() < 400 ? Answer.ACCEPTED : Answer.UNCLEAR;
            case OPEN -> reply.status() < 400 ? Answer.NOT_ASKED : Answer.UNCLEAR;
            case REFUSED -> OnvifDevice.saysLocked(reply.body()) ? Answer.LOCKED : Answer.REFUSED;
            case NEEDED -> Answer.NOT_OFFERED;
        };
    }
}
