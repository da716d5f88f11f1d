package vn.vigil.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;

/** Certificates and certificate requests as text. Stateless. */
public final class Certificates {
    /** Room for a whole store of roots. */
    private static final long LIMIT = 8 << 20;

    private Certificates() {}

    /**
     * All certificates of a PEM or DER file, single or in a PKCS#7 envelope (RFC 5652, "certs-only"), in file order.
     *
     * @throws VigilException {@code NOT_FOUND}; {@code USAGE} when the file holds no certificate
     */
    public static List<X509Certificate> read(Path file) {
        List<X509Certificate> found = found(file);
        if (found.isEmpty()) {
            throw new VigilException(
                    ErrorKind.USAGE, "VG-SEAL-NO-CERTIFICATE", SealText.NO_CERTIFICATE.with(file.toString()));
        }
        return found;
    }

    /** As {@link #read(Path)}, but empty when the file holds none. */
    static List<X509Certificate> found(Path file) {
        try {
            return Files.size(file) > LIMIT ? List.of() : parse(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new VigilException(ErrorKind.NOT_FOUND, "VG-SEAL-NO-FILE", SealText.NO_FILE.with(file.toString()));
        } catch (IOException e) {
            throw Faults.io(file, e);
        }
    }

    /** As {@link #read(Path)}, from bytes: PEM or DER; empty when they hold none. */
    public static List<X509Certificate> parse(byte[] bytes) {
        List<X509Certificate> found = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            if (bytes.length > 0 && bytes[0] == 0x30) {
                add(factory, bytes, found);
                return found;
            }
            // Cut out by hand: the factory stumbles over the text that tools write between PEM blocks.
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            for (String kind : new String[] {"CERTIFICATE-----", "PKCS7-----"}) {
                String begin = "-----BEGIN " + kind;
                for (int at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, at)) {
                    int stop = text.indexOf("-----END " + kind, at);
                    if (stop < 0) {
                        return List.of();
                    }
                    add(factory, Base64.getMimeDecoder().decode(text.substring(at + begin.length(), stop)), found);
                    at = stop;
                }
            }
        } catch (CertificateException | IllegalArgumentException e) {
            return List.of();
        }
        return found;
    }

    private static void add(CertificateFactory factory, byte[] der, List<X509Certificate> found)
            throws CertificateException {
        for (Certificate c : factory.generateCertificates(new ByteArrayInputStream(der))) {
            found.add((X509Certificate) c);
        }
    }

    /** The certificate as PEM, lines ended by {@code \n}. */
    public static String pem(X509Certificate certificate) {
        return pem("CERTIFICATE", der(certificate));
    }

    /** A certificate request (PKCS#10, RFC 2986) for the key, as PEM, to be sent to a real authority. */
    public static String request(SigningKey key, Subject subject) {
        try {
            byte[] request = new JcaPKCS10CertificationRequestBuilder(
                            name(subject), key.certificate().getPublicKey())
                    .build(key.signer())
                    .getEncoded();
            return pem("CERTIFICATE REQUEST", request);
        } catch (OperatorCreationException | IOException e) {
            throw new IllegalStateException("a key that was opened can sign", e);
        }
    }

    /**
     * True when two certificates must be taken for one person's: the same public key, or the same subject. Used to refuse an own
     * approval under a second account.
     */
    public static boolean samePerson(X509Certificate one, X509Certificate other) {
        return one.getPublicKey().equals(other.getPublicKey())
                || one.getSubjectX500Principal().equals(other.getSubjectX500Principal());
    }

    static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    /** Written from the widest to the most telling part, as X.500 has it. */
    static X500Name name(Subject subject) {
        X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.C, "VN");
        if (subject.organisation() != null) {
            name.addRDN(BCStyle.O, subject.organisation());
        }
        if (subject.unit() != null) {
            name.addRDN(BCStyle.OU, subject.unit());
        }
        if (subject.number() != null) {
            name.addRDN(BCStyle.SERIALNUMBER, subject.number());
        }
        name.addRDN(BCStyle.CN, subject.commonName());
        return name.build();
    }

    static String pem(String kind, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }
}
