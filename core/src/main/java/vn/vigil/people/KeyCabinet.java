package vn.vigil.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLReason;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.config.Home;
import vn.vigil.config.PrivateFiles;
import vn.vigil.ledger.LogKey;
import vn.vigil.seal.CertificateFacts;
import vn.vigil.seal.Issued;
import vn.vigil.seal.KeyType;
import vn.vigil.seal.Pkcs12;
import vn.vigil.seal.SigningKey;
import vn.vigil.seal.Subject;
import vn.vigil.seal.TrialAuthority;
import vn.vigil.secret.Secret;
import vn.vigil.secret.SecretRef;
import vn.vigil.secret.Vault;
import vn.vigil.store.Store;
import vn.vigil.text.Viet;

/**
 * The keys of the site: the department's, persons', and the trial authority that issues both until a real one does. The
 * passphrases of the authority and of the department's key lie in the vault; a person's is the person's own. One thread.
 */
public final class KeyCabinet {
    private static final SecretRef ROOT_PASSPHRASE = new SecretRef("key/trial-root");
    static final SecretRef DEPARTMENT_PASSPHRASE = new SecretRef("key/department");
    private static final SecretRef LOG_KEY = new SecretRef("key/log");
    private static final Duration VALIDITY = Duration.ofDays(730);

    private final World world;
    private final Home home;
    private final Store store;
    private final Vault vault;
    private final People people;
    private final KeyFiles files;
    private final KeyWaiting waiting;

    public KeyCabinet(World world, Home home, Store store, Vault vault, People people) {
        this.world = world;
        this.home = home;
        this.store = store;
        this.vault = vault;
        this.people = people;
        this.files = new KeyFiles(home);
        this.waiting = new KeyWaiting(world, files, store, vault, people, this);
    }

    /**
     * Makes the trial authority and the department's key, where they are not there yet.
     *
     * @throws VigilException REFUSED when the actor may not; FAILED when the files cannot be written
     */
    public KeyMade initDepartment(Actor actor) {
        people.require(actor, Power.MANAGE_KEYS);
        Path file = files.own(null);
        boolean lost = Files.exists(file) && isRevoked(file);
        if (Files.exists(file) && !lost) {
            return made(settled(actor, file).certificate(), file, true);
        }
        String body = people.site(world.now()).printedBody();
        if (store.isRehearsal()) {
            return new KeyMade(body, file, "", rootPem(), true, false);
        }
        if (lost) {
            departmentAside(file);
        }
        char[] passphrase = fresh(DEPARTMENT_PASSPHRASE);
        Issued issued = issue(new Subject(body, null, body, "department"), file, passphrase);
        people.enrolDepartment(actor, issued.certificate(), false);
        return made(issued.certificate(), file, false);
    }

    /**
     * Makes a person's key and enrols its certificate.
     *
     * @param passphrase chosen by that person
     * @throws VigilException REFUSED when the actor may not; NOT_FOUND; CONFLICT when the person has a key file here already that
     *     is not the one enrolled
     */
    public KeyMade issue(Actor actor, MemberId person, char[] passphrase) {
        people.require(actor, Power.MANAGE_KEYS);
        Member member = people.byId(person);
        Path file = files.own(person);
        X509Certificate enrolled = people.certificate(person);
        if (Files.exists(file) && enrolled != null) {
            return made(enrolled, file, true);
        }
        if (store.isRehearsal()) {
            return new KeyMade(member.name(), file, "", rootPem(), true, false);
        }
        X509Certificate left = leftBehind(file, passphrase);
        if (left != null && !people.revocations().isRevoked(left) && people.enrol(actor, person, left, false)) {
            return made(left, file, false);
        }
        if (Files.exists(file) && people.revocations().anyRevoked(person)) {
            files.aside(file, "revoked");
        }
        Issued issued = issue(
                new Subject(member.name(), null, people.site(world.now()).printedBody(), person.value()),
                file,
                passphrase);
        people.enrol(actor, person, issued.certificate(), false);
        return made(issued.certificate(), file, false);
    }

    /**
     * Makes a key that waits for an authority's certificate, and the request for it (PKCS#10). The present key signs on.
     *
     * @param owner null for the department
     * @param rsa RSA with 3072 bits in place of P-256
     * @param passphrase chosen by the owner; null for the department, whose lies in the vault, and for a token
     * @param token where the key is to be; null for a file. A key of its label that is there already is taken
     * @return unchanged when it was made before
     * @throws VigilException DENIED when the actor may not, or for another passphrase than the waiting key's; CONFLICT when the token's
     *     key is somebody else's; REFUSED when it was revoked; NOT_FOUND
     */
    public KeyRequested request(Actor actor, MemberId owner, boolean rsa, char[] passphrase, KeySource token) {
        return waiting.request(actor, owner, rsa, passphrase, token);
    }

    /**
     * Whose key a certificate is for.
     *
     * @param file certificates, PEM or DER or PKCS#7
     * @throws VigilException USAGE when it holds none; NOT_FOUND when none is for a key that waits here, or on record; REFUSED when the
     *     key is revoked
     */
    public KeyPending pending(Path file) {
        return waiting.pending(file);
    }

    /**
     * Takes an authority's certificate for a key that waits: from then on that key signs for its owner. Where the owner has lost a key
     * before, another person than who asked, of the other office, installs it.
     *
     * @param file the certificate with its issuers, as {@link #pending} takes it
     * @param passphrase of a member's waiting key file; else null
     * @param token where the waiting key is; null for a file
     * @return unchanged when it is on record already
     * @throws VigilException as {@link #pending}; DENIED when the actor may not, for a wrong passphrase or PIN, and for a certificate
     *     that cannot sign; REFUSED when it leads to no trusted root, or one person would be both; CONFLICT when the key is another's
     */
    public KeyInstalled install(Actor actor, Path file, char[] passphrase, KeySource token) {
        return waiting.install(actor, file, passphrase, token);
    }

    /** Has the department a key of its own that is not revoked? */
    public boolean hasDepartmentKey() {
        return Files.exists(files.own(null)) && !people.revocations().held(null).isEmpty();
    }

    /**
     * The second person, of the other office, confirms that all keys of an owner be revoked: nothing more is signed by them here, and
     * the trial authority's list says so to everybody else. What they signed before stays valid at its proven time.
     *
     * @param owner null for the department
     * @return unchanged when they are revoked already
     * @throws VigilException NOT_FOUND when nobody has asked, or no key is on record; DENIED as {@link People#askKeyRevocation};
     *     REFUSED when both are one person; FAILED when the list cannot be written: then nothing is revoked here yet, and the same
     *     call again does it
     */
    public KeyRevocation confirmRevocation(Actor actor, MemberId owner, boolean dryRun) {
        KeyRevocation would = people.confirmKeyRevocation(actor, owner, true);
        if (dryRun || store.isRehearsal() || !would.changed()) {
            return would;
        }
        callBack(people.revocations().held(owner));
        waiting.drop(owner);
        return people.confirmKeyRevocation(actor, owner, false);
    }

    /** Puts those that the trial authority here has issued on its list. First of all, so that a failure leaves the request standing. */
    private void callBack(List<X509Certificate> certificates) {
        if (!TrialAuthority.exists(home.keys().resolve("trial"))) {
            return;
        }
        try {
            TrialAuthority authority = authority();
            for (X509Certificate certificate : certificates) {
                if (certificate.getIssuerX500Principal().equals(authority.root().getSubjectX500Principal())) {
                    authority.revoke(
                            certificate, CRLReason.UNSPECIFIED, world.now().truncatedTo(ChronoUnit.SECONDS));
                }
            }
            publishList(authority);
        } catch (IOException e) {
            throw files.unwritable(e);
        }
    }

    /** Is the department's key file one that was revoked? */
    private boolean isRevoked(Path file) {
        try (Secret passphrase = vault.get(DEPARTMENT_PASSPHRASE)) {
            return people.revocations()
                    .isRevoked(Pkcs12.open(file, passphrase.chars()).certificate());
        }
    }

    /** Keeps the file of a revoked key, and what opens it. */
    private void departmentAside(Path file) {
        try (Secret passphrase = vault.get(DEPARTMENT_PASSPHRASE)) {
            vault.put(formerPassphrase(), Secret.of(new String(passphrase.chars())));
        }
        files.aside(file, "revoked");
    }

    /**
     * The key that seals a package: the member's own, or the department's.
     *
     * @param key the member's own, or null for the department's
     * @throws VigilException NOT_FOUND when there is no department key yet; DENIED as {@link People#sealer}
     */
    public SigningKey sealer(Member member, KeySource key) {
        if (key != null) {
            return people.sealer(member, key);
        }
        if (!hasDepartmentKey()) {
            throw new VigilException(ErrorKind.NOT_FOUND, "VG-PEOPLE-NO-KEY", PeopleText.NO_DEPARTMENT_KEY.with())
                    .next(PeopleText.KEY_INIT_NEXT.with());
        }
        try (Secret passphrase = vault.get(DEPARTMENT_PASSPHRASE);
                KeySource departments = KeySource.file(files.own(null), passphrase.chars())) {
            return people.sealer(member, departments);
        }
    }

    /**
     * The key that signs the ledger's checkpoints; made when there is none yet, and then kept with the vault's secrets.
     *
     * @throws VigilException REFUSED in a rehearsal of the first time
     */
    public LogKey logKey() {
        if (vault.has(LOG_KEY)) {
            try (Secret line = vault.get(LOG_KEY)) {
                return LogKey.of(new String(line.chars()));
            }
        }
        LogKey key = LogKey.fresh("vigil/" + slug(people.site(world.now()).printedBody()), world.random());
        if (!store.isRehearsal()) {
            vault.put(LOG_KEY, Secret.of(key.line()));
        }
        return key;
    }

    /** Small letters, digits and hyphens of a name. */
    private static String slug(String name) {
        StringBuilder out = new StringBuilder();
        for (char c : Viet.fold(name).toCharArray()) {
            boolean plain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            if (plain) {
                out.append(c);
            } else if (out.length() > 0 && out.charAt(out.length() - 1) != '-') {
                out.append('-');
            }
        }
        while (out.length() > 0 && out.charAt(out.length() - 1) == '-') {
            out.setLength(out.length() - 1);
        }
        return out.length() == 0 ? "log" : out.toString();
    }

    /** The department's key, whose enrolment an earlier call may not have come to. */
    private SigningKey settled(Actor actor, Path file) {
        try (Secret passphrase = vault.get(DEPARTMENT_PASSPHRASE)) {
            SigningKey key = Pkcs12.open(file, passphrase.chars());
            if (!store.isRehearsal()) {
                publishList();
                people.enrolDepartment(actor, key.certificate(), false);
            }
            return key;
        }
    }

    /** The certificate of a key file that an earlier call wrote and did not come to enrol; null when there is none. */
    private X509Certificate leftBehind(Path file, char[] passphrase) {
        if (!Files.exists(file)) {
            return null;
        }
        try {
            X509Certificate certificate = Pkcs12.open(file, passphrase).certificate();
            publishList();
            return certificate;
        } catch (VigilException e) {
            // Another one's, or by another passphrase: making a key there says so.
            return null;
        }
    }

    /** Puts the revocation list where those look who verify. */
    private void publishList() {
        try {
            if (TrialAuthority.exists(home.keys().resolve("trial"))) {
                publishList(authority());
            }
        } catch (IOException e) {
            throw files.unwritable(e);
        }
    }

    private void publishList(TrialAuthority authority) throws IOException {
        PrivateFiles.replace(home.trust().resolve("trial.crl"), Files.readAllBytes(authority.list()));
    }

    private Issued issue(Subject subject, Path file, char[] passphrase) {
        try {
            PrivateFiles.folder(home.keys());
            TrialAuthority authority = authority();
            Issued issued = authority.issue(subject, KeyType.P256, VALIDITY, file, passphrase);
            publishList(authority);
            return issued;
        } catch (IOException e) {
            throw files.unwritable(e);
        }
    }

    private TrialAuthority authority() throws IOException {
        Path folder = home.keys().resolve("trial");
        TrialAuthority authority;
        if (TrialAuthority.exists(folder)) {
            try (Secret passphrase = vault.get(ROOT_PASSPHRASE)) {
                authority = TrialAuthority.open(world, folder, passphrase.chars());
            }
        } else {
            authority = TrialAuthority.create(
                    world, folder, people.site(world.now()).printedBody(), fresh(ROOT_PASSPHRASE));
        }
        if (!Files.exists(rootPem())) {
            PrivateFiles.folder(home.trust());
            PrivateFiles.replace(rootPem(), Files.readAllBytes(authority.rootPem()));
        }
        return authority;
    }

    /** Under which name the vault keeps what opens a former key of the department. */
    SecretRef formerPassphrase() {
        return new SecretRef(DEPARTMENT_PASSPHRASE.name() + "/" + world.now().getEpochSecond());
    }

    /** A new random passphrase, kept in the vault. */
    char[] fresh(SecretRef ref) {
        byte[] random = new byte[24];
        world.random().nextBytes(random);
        String passphrase = HexFormat.of().formatHex(random);
        vault.put(ref, Secret.of(passphrase));
        return passphrase.toCharArray();
    }

    private KeyMade made(X509Certificate certificate, Path file, boolean unchanged) {
        CertificateFacts facts = CertificateFacts.of(certificate);
        return new KeyMade(facts.name(), file, facts.fingerprint(), rootPem(), facts.trial(), unchanged);
    }

    private Path rootPem() {
        return home.trust().resolve("root.pem");
    }
}
