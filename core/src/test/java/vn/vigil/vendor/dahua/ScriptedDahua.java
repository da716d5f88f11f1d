package vn.vigil.vendor.dahua;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.vigil.base.World;
import vn.vigil.net.AddressRules;
import vn.vigil.net.Endpoint;
import vn.vigil.net.Login;
import vn.vigil.net.LoopbackServer;
import vn.vigil.net.TlsTrust;

/**
 * A device on a loopback port that answers each call as a test says and keeps every request line. The answers are written
 * after the exchanges that the tests name; none was taken from a device by us.
 */
final class ScriptedDahua implements AutoCloseable {
    static final Login LOGIN = new Login("admin", "đúng rồi");

    final List<String> asked = new CopyOnWriteArrayList<>();
    final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final Map<String, Deque<byte[]>> routes = new LinkedHashMap<>();
    private final LoopbackServer server;
    private final int port;

    ScriptedDahua() throws IOException {
        server = LoopbackServer.open("scripted dahua");
        port = server.listen(0, connection -> {
                    connection.readTimeout(5_000);
                    byte[] reply = reply(head(connection.in()));
                    connection.out().write(reply);
                    connection.out().flush();
                })
                .number();
        on("configManager.cgi?action=getConfig&name=NTP", "table.NTP.Enable=true", "table.NTP.TimeZone=12");
        on("configManager.cgi?action=getConfig&name=Locales", "table.Locales.DSTEnable=false");
        on("configManager.cgi?action=getConfig&name=ChannelTitle", "table.ChannelTitle[0].Name=Cổng");
        on("mediaFileFind.cgi?action=factory.create", "result=08137");
        on("mediaFileFind.cgi?action=close", "OK");
        on("mediaFileFind.cgi?action=destroy", "OK");
    }

    /** Answers calls that begin so with these lines. */
    ScriptedDahua on(String call, String... lines) {
        return raw(call, ok(String.join("\r\n", lines) + "\r\n"));
    }

    /** Answers calls that begin so with these lines and HTTP 400. */
    ScriptedDahua error(String call) {
        return raw(call, http("400 Bad Request", "", "Error\r\nBad Request!\r\n"));
    }

    /** Answers calls that begin so with these bytes, one after the other; the last again and again. */
    ScriptedDahua raw(String call, String... replies) {
        Deque<byte[]> queue = new ArrayDeque<>();
        for (String reply : replies) {
            queue.add(reply.getBytes(StandardCharsets.ISO_8859_1));
        }
        synchronized (routes) {
            routes.put(call, queue);
        }
        return this;
    }

    static String ok(String body) {
        return http("200 OK", "", body);
    }

    static String http(String status, String headers, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + bytes.length + "\r\n\r\n"
                + new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static String challenge() {
        return http(
                "401 Unauthorized",
                "WWW-Authenticate: Digest realm=\"Login to 2A01234PAG00001\", qop=\"auth\", nonce=\"1234567890\","
                        + " opaque=\"abc\"\r\n",
                "Error\r\nInvalid Authority! You still have 5 attempt(s)\r\n");
    }

    private byte[] reply(String head) {
        String line = head.substring(0, Math.max(0, head.indexOf("\r\n")));
        String call = line.replaceFirst("^GET /cgi-bin/", "").replaceFirst(" HTTP/1.1$", "");
        asked.add(call);
        int authorization = head.indexOf("Authorization: ");
        if (authorization >= 0) {
            authorizations.add(head.substring(authorization + 15, head.indexOf("\r\n", authorization)));
        }
        synchronized (routes) {
            String best = null;
            for (String start : routes.keySet()) {
                if (call.startsWith(start) && (best == null || start.length() > best.length())) {
                    best = start;
                }
            }
            if (best == null) {
                return http("404 Not Found", "", "").getBytes(StandardCharsets.ISO_8859_1);
            }
            Deque<byte[]> queue = routes.get(best);
            return queue.size() > 1 ? queue.poll() : queue.peek();
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int c = in.read();
            if (c < 0) {
                break;
            }
            head.write(c);
        }
        return head.toString(StandardCharsets.UTF_8);
    }

    DahuaDevice connect(World world) {
        return connect(world, DahuaOptions.STANDARD);
    }

    DahuaDevice connect(World world, DahuaOptions options) {
        return DahuaDevice.connect(
                world,
                new Endpoint("127.0.0.1", port, false),
                AddressRules.of("127.0.0.1"),
                TlsTrust.anyKey(),
                LOGIN,
                options);
    }

    /** How many calls began so. */
    long count(String call) {
        return asked.stream().filter(one -> one.startsWith(call)).count();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
