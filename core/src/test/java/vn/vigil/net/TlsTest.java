package vn.vigil.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vigil.base.Deadline;
import vn.vigil.base.World;

class TlsTest {
    private final World world = World.real();
    private final AtomicInteger requests = new AtomicInteger();
    private SSLServerSocket server;
    private String fingerprint;

    /** A camera with a self-signed certificate that expired long ago: the usual case. */
    @BeforeEach
    void camera() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair keys = generator.generateKeyPair();
        X500Name name = new X500Name("CN=camera");
        X509Certificate certificate = new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                name,
                                BigInteger.ONE,
                                Date.from(Instant.parse("2001-01-01T00:00:00Z")),
                                Date.from(Instant.parse("2002-01-01T00:00:00Z")),
                                name,
                                keys.getPublic())
                        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        byte[] spki = keys.getPublic().getEncoded();
        fingerprint =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(spki));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("camera", keys.getPrivate(), new char[0], new X509Certificate[] {certificate});
        KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        server = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
        Thread thread = new Thread(this::serve, "tls-camera");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (SSLSocket s = (SSLSocket) server.accept()) {
                byte[] head = new byte[4096];
                if (s.getInputStream().read(head) > 0) {
                    requests.incrementAndGet();
                    s.getOutputStream()
                            .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
                                    .getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException e) {
                // A client that did not trust us.
            }
        }
    }

    @AfterEach
    void close() throws Exception {
        server.close();
    }

    private HttpReply get(TlsTrust trust) throws NetException {
        return new Http(
                        world,
                        new Endpoint("127.0.0.1", server.getLocalPort(), true),
                        AddressRules.of("127.0.0.1"),
                        trust,
                        null,
                        false)
                .send(HttpRequest.get("/"), Deadline.in(world, Duration.ofSeconds(10)));
    }

    @Test
    void theFirstMeetingTellsTheKey() throws Exception {
        HttpReply reply = get(TlsTrust.anyKey());
        assertEquals(200, reply.status());
        assertEquals(fingerprint, reply.fingerprint());
        assertEquals(
                200,
                get(new TlsTrust.Pinned(fingerprint.toUpperCase(java.util.Locale.ROOT)))
                        .status());
    }

    /** Asks over the gate, which hands TLS to its helpers; how it ended. */
    private String overTheGate(TlsTrust trust) {
        List<String> ends = new ArrayList<>();
        Talk talk = new Talk() {
            @Override
            public byte[] connected() {
                return "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
            }

            @Override
            public byte[] received(ByteBuffer in) {
                String got = StandardCharsets.US_ASCII.decode(in.duplicate()).toString();
                if (!got.endsWith("ok")) {
                    return MORE;
                }
                ends.add(got.substring(0, 15));
                return null;
            }

            @Override
            public void failed(NetException e) {
                ends.add(e.cause().name());
            }

            @Override
            public void notRun() {
                ends.add("not run");
            }
        };
        Endpoint endpoint = new Endpoint("127.0.0.1", server.getLocalPort(), true);
        Gate.run(
                world,
                List.of(new Gate.Target(endpoint, AddressRules.of("127.0.0.1"), trust, () -> talk)),
                GateOptions.DEFAULTS,
                Deadline.in(world, Duration.ofSeconds(10)),
                (done, total) -> {});
        return ends.toString();
    }

    @Test
    void theGateSpeaksTlsAndKeepsToThePin() {
        assertEquals("[HTTP/1.1 200 OK]", overTheGate(new TlsTrust.Pinned(fingerprint)));
        assertEquals(1, requests.get());
        assertEquals("[PIN_CHANGED]", overTheGate(new TlsTrust.Pinned("0".repeat(64))));
        assertEquals(1, requests.get());
    }

    @Test
    void anotherKeyThanThePinnedOneIsNoticedBeforeAnythingIsSent() {
        NetException e = assertThrows(NetException.class, () -> get(new TlsTrust.Pinned("0".repeat(64))));
        assertEquals(NetException.Cause.PIN_CHANGED, e.cause());
        assertEquals(0, requests.get());
    }

    @Test
    void aSelfSignedKeyDoesNotPassForACertifiedHost() {
        NetException e = assertThrows(NetException.class, () -> get(new TlsTrust.Authorities()));
        assertEquals(NetException.Cause.TLS, e.cause());
        assertEquals(0, requests.get());
    }

    @Test
    void aServerThatNeverAnswersTheHandshakeEndsAtTheDeadline() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            NetException e = assertThrows(
                    NetException.class,
                    () -> TcpConnection.open(
                            world,
                            new Endpoint("127.0.0.1", silent.getLocalPort(), true),
                            AddressRules.of("127.0.0.1"),
                            Deadline.in(world, Duration.ofMillis(200))));
            assertEquals(NetException.Cause.TIMEOUT, e.cause());
        }
        assertTrue(requests.get() == 0);
    }
}
