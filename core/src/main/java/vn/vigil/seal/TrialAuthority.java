package vn.vigil.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.CRLReason;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;

/**
 * A certificate authority for trials: its root says so in its own name, and {@link CertificateFacts#trial()} shows it on every
 * certificate that it issued. Keeps {@code root.pem} and its revocation list {@code root.crl} (to be handed out) and {@code root.p12}
 * (0600) in one folder. Not safe for several processes at once.
 */
public final class TrialAuthority {
    /** Stands in the subject of every trial root, and so in the issuer of all that it issues. */
    public static final String MARK = "VIGIL TRIAL – NOT FOR REAL USE";

    /** Certificates begin a little before now, since the clocks of those who check them may lag. */
    static final Duration LAG = Duration.ofMinutes(5);

    private static final String ROOT_KEY = "root.p12";
    private static final String ROOT_PEM = "root.pem";
    private static final String LIST = "root.crl";

    /** Document signing, RFC 9336. */
    private static final KeyPurposeId DOCUMENT_SIGNING =
            KeyPurposeId.getInstance(new ASN1ObjectIdentifier("1.3.6.1.5.5.7.3.36"));

    private final World world;
    private final Path dir;
    private final SigningKey root;

    private TrialAuthority(World world, Path dir, SigningKey root) {
        this.world = world;
        this.dir = dir;
        this.root = root;
    }

    /**
     * Makes a new trial root, valid for ten years from now.
     *
     * @param dir made with mode 0700 when it is not there
     * @throws VigilException {@code CONFLICT} when a root is there already
     */
    public static TrialAuthority create(World world, Path dir, String organisation, char[] passphrase) {
        if (exists(dir)) {
            throw new VigilException(
                    ErrorKind.CONFLICT,
                    "VG-SEAL-EXISTS",
                    SealText.EXISTS.with(dir.resolve(ROOT_KEY).toString()));
        }
        try {
            if (!Files.isDirectory(dir)) {
                Files.createDirectories(dir, Disk.mode(dir, "rwx------"));
            }
            Instant from = world.now().truncatedTo(ChronoUnit.SECONDS).minus(LAG);
            KeyPair pair = NewKeys.pair(world, KeyType.P256);
            X500Name name = Certificates.name(new Subject(MARK, null, organisation, null));
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    name,
                    NewKeys.serial(world),
                    Date.from(from),
                    Date.from(from.plus(3650, ChronoUnit.DAYS)),
                    name,
                    pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                    .addExtension(
                            Extension.subjectKeyIdentifier,
                            false,
                            new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
            X509Certificate certificate = sign(builder, pair.getPrivate(), "SHA256withECDSA");
            SigningKey root = new SigningKey(pair.getPrivate(), List.of(certificate));
            Files.deleteIfExists(dir.resolve(ROOT_PEM)); // of an earlier call that was cut off before its key file
            PrivateFiles.write(
                    dir.resolve(ROOT_PEM),
                    Certificates.pem(certificate).getBytes(StandardCharsets.US_ASCII),
                    "rw-r--r--");
            Pkcs12.create(dir.resolve(ROOT_KEY), root, passphrase);
            TrialAuthority authority = new TrialAuthority(world, dir, root);
            authority.renewList();
            return authority;
        } catch (IOException e) {
            throw Faults.io(dir, e);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("every Java platform can make a P-256 key", e);
        }
    }

    /**
     * Opens the root made by {@link #create}.
     *
     * @throws VigilException as {@link Pkcs12#open}
     */
    public static TrialAuthority open(World world, Path dir, char[] passphrase) {
        return new TrialAuthority(world, dir, Pkcs12.open(dir.resolve(ROOT_KEY), passphrase));
    }

    /** True when the folder holds a trial root. */
    public static boolean exists(Path dir) {
        return Files.exists(dir.resolve(ROOT_KEY));
    }

    /** The root's certificate. */
    public X509Certificate root() {
        return root.certificate();
    }

    /** The latest revocation list as a PEM file, good for more than two years: longer than the keys issued until then. */
    public Path list() {
        return dir.resolve(LIST);
    }

    /** Issues the revocation list anew, as of now. */
    public void renewList() {
        TrialList.issue(world, root, list(), null, null, null);
    }

    /**
     * Calls a certificate back and issues the list anew. What was sealed and timestamped before stays valid.
     *
     * @param certificate one that this root issued
     * @param reason {@code UNSPECIFIED}, {@code KEY_COMPROMISE}, {@code AFFILIATION_CHANGED}, {@code SUPERSEDED} or
     *     {@code CESSATION_OF_OPERATION}
     * @param at from when on it does not count any more; kept to the second
     * @return false when it was called back before: the earlier entry stays as it is
     * @throws VigilException {@code NOT_FOUND} when another root issued it
     */
    public boolean revoke(X509Certificate certificate, CRLReason reason, Instant at) {
        try {
            certificate.verify(root().getPublicKey());
        } catch (GeneralSecurityException e) {
            throw new VigilException(
                            ErrorKind.NOT_FOUND,
                            "VG-SEAL-NOT-ISSUED",
                            SealText.NOT_ISSUED.with(
                                    CertificateFacts.of(certificate).name()))
                    .causedBy(e);
        }
        return TrialList.issue(world, root, list(), certificate, reason, at);
    }

    /** The root's certificate as a PEM file. */
    public Path rootPem() {
        return dir.resolve(ROOT_PEM);
    }

    /**
     * Makes a key pair and a signing certificate for it (digitalSignature and nonRepudiation), and writes both with the root to a
     * new PKCS#12 file of mode 0600. Renews the revocation list, so that it outlives the key.
     *
     * @param validity from now on; cut at the root's own end
     * @param p12 must not exist yet; its folder must
     * @throws VigilException {@code CONFLICT} when the file exists
     */
    public Issued issue(Subject subject, KeyType type, Duration validity, Path p12, char[] passphrase) {
        try {
            Instant now = world.now().truncatedTo(ChronoUnit.SECONDS);
            Instant from = later(now.minus(LAG), root().getNotBefore().toInstant());
            Instant rootEnd = root().getNotAfter().toInstant();
            Instant to = now.plus(validity).isBefore(rootEnd) ? now.plus(validity) : rootEnd;
            KeyPair pair = NewKeys.pair(world, type);
            JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    root(),
                    NewKeys.serial(world),
                    Date.from(from),
                    Date.from(to),
                    Certificates.name(subject),
                    pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(
                            Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation))
                    .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
                        KeyPurposeId.id_kp_emailProtection, DOCUMENT_SIGNING
                    }))
                    .addExtension(
                            Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(pair.getPublic()))
                    .addExtension(
                            Extension.authorityKeyIdentifier,
                            false,
                            ids.createAuthorityKeyIdentifier(root().getPublicKey()));
            X509Certificate certificate = sign(builder, root.privateKey(), Algorithms.signature(root));
            // First, so that a key that is there has a list that outlives it.
            renewList();
            Pkcs12.create(p12, new SigningKey(pair.getPrivate(), List.of(certificate, root())), passphrase);
            return new Issued(p12, certificate);
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("every Java platform can make P-256 and RSA keys", e);
        }
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key, String algorithm)
            throws OperatorCreationException, IOException {
        byte[] der =
                builder.build(new JcaContentSignerBuilder(algorithm).build(key)).getEncoded();
        return Certificates.parse(der).get(0);
    }
}
