package vn.vigil.sim;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import vn.vigil.net.LoopbackServer;

/** One HTTP connection to a simulated camera: ONVIF calls by POST, the snapshot and a vendor's CGI by GET. One thread. */
final class HttpConversation {
    private static final int IDLE_MILLIS = 60_000;

    /** What ONVIF Core lets anyone ask (access class PRE_AUTH). */
    private static final Set<String> OPEN_TO_ALL = Set.of(
            "GetSystemDateAndTime",
            "GetServices",
            "GetServiceCapabilities",
            "GetCapabilities",
            "GetHostname",
            "GetWsdlUrl",
            "GetEndpointReference");

    private final Device device;
    private final OnvifServices services;
    private final DahuaServices dahua;
    private final IsapiServices isapi;
    private final OutputStream out;
    private final Request.Reader reader;

    private HttpConversation(
            Device device, OnvifServices services, DahuaServices dahua, LoopbackServer.Connection connection)
            throws IOException {
        this.device = device;
        this.services = services;
        this.dahua = dahua;
        this.isapi = new IsapiServices(device);
        this.out = device.out(connection);
        this.reader = new Request.Reader(connection);
    }

    static void serve(Device device, OnvifServices services, DahuaServices dahua, LoopbackServer.Connection connection)
            throws IOException {
        HttpConversation conversation = new HttpConversation(device, services, dahua, connection);
        long heard = device.world().nanos();
        while (device.world().nanos() - heard < IDLE_MILLIS * 1_000_000L) {
            Request request = conversation.reader.next(IDLE_MILLIS);
            if (request != null) {
                heard = device.world().nanos();
                conversation.answer(request);
                if (request.header("connection", "").equalsIgnoreCase("close")
                        || request.protocol().equals("HTTP/1.0")) {
                    return;
                }
            }
        }
    }

    private void answer(Request request) throws IOException {
        String path = request.path();
        if (device.spec().vendor().isHikvision() && path.startsWith(IsapiServices.ROOT)) {
            isapi(request);
            return;
        }
        if (path.equals(Device.SNAPSHOT)) {
            snapshot(request);
        } else if (device.spec().vendor() == Vendor.DAHUA && path.startsWith(DahuaServices.ROOT)) {
            dahua(request);
        } else if (!path.startsWith("/onvif/")) {
            reply(404, "Not Found", "", "text/plain", new byte[0]);
        } else if (!request.method().equals("POST")) {
            reply(405, "Method Not Allowed", "Allow: POST\r\n", "text/plain", new byte[0]);
        } else {
            call(request);
        }
    }

    private void snapshot(Request request) throws IOException {
        if (!request.method().equals("GET")) {
            reply(405, "Method Not Allowed", "Allow: GET\r\n", "text/plain", new byte[0]);
            return;
        }
        DigestGate.Standing standing = device.gate().judge(request);
        if (standing != DigestGate.Standing.ADMITTED) {
            unauthorized(standing);
            return;
        }
        PictureSpec shape = device.spec().picture();
        long now = Recording.atOrBefore(shape, device.world().now());
        byte[] jpeg = device.loop().jpeg(now - Math.floorMod(now, (long) shape.keyEvery()));
        reply(200, "OK", "", "image/jpeg", jpeg);
    }

    private void dahua(Request request) throws IOException {
        DigestGate.Standing standing = device.gate().judge(request);
        if (standing != DigestGate.Standing.ADMITTED) {
            unauthorized(standing);
            return;
        }
        DahuaServices.Reply reply = dahua.answer(request);
        reply(reply.status(), reply.status() == 200 ? "OK" : "Bad Request", "", reply.type(), reply.body());
    }

    private void call(Request request) throws IOException {
        try {
            Soap.Call call = Soap.read(request.body());
            if (!OPEN_TO_ALL.contains(call.name()) && !admitted(request, call)) {
                return;
            }
            soap(200, "OK", Soap.envelope(services.answer(call)));
        } catch (Soap.Fault e) {
            soap(e.status, e.status == 400 ? "Bad Request" : "Internal Server Error", e.xml());
        }
    }

    /** Judges the credentials; when they do not do, it has answered already. */
    private boolean admitted(Request request, Soap.Call call) throws IOException, Soap.Fault {
        if (device.gate().login() == null && !device.spec().has(Fault.REFUSES_LOGIN)) {
            return true;
        }
        boolean token = TokenGate.carriesToken(call);
        if (token && request.header("authorization") == null) {
            if (services.tokens().admits(call)) {
                return true;
            }
            device.gate().countRefused();
            throw Soap.Fault.notAuthorized();
        }
        // Core, "Authentication": with HTTP Digest the answer to a call without credentials is 401, without it a fault.
        if (device.spec().authentication() == Authentication.USERNAME_TOKEN) {
            throw Soap.Fault.notAuthorized();
        }
        DigestGate.Standing standing = device.gate().judge(request);
        if (standing == DigestGate.Standing.ADMITTED) {
            return true;
        }
        unauthorized(standing);
        return false;
    }

    private void unauthorized(DigestGate.Standing standing) throws IOException {
        String challenge = device.gate().challenge(standing == DigestGate.Standing.STALE, true);
        boolean locked = device.spec().has(Fault.LOCKS_OUT) && device.gate().refused() > 0;
        String words = locked ? "The account is locked for 30 minutes" : "";
        reply(
                401,
                "Unauthorized",
                "WWW-Authenticate: " + challenge + "\r\n",
                "text/plain",
                words.getBytes(StandardCharsets.UTF_8));
    }

    private void isapi(Request request) throws IOException {
        DigestGate.Standing standing = device.gate().judge(request);
        if (standing != DigestGate.Standing.ADMITTED) {
            unauthorized(standing);
            return;
        }
        IsapiServices.Answer answer = isapi.answer(request);
        reply(answer.status(), answer.reason(), "", "application/xml; charset=\"UTF-8\"", Soap.bytes(answer.xml()));
    }

    private void soap(int status, String reason, String xml) throws IOException {
        reply(status, reason, "", "application/soap+xml; charset=utf-8", Soap.bytes(xml));
    }

    private void reply(int status, String reason, String headers, String type, byte[] body) throws IOException {
        String head = "HTTP/1.1 " + status + " " + reason + "\r\nServer: vigil simulated camera\r\n" + headers
                + "Content-Type: " + type + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.UTF_8);
        byte[] whole = Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, whole, start.length, body.length);
        out.write(whole);
        out.flush();
    }
}
