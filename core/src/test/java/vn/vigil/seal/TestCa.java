package vn.vigil.seal;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAbsentContent;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/** A certificate authority as a site meets one outside: an issuing authority below its root, and timestamps. */
public final class TestCa {
    private final SigningKey issuing =
            new SealKit.Certificate("Tổ chức chứng thực Thử").authority().issue(SealKit.ROOT);
    private Instant from;
    private Instant to;
    private int usage = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;

    /** What it issues holds from then until then. */
    public TestCa(Instant from, Instant to) {
        valid(from, to);
    }

    public TestCa valid(Instant first, Instant last) {
        from = first;
        to = last;
        return this;
    }

    /** What it issues from now on is for encipherment alone. */
    public TestCa forEncryption(boolean alone) {
        usage = alone ? KeyUsage.keyEncipherment : KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
        return this;
    }

    public static byte[] rootPem() {
        return Certificates.pem(SealKit.ROOT.certificate()).getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Checks a request as authorities do: it is signed by its own key, and names somebody as UTF8String.
     *
     * @return the certificate first, the issuing authority second
     */
    public List<X509Certificate> issue(String csr) {
        try (PEMParser parser = new PEMParser(new StringReader(csr))) {
            PKCS10CertificationRequest request = (PKCS10CertificationRequest) parser.readObject();
            BouncyCastleProvider provider = new BouncyCastleProvider();
            if (!request.isSignatureValid(new JcaContentVerifierProviderBuilder()
                    .setProvider(provider)
                    .build(request.getSubjectPublicKeyInfo()))) {
                throw new AssertionError("not signed by its own key");
            }
            RDN common = request.getSubject().getRDNs(BCStyle.CN)[0];
            ASN1Encodable name = common.getFirst().getValue();
            if (!(name instanceof DERUTF8String)) {
                throw new AssertionError(name.getClass());
            }
            KeyPair pair = new KeyPair(new JcaPEMKeyConverter().getPublicKey(request.getSubjectPublicKeyInfo()), null);
            return new SealKit.Certificate(name.toString())
                    .key(pair)
                    .valid(from, to)
                    .usage(usage)
                    .issue(issuing)
                    .chain()
                    .subList(0, 2);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    public static byte[] pem(List<X509Certificate> chain) {
        StringBuilder pem = new StringBuilder();
        chain.forEach(c -> pem.append(Certificates.pem(c)));
        return pem.toString().getBytes(StandardCharsets.US_ASCII);
    }

    public static byte[] pkcs7(List<X509Certificate> chain) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addCertificates(new JcaCertStore(chain));
            return generator.generate(new CMSAbsentContent()).getEncoded("DER");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    public static byte[] pkcs7Pem(List<X509Certificate> chain) {
        return Certificates.pem("PKCS7", pkcs7(chain)).getBytes(StandardCharsets.US_ASCII);
    }

    /** A timestamp authority under the same root, whose clock stands still. */
    public static final class Stamps implements AutoCloseable {
        private final TestTsa tsa;

        public Stamps(Instant time) throws IOException {
            tsa = new TestTsa(
                    new SealKit.Certificate("Dấu thời gian").timestamping().issue(SealKit.ROOT), time);
        }

        public URI url() {
            return tsa.address("/good");
        }

        @Override
        public void close() {
            tsa.close();
        }
    }
}
