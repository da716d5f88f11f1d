package vn.vigil.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.vigil.base.Deadline;
import vn.vigil.base.World;
import vn.vigil.net.HttpReply.Access;
import vn.vigil.testkit.ClosedPort;
import vn.vigil.testkit.ScriptedServer;

class HttpTest {
    private static final String PASSWORD = "canary pass@word";
    private final World world = World.real();

    private Http http(ScriptedServer server, Login login) {
        return http(server.port(), login);
    }

    private Http http(int port, Login login) {
        return new Http(
                world,
                new Endpoint("127.0.0.1", port, false),
                AddressRules.of("127.0.0.1"),
                TlsTrust.anyKey(),
                login,
                false);
    }

    private Deadline soon() {
        return Deadline.in(world, Duration.ofSeconds(5));
    }

    private HttpReply get(String answer) throws Exception {
        try (ScriptedServer server = ScriptedServer.of(answer).closingAtEnd()) {
            return http(server, null).send(HttpRequest.get("/x"), soon());
        }
    }

    private NetException.Cause refusal(String answer) {
        return assertThrows(NetException.class, () -> get(answer)).cause();
    }

    private static String text(HttpReply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    @Test
    void bodiesEndByLengthByChunksOrByTheConnectionsEnd() throws Exception {
        assertEquals("hello", text(get("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello, and more")));
        assertEquals("hello", text(get("HTTP/1.0 200\r\n\r\nhello".replace("200\r", "200 \r"))));
        assertEquals(
                "hello, world",
                text(
                        get(
                                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\nhello\r\n7\r\n, world\r\n0\r\nT: 1\r\n\r\n")));
        assertEquals("x", text(get("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx")));
        assertEquals(
                0, get("HTTP/1.1 204 No Content\r\nContent-Length: 9\r\n\r\n").body().length);
    }

    @Test
    void aBodyMayFollowTheHeadersWithoutTheBlankLine() throws Exception {
        String head = "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nX-Odd: a=b\r\n";
        for (String body : List.of("result=2026-11-20 15:00:00\r\n", "sn=1\r\n\r\nb: c", "OK", "OK\r\n")) {
            HttpReply missing = get(head + body);
            assertEquals(body, new String(missing.body(), StandardCharsets.UTF_8));
            assertEquals("a=b", missing.header("x-odd"));
            assertEquals(body, new String(get(head + "\r\n" + body).body(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void headersAreFoundInAnyLetterCase() throws Exception {
        HttpReply reply = get("HTTP/1.1 500 Oops\r\nX-A: 1\r\nx-a:2\r\nFolded: a\r\n b\r\nContent-Length: 0\r\n\r\n");
        assertEquals(500, reply.status());
        assertEquals(List.of("1", "2"), reply.headers("X-a"));
        assertEquals("a b", reply.header("FOLDED"));
    }

    @Test
    void whatIsTooLargeOrNoHttpIsRefused() {
        assertEquals(NetException.Cause.TOO_LARGE, refusal("HTTP/1.1 200 OK\r\nContent-Length: 1048577\r\n\r\n"));
        assertEquals(
                NetException.Cause.TOO_LARGE, refusal("HTTP/1.1 200 OK\r\nContent-Length: 99999999999999\r\n\r\n"));
        assertEquals(NetException.Cause.TOO_LARGE, refusal("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(1 << 21)));
        assertEquals(NetException.Cause.TOO_LARGE, refusal("HTTP/1.1 200 OK\r\nX: " + "x".repeat(20_000) + "\r\n\r\n"));
        assertEquals(NetException.Cause.TOO_LARGE, refusal("HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(20_000) + "\r\n"));
        assertEquals(
                NetException.Cause.TOO_LARGE,
                refusal("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7fffffffff\r\nx"));
        assertEquals(NetException.Cause.PROTOCOL, refusal("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n"));
        assertEquals(
                NetException.Cause.PROTOCOL,
                refusal("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx"));
        assertEquals(NetException.Cause.PROTOCOL, refusal("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n"));
        assertEquals(NetException.Cause.PROTOCOL, refusal("SSH-2.0-OpenSSH_9.2\r\n"));
        assertEquals(NetException.Cause.PROTOCOL, refusal("HTTP/1.1 100 Continue\r\n\r\n".repeat(50)));
        assertEquals(NetException.Cause.CLOSED, refusal("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel"));
        assertEquals(NetException.Cause.CLOSED, refusal(""));
    }

    @Test
    void aRedirectIsHandedBackAndNotFollowed() throws Exception {
        try (ScriptedServer elsewhere = ScriptedServer.of("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                ScriptedServer server = ScriptedServer.of("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:"
                        + elsewhere.port() + "/\r\nContent-Length: 0\r\n\r\n")) {
            assertEquals(
                    302, http(server, null).send(HttpRequest.get("/"), soon()).status());
            assertTrue(elsewhere.requests().isEmpty());
        }
    }

    @Test
    void aLoginIsOfferedOnceAndThenRemembered() throws Exception {
        String ask = "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Digest realm=\"r\", nonce=\"n\", qop=\"auth\"\r\n"
                + "WWW-Authenticate: Basic realm=\"r\"\r\nContent-Length: 0\r\n\r\n";
        String ok = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
        try (ScriptedServer server = ScriptedServer.of(ask, ok, ok)) {
            Http http = http(server, new Login("admin", PASSWORD));
            assertEquals(
                    Access.ACCEPTED,
                    http.send(HttpRequest.get("/a?b=c"), soon()).access());
            assertEquals(
                    Access.ACCEPTED, http.send(HttpRequest.get("/d"), soon()).access());
            assertEquals(3, server.requests().size());
            assertFalse(server.requests().get(0).contains("Authorization"));
            assertTrue(server.requests().get(1).contains("uri=\"/a?b=c\"")
                    && server.requests().get(1).contains("nc=00000001"));
            assertTrue(server.requests().get(2).contains("uri=\"/d\"")
                    && server.requests().get(2).contains("nc=00000002"));
            assertFalse(server.requests().toString().contains("canary"));
        }
    }

    @Test
    void aRefusedLoginIsNotSentAgainByAnyLaterRequest() throws Exception {
        String ask =
                "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Digest realm=\"r\", nonce=\"n\"\r\nContent-Length: 0\r\n\r\n";
        try (ScriptedServer server = ScriptedServer.of(ask, ask, ask)) {
            Http http = http(server, new Login("admin", PASSWORD));
            assertEquals(Access.REFUSED, http.send(HttpRequest.get("/"), soon()).access());
            assertEquals(Access.REFUSED, http.send(HttpRequest.get("/"), soon()).access());
            assertEquals(
                    1,
                    server.requests().stream()
                            .filter(r -> r.contains("Authorization"))
                            .count());
        }
    }

    @Test
    void basicAloneIsNotAnsweredWhenItIsNotAllowed() throws Exception {
        try (ScriptedServer server = ScriptedServer.of(
                "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"r\"\r\nContent-Length: 0\r\n\r\n")) {
            assertEquals(
                    Access.NEEDED,
                    http(server, new Login("admin", PASSWORD))
                            .send(HttpRequest.get("/"), soon())
                            .access());
            assertFalse(server.requests().toString().contains("Authorization"));
        }
    }

    @Test
    void oneByteAtATimeStillEndsAtTheDeadline() throws Exception {
        try (ScriptedServer server = ScriptedServer.of(
                        "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n" + "x".repeat(500))
                .dripping(10)) {
            long before = world.nanos();
            NetException e = assertThrows(NetException.class, () -> http(server, null)
                    .send(HttpRequest.get("/"), Deadline.in(world, Duration.ofMillis(300))));
            assertEquals(NetException.Cause.TIMEOUT, e.cause());
            assertTrue(world.nanos() - before < 3_000_000_000L);
        }
    }

    @Test
    void aClosedPortSaysSo() throws Exception {
        try (ClosedPort closed = new ClosedPort()) {
            NetException e = assertThrows(
                    NetException.class, () -> http(closed.number(), null).send(HttpRequest.get("/"), soon()));
            assertEquals(NetException.Cause.CONNECTION_REFUSED, e.cause());
        }
    }

    @Test
    void nothingCanBeSmuggledIntoAHead() {
        assertThrows(IllegalArgumentException.class, () -> HttpRequest.get("/x\r\nHost: y"));
        assertThrows(IllegalArgumentException.class, () -> HttpRequest.get("/x y"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new HttpRequest("GET", "/", Map.of("A", "b\r\nC: d"), new byte[0], 1));
        assertThrows(IllegalArgumentException.class, () -> new Login("a\r\nb", "c"));
    }

    @Test
    void aDownloadHandsItsBodyOnAndStopsAtItsLimit() throws Exception {
        String chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n7\r\n, world\r\n0\r\n\r\n";
        String counted = "HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\nhello, world";
        for (String answer : new String[] {chunked, counted, "HTTP/1.0 200 OK\r\n\r\nhello, world"}) {
            assertEquals("hello, world", download(answer, 12));
            NetException e = assertThrows(NetException.class, () -> download(answer, 11));
            assertEquals(NetException.Cause.TOO_LARGE, e.cause());
        }
        NetException e = assertThrows(
                NetException.class, () -> download("HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\nhello, world", 99));
        assertEquals(NetException.Cause.CLOSED, e.cause());
    }

    private String download(String answer, long max) throws Exception {
        StringBuilder out = new StringBuilder();
        try (ScriptedServer server = ScriptedServer.of(answer).closingAtEnd()) {
            http(server, null)
                    .download(
                            HttpRequest.get("/x"),
                            bytes -> out.append(new String(bytes, StandardCharsets.UTF_8)),
                            max,
                            soon());
        }
        return out.toString();
    }
}
