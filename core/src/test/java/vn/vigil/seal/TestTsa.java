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
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A timestamp authority on the loopback address, honest or faulty by the path that is asked. */
final class TestTsa implements AutoCloseable {
    private static final SigningKey STRANGER =
            new SealKit.Certificate("Lạ").timestamping().issue(SealKit.root("Unknown Root", SealKit.ec("secp256r1")));

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private volatile SigningKey key;
    private final Instant time;

    TestTsa(SigningKey key, Instant time) throws IOException {
        this.key = key;
        this.time = time;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    /** An authority whose key names addresses of this very server. */
    TestTsa(Instant time) throws IOException {
        this(null, time);
    }

    void stampWith(SigningKey other) {
        key = other;
    }

    /** Answers GET with these bytes; null for not any more. */
    void file(String path, byte[] content) {
        if (content == null) {
            files.remove(path);
        } else {
            files.put(path, content);
        }
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
            byte[] token = new TimeStampResponse(reply).getTimeStampToken().getEncoded();
            return new TimestampToken(token, time);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** A token signed by a key whose certificate is not meant for it, which Bouncy Castle itself would not make. */
    static byte[] unfit(SigningKey key, SigningKey authority, byte[] imprint, Instant time) {
        try {
            CMSSignedData good =
                    new CMSSignedData(token(authority, imprint, time).bytes());
            ASN1EncodableVector attributes = new ASN1EncodableVector();
            attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(time)))));
            attributes.add(new Attribute(
                    PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                    new DERSet(new SigningCertificateV2(
                            new ESSCertIDv2(Hash.sha256(Certificates.der(key.certificate())))))));
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                    .setSignedAttributeGenerator(
                            new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes)))
                    .build(Algorithms.signature(key), key.privateKey(), key.certificate()));
            generator.addCertificates(new JcaCertStore(key.chain()));
            return generator
                    .generate(
                            new CMSProcessableByteArray(PKCSObjectIdentifiers.id_ct_TSTInfo, (byte[])
                                    good.getSignedContent().getContent()),
                            true)
                    .getEncoded("DER");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] stamp(SigningKey key, TimeStampRequest request, Instant time) throws Exception {
        TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder()
                        .build(Algorithms.signature(key), key.privateKey(), key.certificate()),
                new JcaDigestCalculatorProviderBuilder()
                        .build()
                        .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                new ASN1ObjectIdentifier("1.3.6.1.4.1.55555.1"));
        tokens.addCertificates(new JcaCertStore(key.chain()));
        return new TimeStampResponseGenerator(tokens, Set.of(TSPAlgorithms.SHA256.getId(), TSPAlgorithms.SHA1.getId()))
                .generate(request, BigInteger.ONE, Date.from(time))
                .getEncoded();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] question = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            if (exchange.getRequestMethod().equals("GET")) {
                byte[] file = files.get(path);
                answer(exchange, file == null ? 404 : 200, file == null ? new byte[0] : file);
                return;
            }
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
                    byte[] reply = stamp(path.equals("/bad") ? STRANGER : key, changed(request, path), time);
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
