package vn.vigil.seal;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;

/** Certificates and certificate requests as text. Stateless. */
public final class Certificates {
    private Certificates() {}

    /**
     * All certificates of a PEM file, or the one of a DER file, in file order.
     *
     * @throws vn.vigil.base.VigilException {@code NOT_FOUND}; {@code USAGE} when the file holds no certificate
     */
    public static List<X509Certificate> read(Path file) {
        throw new UnsupportedOperationException();
    }

    /** As {@link #read(Path)}, from bytes: PEM or DER; empty when they hold none. */
    public static List<X509Certificate> parse(byte[] bytes) {
        throw new UnsupportedOperationException();
    }

    /** The certificate as PEM, lines ended by {@code \n}. */
    public static String pem(X509Certificate certificate) {
        throw new UnsupportedOperationException();
    }

    /** A certificate request (PKCS#10, RFC 2986) for the key, as PEM, to be sent to a real authority. */
    public static String request(SigningKey key, Subject subject) {
        throw new UnsupportedOperationException();
    }

    /**
     * True when two certificates must be taken for one person's: the same public key, or the same subject. Used to refuse an own
     * approval under a second account.
     */
    public static boolean samePerson(X509Certificate one, X509Certificate other) {
        throw new UnsupportedOperationException();
    }
}
