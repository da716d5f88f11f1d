package vn.vigil.people;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.config.PrivateFiles;
import vn.vigil.seal.CertificateFacts;
import vn.vigil.seal.Certificates;
import vn.vigil.seal.KeyType;
import vn.vigil.seal.NewKeys;
import vn.vigil.seal.Pkcs12;
import vn.vigil.seal.Revocations;
import vn.vigil.seal.SigningGate;
import vn.vigil.seal.SigningKey;
import vn.vigil.seal.Subject;
import vn.vigil.secret.Secret;
import vn.vigil.secret.SecretRef;
import vn.vigil.secret.Vault;
import vn.vigil.store.Store;

/**
 * Keys for real use: made here, certified by an authority elsewhere, installed when its certificate comes back. The waiting key lies
 * in a file of its own until then, so the present one signs on. Each step may be repeated after an interruption.
 */
final class KeyWaiting {
    private static final SecretRef PASSPHRASE = new SecretRef("key/department/request");

    private final World world;
    private final KeyFiles files;
    private final Store store;
    private final Vault vault;
    private final People people;
    private final KeyCabinet cabinet;

    KeyWaiting(World world, KeyFiles files, Store store, Vault vault, People people, KeyCabinet cabinet) {
        this.world = world;
        this.files = files;
        this.store = store;
        this.vault = vault;
        this.people = people;
        this.cabinet = cabinet;
    }

    KeyRequested request(Actor actor, MemberId owner, boolean rsa, char[] passphrase, KeySource token) {
        people.keyRequests().mayAsk(actor, owner);
        String body = people.site(world.now()).printedBody();
        String name = owner == null ? body : people.byId(owner).name();
        Subject subject = new Subject(name, null, body, owner == null ? "department" : owner.value());
        Path file = files.waiting(owner);
        Path csr = files.request(owner);
        boolean changed = !Files.exists(csr) || !people.keyRequests().isWaiting(owner, null);
        if (!store.isRehearsal()) {
            SigningKey key = token != null
                    ? token.make(world, type(rsa), subject)
                    : made(owner, subject, type(rsa), file, passphrase);
            boolean written = Files.exists(csr) && people.keyRequests().isWaiting(owner, key.certificate());
            if (!written) {
                write(csr, Certificates.request(key, subject));
            }
            changed = people.keyRequests()
                            .ask(actor, owner, key.certificate().getPublicKey(), token == null ? null : token.name())
                    || !written;
        }
        return new KeyRequested(
                owner, name, token == null ? file : null, token == null ? null : token.name(), csr, changed);
    }

    private static KeyType type(boolean rsa) {
        return rsa ? KeyType.RSA3072 : KeyType.P256;
    }

    /** The key of the file, which an earlier call may have left behind, or a fresh one. */
    private SigningKey made(MemberId owner, Subject subject, KeyType type, Path file, char[] passphrase) {
        char[] opens =
                owner != null ? passphrase : vault.has(PASSPHRASE) ? secret(PASSPHRASE) : cabinet.fresh(PASSPHRASE);
        if (Files.exists(file)) {
            return Pkcs12.open(file, opens);
        }
        try {
            PrivateFiles.folder(files.home().keys());
        } catch (IOException e) {
            throw files.unwritable(e);
        }
        return NewKeys.create(world, type, subject, file, opens);
    }

    private void write(Path csr, String pem) {
        try {
            PrivateFiles.folder(files.home().keys());
            PrivateFiles.replace(csr, pem.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw files.unwritable(e);
        }
    }

    /** @throws VigilException NOT_FOUND when none of the file's certificates is for a key that waits here, or on record */
    KeyPending pending(Path file) {
        return people.keyRequests().pending(own(file, Certificates.read(file)));
    }

    private X509Certificate own(Path file, List<X509Certificate> certificates) {
        X509Certificate own = people.keyRequests().own(certificates);
        if (own == null) {
            throw new VigilException(ErrorKind.NOT_FOUND, "VG-PEOPLE-NO-REQUEST", PeopleText.NO_KEY_REQUEST.with(file))
                    .next(PeopleText.KEY_REQUEST_NEXT.with());
        }
        return own;
    }

    KeyInstalled install(Actor actor, Path file, char[] passphrase, KeySource token) {
        people.require(actor, Power.MANAGE_KEYS);
        List<X509Certificate> certificates = Certificates.read(file);
        X509Certificate own = own(file, certificates);
        KeyPending pending = people.keyRequests().pending(own);
        if (pending.installed()) {
            return installed(pending, own, false);
        }
        people.keyRequests().mayInstall(actor, own);
        List<X509Certificate> path = path(own, certificates);
        if (!store.isRehearsal()) {
            if (pending.token() != null) {
                token.adopt(path);
            } else {
                adopt(pending.owner(), own, path, passphrase);
            }
        }
        people.keyRequests().install(actor, own);
        return installed(pending, own, true);
    }

    private List<X509Certificate> path(X509Certificate own, List<X509Certificate> others) {
        try {
            return SigningGate.path(own, others, new Revocations(world, null, people.trustAnchors()), world.now());
        } catch (VigilException e) {
            throw e.kind() == ErrorKind.REFUSED
                    ? e.next(PeopleText.TRUST_ROOT_NEXT.with(files.home().trust()))
                    : e;
        }
    }

    /** Puts the certified key in the place of the present one, which is kept beside it. */
    private void adopt(MemberId owner, X509Certificate certificate, List<X509Certificate> path, char[] passphrase) {
        Path waiting = files.waiting(owner);
        Path own = files.own(owner);
        SecretRef opens = vault.has(PASSPHRASE) ? PASSPHRASE : KeyCabinet.DEPARTMENT_PASSPHRASE;
        char[] secret = owner != null ? passphrase : secret(opens);
        if (!Files.exists(waiting)) {
            // An earlier call has come so far, or the file is lost.
            if (!Pkcs12.open(own, secret).certificate().equals(certificate)) {
                throw new VigilException(
                        ErrorKind.NOT_FOUND, "VG-PEOPLE-NO-REQUEST", PeopleText.NO_WAITING_KEY.with(waiting));
            }
            return;
        }
        Pkcs12.adopt(waiting, secret, path);
        if (Files.exists(own)) {
            files.aside(own, people.revocations().held(owner).isEmpty() ? "revoked" : "replaced");
        }
        if (owner == null && opens == PASSPHRASE) {
            Map<SecretRef, Secret> kept = new HashMap<>();
            kept.put(KeyCabinet.DEPARTMENT_PASSPHRASE, Secret.of(new String(secret)));
            if (vault.has(KeyCabinet.DEPARTMENT_PASSPHRASE)) {
                kept.put(cabinet.formerPassphrase(), Secret.of(new String(secret(KeyCabinet.DEPARTMENT_PASSPHRASE))));
            }
            vault.putAndForget(kept, PASSPHRASE);
        }
        files.rename(waiting, own);
    }

    /** Whoever lost a key may have lost the one that waits as well. */
    void drop(MemberId owner) {
        if (Files.exists(files.waiting(owner))) {
            files.aside(files.waiting(owner), "revoked");
        }
    }

    private char[] secret(SecretRef ref) {
        try (Secret secret = vault.get(ref)) {
            return secret.chars().clone();
        }
    }

    private KeyInstalled installed(KeyPending pending, X509Certificate own, boolean changed) {
        CertificateFacts facts = CertificateFacts.of(own);
        return new KeyInstalled(
                pending.owner(),
                facts.name(),
                facts.issuer(),
                facts.fingerprint(),
                facts.notAfter(),
                changed && pending.token() == null ? files.own(pending.owner()) : null,
                changed);
    }
}
