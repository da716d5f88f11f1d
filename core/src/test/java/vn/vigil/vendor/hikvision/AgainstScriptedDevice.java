package vn.vigil.vendor.hikvision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.function.Executable;
import vn.vigil.base.World;
import vn.vigil.net.AddressRules;
import vn.vigil.net.Endpoint;
import vn.vigil.net.Login;
import vn.vigil.net.TlsTrust;
import vn.vigil.testkit.ScriptedServer;

/** A client against a scripted device, and the device's usual lines. */
abstract class AgainstScriptedDevice {
    static final String PASSWORD = "Bí mật <&> kanari";
    static final String CHALLENGE = "Digest qop=\"auth\", realm=\"IP Camera(C2183)\", "
            + "nonce=\"4e5545324f5545314d7a6f7a4d6a67334e4463314d673d3d\", stale=\"FALSE\"";

    ScriptedServer server;
    HikvisionOptions options = HikvisionOptions.STANDARD
            .withDeadlines(Duration.ofSeconds(3), Duration.ofSeconds(5))
            .withClockSamples(1, Duration.ZERO);

    @AfterEach
    void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    static String reply(String status, String headers, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + bytes.length + "\r\n\r\n"
                + new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static String ok(String xml) {
        return reply("200 OK", "Content-Type: application/xml; charset=\"UTF-8\"\r\n", xml);
    }

    static String unauthorized() {
        return reply(
                "401 Unauthorized",
                "WWW-Authenticate: " + CHALLENGE + "\r\n",
                "<userCheck><statusValue>401</statusValue><statusString>Unauthorized</statusString>"
                        + "<lockStatus>unlock</lockStatus><retryLoginTime>4</retryLoginTime></userCheck>");
    }

    /** As devices answer what they will not do. */
    static String refusal(String http, int code, String text, String sub) {
        return reply(
                http,
                "Content-Type: application/xml\r\n",
                "<?xml version=\"1.0\" encoding=\"UTF-8\" ?><ResponseStatus version=\"1.0\""
                        + " xmlns=\"http://www.hikvision.com/ver20/XMLSchema\"><requestURL>/ISAPI</requestURL><statusCode>"
                        + code + "</statusCode><statusString>" + text + "</statusString><subStatusCode>" + sub
                        + "</subStatusCode></ResponseStatus>");
    }

    HikvisionDevice device(String... answers) throws IOException {
        return device(World.real(), answers);
    }

    HikvisionDevice device(World world, String... answers) throws IOException {
        server = ScriptedServer.of(answers);
        return HikvisionDevice.connect(
                world,
                new Endpoint("127.0.0.1", server.port(), false),
                AddressRules.of("127.0.0.1"),
                TlsTrust.anyKey(),
                new Login("admin", PASSWORD),
                options);
    }

    List<String> requests() {
        return server.requests();
    }

    String body(int request) {
        String all = requests().get(request);
        return all.substring(all.indexOf("\r\n\r\n") + 4);
    }

    /** What a question fails of; proves on the way that neither the failure nor a request tells the password. */
    HikvisionException fails(HikvisionException.Cause cause, Executable question) {
        HikvisionException e = assertThrows(HikvisionException.class, question);
        assertEquals(cause, e.reason(), e.getMessage());
        assertFalse((e + server.requests().toString()).contains("kanari"));
        return e;
    }
}
