package vn.vigil.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.Deadline;
import vn.vigil.base.VigilException;
import vn.vigil.net.TlsTrust;
import vn.vigil.testkit.ClosedPort;
import vn.vigil.testkit.ScriptedServer;
import vn.vigil.testkit.TestWorld;

class WebhookMessengerTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\nok";

    @TempDir
    Path folder;

    private final TestWorld world = TestWorld.create();

    private static OutboxEntry entry() {
        Instant time = Instant.parse("2026-03-02T07:05:00Z");
        return new OutboxEntry(
                3,
                "alert/cổng/1",
                Channel.WEBHOOK,
                "",
                "",
                "{\"camera\":\"cổng Đông\"}",
                time,
                time,
                time,
                0,
                null,
                null,
                OutboxState.QUEUED,
                null,
                List.of());
    }

    private String send(String url, TlsTrust trust, Path secret, Duration time) {
        Outcome outcome =
                new WebhookMessenger(world, new Webhook(url, trust, secret)).send(entry(), Deadline.in(world, time));
        return outcome.kind()
                + (outcome.fault() == null ? "" : " " + outcome.fault().word());
    }

    private String send(ScriptedServer server) {
        String url = "http://127.0.0.1:" + server.port() + "/hook?a=b";
        return send(url, new TlsTrust.Authorities(), null, Duration.ofSeconds(5));
    }

    @Test
    void aSignedPostCanBeCheckedByTheReceiver() throws Exception {
        try (ScriptedServer server = ScriptedServer.of(OK)) {
            Path secret = OutboxHouse.secretFile(folder, "hook.secret", "s3cret\n");
            String url = "http://127.0.0.1:" + server.port() + "/hook?a=b";
            assertEquals("SENT", send(url, new TlsTrust.Authorities(), secret, Duration.ofSeconds(5)));
            String request = server.requests().get(0);
            assertTrue(request.startsWith("POST /hook?a=b HTTP/1.1\r\n"), request);
            assertTrue(request.contains("Content-Type: application/json; charset=utf-8\r\n"), request);
            assertTrue(request.contains("X-Vigil-Message: alert/c%E1%BB%95ng/1\r\n"), request);
            String body = request.substring(request.indexOf("\r\n\r\n") + 4);
            assertEquals("{\"camera\":\"cổng Đông\"}", body);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("s3cret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            long now = world.now().getEpochSecond();
            String hex = HexFormat.of().formatHex(mac.doFinal((now + "." + body).getBytes(StandardCharsets.UTF_8)));
            assertTrue(request.contains("X-Vigil-Signature: t=" + now + ",v1=" + hex + "\r\n"), request);
            assertFalse(request.contains("s3cret"));
        }
    }

    @Test
    void whatIsNotAReceiversYesIsNotTakenForOne() throws Exception {
        String[][] cases = {
            {"HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n", "DOWN http-status 500"},
            {"HTTP/1.1 404 Oh\r\nContent-Length: 0\r\n\r\n", "LATER http-status 404"},
            {"HTTP/1.1 401 Oh\r\nContent-Length: 0\r\n\r\n", "LATER http-status 401"},
            {"HTTP/1.1 302 There\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n", "LATER http-status 302"
            },
            {"HTTP/1.1 200 OK\r\nContent-Length: 24\r\n\r\n\n <!doctype html><html>xx", "DOWN web-page"},
            {"220 mail ESMTP\r\n", "DOWN protocol"},
            {"HTTP/1.1 204 No\r\n\r\n", "SENT"},
            {OK, "SENT"},
        };
        for (String[] c : cases) {
            try (ScriptedServer server = ScriptedServer.of(c[0]).closingAtEnd()) {
                assertEquals(c[1], send(server), c[0]);
                assertEquals(1, server.requests().size(), "one post, no second place");
            }
        }
    }

    @Test
    void aReceiverThatSaysNothingEndsAtTheDeadline() throws Exception {
        try (ScriptedServer server = ScriptedServer.of()) {
            String url = "http://127.0.0.1:" + server.port() + "/";
            assertEquals("DOWN timeout", send(url, new TlsTrust.Authorities(), null, Duration.ofMillis(200)));
        }
        try (ClosedPort closed = new ClosedPort()) {
            String url = "http://127.0.0.1:" + closed.number();
            assertEquals("DOWN unreachable", send(url, new TlsTrust.Authorities(), null, Duration.ofSeconds(5)));
        }
    }

    @Test
    void overTlsOnlyATrustedKeyGetsThePost() throws Exception {
        TestKeys keys = new TestKeys();
        AtomicInteger posts = new AtomicInteger();
        try (SSLServerSocket server = (SSLServerSocket) keys.serverContext()
                .getServerSocketFactory()
                .createServerSocket(0, 10, InetAddress.getByName("127.0.0.1"))) {
            Thread thread = new Thread(() -> serve(server, posts), "tls-hook");
            thread.setDaemon(true);
            thread.start();
            String url = "https://localhost:" + server.getLocalPort() + "/";
            Duration time = Duration.ofSeconds(5);
            assertEquals("DOWN tls", send(url, new TlsTrust.Authorities(), null, time));
            assertEquals("DOWN pin-changed", send(url, new TlsTrust.Pinned("0".repeat(64)), null, time));
            assertEquals(0, posts.get());
            assertEquals("SENT", send(url, new TlsTrust.Pinned(keys.pin()), null, time));
            keys.trustedByTheRuntime(
                    folder, () -> assertEquals("SENT", send(url, new TlsTrust.Authorities(), null, time)));
            assertEquals(2, posts.get());
        }
    }

    private static void serve(SSLServerSocket server, AtomicInteger posts) {
        while (!server.isClosed()) {
            try (SSLSocket s = (SSLSocket) server.accept()) {
                if (s.getInputStream().read(new byte[8192]) > 0) {
                    posts.incrementAndGet();
                    s.getOutputStream().write(OK.getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException e) {
                // A client that did not trust us.
            }
        }
    }

    @Test
    void anAddressThatIsNoneIsRefusedAndItsPathIsNotShown() {
        for (String url : new String[] {
            "ftp://example.vn/",
            "https://u:p@example.vn/",
            "https:///x",
            "https://169.254.169.254/x",
            "https://0.0.0.0/"
        }) {
            VigilException e =
                    assertThrows(VigilException.class, () -> new Webhook(url, new TlsTrust.Authorities(), null), url);
            assertEquals("VG-NOTIFY-WEBHOOK", e.id());
        }
        Webhook hook = new Webhook("https://example.vn/T0/secret-path", new TlsTrust.Authorities(), null);
        assertEquals("Webhook[example.vn:443]", hook.toString());
    }
}
