package vn.vigil.seal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A timestamp authority on the loopback address, honest or faulty by the path that is asked. */
final class TestTsa implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final SigningKey key;
    private final Instant time;

    TestTsa(SigningKey key, Instant time) throws IOException {
        this.key = key;
        this.time = time;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** A token for an imprint, made without the network. */
    static TimestampToken token(SigningKey key, byte[] imprint, Instant time) {
        try {
            TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
            generator.setCertReq(true);
            byte[] reply = stamp(key, generator.generate(NISTObjectIdentifiers.id_sha256, imprint), time);
            byte[] token = new org.bouncycastle.tsp.TimeStampResponse(reply).getTimeStampToken().getEncoded();
            return new TimestampToken(token, time);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] stamp(SigningKey key, TimeStampRequest request, Instant time) throws Exception {
        String algorithm = key.privateKey().getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
        TimeStampTokenGenerator tokens = new Lenient(key, algorithm);
        tokens.addCertificates(new JcaCertStore(key.chain()));
        return new TimeStampResponseGenerator(tokens, Set.of(TSPAlgorithms.SHA256.getId(), TSPAlgorithms.SHA1.getId()))
                .generate(request, BigInteger.ONE, Date.from(time))
                .getEncoded();
    }

    /** Bouncy Castle's own generator checks the certificate's purpose; the tests want bad ones too, so it is told a good one. */
    private static final class Lenient extends TimeStampTokenGenerator {
        Lenient(SigningKey key, String algorithm) throws Exception {
            super(
                    new JcaSimpleSignerInfoGeneratorBuilder().build(algorithm, key.privateKey(), key.certificate()),
                    new JcaDigestCalculatorProviderBuilder()
                            .build()
                            .get(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                    new ASN1ObjectIdentifier("1.3.6.1.4.1.55555.1"));
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] question = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            switch (path) {
                case "/500" -> answer(exchange, 500, new byte[0]);
                case "/html" -> answer(exchange, 200, "<html>portal</html>".getBytes(StandardCharsets.US_ASCII));
                case "/empty" -> answer(exchange, 200, new byte[0]);
                case "/slow" -> closing.await();
                case "/reject" -> answer(exchange, 200, new byte[] {0x30, 9, 0x30, 7, 2, 1, 2, 3, 2, 7, (byte) 0x80});
                default -> {
                    TimeStampRequest request = new TimeStampRequest(question);
                    if (!List.of("application/timestamp-query")
                            .equals(exchange.getRequestHeaders().get("Content-Type"))) {
                        answer(exchange, 415, new byte[0]);
                        return;
                    }
                    byte[] reply = stamp(key, changed(request, path), time);
                    answer(exchange, 200, path.equals("/trunc") ? Arrays.copyOf(reply, reply.length / 2) : reply);
                }
            }
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private static TimeStampRequest changed(TimeStampRequest request, String path) throws Exception {
        byte[] imprint = request.getMessageImprintDigest();
        BigInteger nonce = request.getNonce();
        switch (path) {
            case "/nonce" -> nonce = nonce.add(BigInteger.ONE);
            case "/no-nonce" -> nonce = null;
            case "/imprint" -> imprint[0] ^= 1;
            default -> {}
        }
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(!path.equals("/no-certificate"));
        return nonce == null
                ? generator.generate(request.getMessageImprintAlgOID(), imprint)
                : generator.generate(request.getMessageImprintAlgOID(), imprint, nonce);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
