package vn.vigil.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.vigil.base.World;

/** What the simulated ONVIF services answer to plain HTTP, as ONVIF Core, Media, Recording Search and Replay have it. */
class OnvifServingTest {
    private static final String DEVICE = "http://www.onvif.org/ver10/device/wsdl";
    private static final String MEDIA = "http://www.onvif.org/ver10/media/wsdl";
    private static final String SEARCH = "http://www.onvif.org/ver10/search/wsdl";
    private static final String REPLAY = "http://www.onvif.org/ver10/replay/wsdl";
    private static SimulatedSite site;

    @BeforeAll
    static void start() {
        site = SimulatedSite.start(
                World.real(),
                SiteSpec.of(
                        Sites.camera(),
                        named("locked").withLogin("admin", "mật khẩu"),
                        named("token").withLogin("admin", "mật khẩu").with(Authentication.USERNAME_TOKEN),
                        named("late").withLogin("admin", "mật khẩu").with(Fault.WRONG_CLOCK),
                        named("empty").with(Fault.NO_RECORDING)));
    }

    private static CameraSpec named(String id) {
        return Sites.camera().named(id);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private record Answer(int status, String head, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private static Answer http(URI address, String method, String body, String... headers) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            StringBuilder head = new StringBuilder(method + " " + address.getPath() + " HTTP/1.1\r\nHost: camera\r\n");
            for (String header : headers) {
                head.append(header).append("\r\n");
            }
            head.append("Connection: close\r\nContent-Length: ")
                    .append(bytes.length)
                    .append("\r\n\r\n");
            socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(bytes);
            byte[] all = socket.getInputStream().readAllBytes();
            String text = new String(all, StandardCharsets.ISO_8859_1);
            int end = text.indexOf("\r\n\r\n");
            return new Answer(
                    Integer.parseInt(text.substring(9, 12)),
                    text.substring(0, end),
                    Arrays.copyOfRange(all, end + 4, all.length));
        }
    }

    private static Answer call(String camera, String header, String namespace, String name, String inner)
            throws IOException {
        String envelope = "<e:Envelope xmlns:e=\"http://www.w3.org/2003/05/soap-envelope\"><e:Header>" + header
                + "</e:Header><e:Body><q:" + name + " xmlns:q=\"" + namespace + "\">" + inner + "</q:" + name
                + "></e:Body></e:Envelope>";
        return http(site.camera(camera).onvif(), "POST", envelope);
    }

    private static String token(String password, Instant created, byte[] nonce) throws Exception {
        MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
        sha1.update(nonce);
        sha1.update(created.toString().getBytes(StandardCharsets.UTF_8));
        String digest = Base64.getEncoder().encodeToString(sha1.digest(password.getBytes(StandardCharsets.UTF_8)));
        return "<w:Security xmlns:w=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd\">"
                + "<w:UsernameToken><w:Username>admin</w:Username><w:Password Type=\"http://docs.oasis-open.org/wss/2004/01/"
                + "oasis-200401-wss-username-token-profile-1.0#PasswordDigest\">" + digest + "</w:Password><w:Nonce>"
                + Base64.getEncoder().encodeToString(nonce)
                + "</w:Nonce><u:Created xmlns:u=\"http://docs.oasis-open.org/"
                + "wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd\">" + created
                + "</u:Created></w:UsernameToken></w:Security>";
    }

    private static String tag(String text, String name) {
        Matcher found = Pattern.compile("<[a-z0-9]+:" + name + ">([^<]*)<").matcher(text);
        return found.find() ? found.group(1) : null;
    }

    private static List<String> all(String text, String pattern) {
        List<String> found = new ArrayList<>();
        Matcher m = Pattern.compile(pattern).matcher(text);
        while (m.find()) {
            found.add(m.group(1));
        }
        return found;
    }

    @Test
    void tellsItsClockToAnyone() throws IOException {
        Instant before = World.real().now();
        Answer answer = call("late", "", DEVICE, "GetSystemDateAndTime", "");
        assertEquals(200, answer.status());
        String utc = answer.text().substring(answer.text().indexOf("<tt:UTCDateTime>"));
        Instant told = LocalDateTime.of(
                        Integer.parseInt(tag(utc, "Year")),
                        Integer.parseInt(tag(utc, "Month")),
                        Integer.parseInt(tag(utc, "Day")),
                        Integer.parseInt(tag(utc, "Hour")),
                        Integer.parseInt(tag(utc, "Minute")),
                        Integer.parseInt(tag(utc, "Second")))
                .toInstant(ZoneOffset.UTC);
        long ahead = Duration.between(before, told).toSeconds();
        assertTrue(ahead >= 31 * 60 - 1 && ahead <= 31 * 60 + 5, ahead + " s");
    }

    @Test
    void refusesWithoutCredentialsInTheWayItsKindDoes() throws IOException {
        Answer digest = call("locked", "", DEVICE, "GetDeviceInformation", "");
        assertEquals(401, digest.status());
        assertTrue(digest.head().contains("WWW-Authenticate: Digest "));
        Answer token = call("token", "", DEVICE, "GetDeviceInformation", "");
        assertEquals(400, token.status());
        assertTrue(token.text().contains("ter:NotAuthorized"));
        assertFalse(token.text().contains("SIM-token"));
    }

    @Test
    void admitsATokenOnceAndOnlyNearItsOwnClock() throws Exception {
        byte[] nonce = {1, 2, 3, 4};
        Instant now = World.real().now();
        String good = token("mật khẩu", now, nonce);
        assertTrue(
                call("token", good, DEVICE, "GetDeviceInformation", "").text().contains("SIM-token"));
        assertEquals(
                400, call("token", good, DEVICE, "GetDeviceInformation", "").status(), "the same nonce again");
        String wrong = token("mat khau", now, new byte[] {2});
        assertEquals(
                400, call("token", wrong, DEVICE, "GetDeviceInformation", "").status());
        String old = token("mật khẩu", now.minusSeconds(15), new byte[] {3});
        assertEquals(400, call("token", old, DEVICE, "GetDeviceInformation", "").status());
        assertEquals(3, site.camera("token").refusedLogins());
        // A camera whose clock is wrong wants its own time.
        String ours = token("mật khẩu", now, new byte[] {4});
        assertEquals(400, call("late", ours, DEVICE, "GetDeviceInformation", "").status());
        String its = token("mật khẩu", World.real().now().plus(Duration.ofMinutes(31)), new byte[] {5});
        assertEquals(200, call("late", its, DEVICE, "GetDeviceInformation", "").status());
    }

    @Test
    void admitsADigest() throws IOException {
        SimulatedCamera camera = site.camera("locked");
        Answer challenged = http(camera.snapshotUrl(), "GET", "");
        assertEquals(401, challenged.status());
        assertTrue(challenged.head().contains("qop=\"auth\""));
        String authorization = RawRtsp.authorization(
                new RawRtsp.Answer(401, challenged.head(), ""), "admin", "mật khẩu", "GET", "/snapshot.jpg");
        Answer snapshot = http(camera.snapshotUrl(), "GET", "", authorization);
        assertEquals(200, snapshot.status());
        assertTrue(snapshot.head().contains("image/jpeg"));
        assertEquals(0xff, snapshot.body()[0] & 255);
        assertEquals(0xd8, snapshot.body()[1] & 255);
    }

    @Test
    void namesItsServicesProfilesAndAddresses() throws IOException {
        String services = call("gate-1", "", DEVICE, "GetServices", "<q:IncludeCapability>false</q:IncludeCapability>")
                .text();
        assertEquals(6, all(services, "<tds:Namespace>([^<]*)<").size());
        assertTrue(services.contains(site.camera("gate-1").onvif().toString()));
        String profiles = call("gate-1", "", MEDIA, "GetProfiles", "").text();
        assertEquals("320", tag(profiles, "Width"));
        assertEquals("H264", tag(profiles, "Encoding"));
        String uri = call("gate-1", "", MEDIA, "GetStreamUri", "<q:ProfileToken>main</q:ProfileToken>")
                .text();
        assertEquals(site.camera("gate-1").liveUrl().toString(), tag(uri, "Uri"));
        Answer unknown = call("gate-1", "", MEDIA, "GetStreamUri", "<q:ProfileToken>other</q:ProfileToken>");
        assertEquals(400, unknown.status());
        assertTrue(unknown.text().contains("ter:NoProfile"));
        Answer reboot = call("gate-1", "", DEVICE, "SystemReboot", "");
        assertEquals(500, reboot.status());
        assertTrue(reboot.text().contains("ter:ActionNotSupported"));
    }

    @Test
    void itsEventsTellTheHoleInTheRecording() throws IOException {
        String begun = call(
                        "gate-1",
                        "",
                        SEARCH,
                        "FindEvents",
                        "<q:StartPoint>2024-03-04T07:00:30Z</q:StartPoint><q:EndPoint>2024-03-04T08:00:00Z</q:EndPoint>"
                                + "<q:IncludeStartState>true</q:IncludeStartState>")
                .text();
        String token = tag(begun, "SearchToken");
        String inner = "<q:SearchToken>" + token + "</q:SearchToken><q:MaxResults>3</q:MaxResults>";
        String first =
                call("gate-1", "", SEARCH, "GetEventSearchResults", inner).text();
        assertEquals("Searching", tag(first, "SearchState"));
        String rest = call("gate-1", "", SEARCH, "GetEventSearchResults", inner).text();
        assertEquals("Completed", tag(rest, "SearchState"));
        assertEquals(
                List.of(
                        "2024-03-04T07:00:30Z",
                        "2024-03-04T07:01:04.300Z",
                        "2024-03-04T07:01:12Z",
                        "2024-03-04T07:04:00Z"),
                all(first + rest, "<tt:Time>([^<]*)<"));
        assertEquals(
                List.of("true", "false", "true", "false"), all(first + rest, "IsDataPresent\" Value=\"([^\"]*)\""));
        assertEquals(200, call("gate-1", "", SEARCH, "EndSearch", inner).status());
        assertTrue(call("gate-1", "", SEARCH, "GetEventSearchResults", inner)
                .text()
                .contains("ter:InvalidToken"));
    }

    @Test
    void aRecordingHasAReplayAddressAndNoRecordingHasNone() throws IOException {
        String wanted = "<q:RecordingToken>REC_1</q:RecordingToken>";
        String uri = call("gate-1", "", REPLAY, "GetReplayUri", wanted).text();
        assertEquals(site.camera("gate-1").replayUrl().toString(), tag(uri, "Uri"));
        assertTrue(call("empty", "", REPLAY, "GetReplayUri", wanted).text().contains("ter:NoRecording"));
        String summary = call("empty", "", SEARCH, "GetRecordingSummary", "").text();
        assertEquals("0", tag(summary, "NumberRecordings"));
    }

    @Test
    void whatIsNoSoapIsAFault() throws IOException {
        URI device = site.camera("gate-1").onvif();
        assertEquals(
                400,
                http(device, "POST", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")
                        .status());
        assertEquals(400, http(device, "POST", "user=admin").status());
        assertEquals(405, http(device, "GET", "").status());
        assertEquals(404, http(device.resolve("/index.html"), "GET", "").status());
    }
}
