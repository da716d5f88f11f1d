package vn.vigil.seal;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import vn.vigil.base.World;

/**
 * A certificate authority for trials: its root says so in its own name, and {@link CertificateFacts#trial()} shows it on every
 * certificate that it issued. Keeps {@code root.pem} (to be handed out) and {@code root.p12} (0600) in one folder. Not safe for
 * several processes at once.
 */
public final class TrialAuthority {
    /** Stands in the subject of every trial root, and so in the issuer of all that it issues. */
    public static final String MARK = "VIGIL TRIAL – NOT FOR REAL USE";

    private TrialAuthority() {}

    /**
     * Makes a new trial root, valid for ten years from now.
     *
     * @param dir made with mode 0700 when it is not there
     * @throws vn.vigil.base.VigilException {@code CONFLICT} when a root is there already
     */
    public static TrialAuthority create(World world, Path dir, String organisation, char[] passphrase) {
        throw new UnsupportedOperationException();
    }

    /**
     * Opens the root made by {@link #create}.
     *
     * @throws vn.vigil.base.VigilException as {@link Pkcs12#open}
     */
    public static TrialAuthority open(World world, Path dir, char[] passphrase) {
        throw new UnsupportedOperationException();
    }

    /** True when the folder holds a trial root. */
    public static boolean exists(Path dir) {
        throw new UnsupportedOperationException();
    }

    /** The root's certificate. */
    public X509Certificate root() {
        throw new UnsupportedOperationException();
    }

    /** The root's certificate as a PEM file. */
    public Path rootPem() {
        throw new UnsupportedOperationException();
    }

    /**
     * Makes a key pair and a signing certificate for it (digitalSignature and nonRepudiation), and writes both with the root to a
     * new PKCS#12 file of mode 0600.
     *
     * @param validity from now on; cut at the root's own end
     * @param p12 must not exist yet; its folder must
     * @throws vn.vigil.base.VigilException {@code CONFLICT} when the file exists
     */
    public Issued issue(Subject subject, KeyType type, Duration validity, Path p12, char[] passphrase) {
        throw new UnsupportedOperationException();
    }
}
