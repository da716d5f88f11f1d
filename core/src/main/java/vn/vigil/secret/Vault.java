package vn.vigil.secret;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.config.Config;
import vn.vigil.config.Home;
import vn.vigil.config.PasswordFile;
import vn.vigil.config.PrivateFiles;
import vn.vigil.config.Setting;

/**
 * The site's secrets under one key. The key is the first of these that is there: the systemd credential
 * {@code vigil-vault-key}, the passphrase of {@code secret.passphrase-file}, the key file {@code secret/vault.key}, which is
 * made when the first secret is put. Every change replaces the whole file by a rename, so that a crash leaves the old vault
 * or the new one. Nothing is read before the first use. Safe for several threads and processes.
 */
public final class Vault {
    /** One process locks a file against others, but not one thread against another. */
    private static final Object IN_THIS_PROCESS = new Object();

    /** Far above the passwords of 10,000 cameras, some 0.5 MiB. */
    private static final int MOST_BYTES = 16 << 20;

    private static final String CREDENTIAL = "vigil-vault-key";

    private final World world;
    private final Path file;
    private final Path keyFile;
    private final Path passphraseFile;

    public Vault(Home home, Config config, World world) {
        this.world = world;
        this.file = home.secret().resolve("vault.bin");
        this.keyFile = home.secret().resolve("vault.key");
        this.passphraseFile = config.path(Setting.SECRET_PASSPHRASE_FILE);
    }

    /** Keeps a secret under a name, in place of one that is there. */
    public void put(SecretRef ref, Secret secret) {
        change(secrets -> {
            secrets.put(ref.name(), secret.bytes());
            return true;
        });
    }

    /** Keeps several secrets in one change of the file: all or none. */
    public void putAll(Map<SecretRef, Secret> many) {
        if (many.isEmpty()) {
            return;
        }
        change(secrets -> {
            many.forEach((ref, secret) -> secrets.put(ref.name(), secret.bytes()));
            return true;
        });
    }

    /** Keeps some secrets and removes another in one change of the file. */
    public void putAndForget(Map<SecretRef, Secret> many, SecretRef gone) {
        change(secrets -> {
            many.forEach((ref, secret) -> secrets.put(ref.name(), secret.bytes()));
            secrets.remove(gone.name());
            return true;
        });
    }

    /** Those of the secrets that are there, read at once; the caller closes them. */
    public Map<SecretRef, Secret> getAll(Collection<SecretRef> refs) {
        Map<SecretRef, Secret> found = new HashMap<>();
        if (Files.exists(file) && !refs.isEmpty()) {
            TreeMap<String, byte[]> secrets = secrets();
            for (SecretRef ref : refs) {
                byte[] value = secrets.get(ref.name());
                if (value != null) {
                    found.put(ref, Secret.of(value));
                }
            }
        }
        return found;
    }

    /**
     * The value.
     *
     * @throws VigilException NOT_FOUND when there is none; DENIED when the vault does not open (wrong key, changed file, key
     *     file that others can read)
     */
    public Secret get(SecretRef ref) {
        byte[] value = secrets().get(ref.name());
        if (value == null) {
            throw new VigilException(ErrorKind.NOT_FOUND, "VG-SECRET-MISSING", SecretText.NO_SECRET.with(ref.name()));
        }
        return Secret.of(value);
    }

    public boolean has(SecretRef ref) {
        return Files.exists(file) && secrets().containsKey(ref.name());
    }

    /** Removes a secret. Returns false when there was none. */
    public boolean forget(SecretRef ref) {
        return Files.exists(file) && change(secrets -> secrets.remove(ref.name()) != null);
    }

    /** The names of all secrets, sorted. */
    public List<SecretRef> list() {
        List<SecretRef> all = new ArrayList<>();
        if (Files.exists(file)) {
            for (String name : secrets().keySet()) {
                all.add(new SecretRef(name));
            }
        }
        return all;
    }

    /**
     * Passes the vault to a fresh key of its key file. A crash at any step leaves a vault that opens: for a moment the key
     * file holds both keys.
     */
    public void rotate() {
        byte[] fresh = new byte[32];
        world.random().nextBytes(fresh);
        locked(() -> {
            VaultKey old = key();
            TreeMap<String, byte[]> secrets = read(old);
            if (credential() != null || passphraseFile != null) {
                throw new IllegalStateException("this vault has no key file");
            }
            PrivateFiles.replace(keyFile, VaultKey.format(fresh, usedBy(old)));
            PrivateFiles.replace(file, VaultFile.write(secrets, VaultKey.raw(fresh), world.random()));
            PrivateFiles.replace(keyFile, VaultKey.format(fresh));
            return true;
        });
    }

    /** Passes the vault to another key, which the caller keeps from now on: a new passphrase or credential. One rename. */
    public void rotate(VaultKey next) {
        locked(() -> {
            PrivateFiles.replace(file, VaultFile.write(read(key()), next, world.random()));
            return true;
        });
    }

    /** Which of a key file's keys opens the vault now: after a crash within a rotation it may be the second. */
    private byte[] usedBy(VaultKey key) throws IOException {
        try {
            VaultFile.read(Files.readAllBytes(file), VaultKey.raw(key.newest()));
            return key.newest();
        } catch (VaultFile.Refused e) {
            return key.oldest();
        }
    }

    private TreeMap<String, byte[]> secrets() {
        try {
            return read(key());
        } catch (IOException e) {
            throw new VigilException(ErrorKind.FAILED, "VG-SECRET-IO", SecretText.CANNOT_READ.with(file)).causedBy(e);
        }
    }

    private TreeMap<String, byte[]> read(VaultKey key) throws IOException {
        if (!Files.exists(file)) {
            return new TreeMap<>();
        }
        try {
            return VaultFile.read(PasswordFile.bytes(file, MOST_BYTES), key);
        } catch (VaultFile.Refused e) {
            throw new VigilException(ErrorKind.DENIED, "VG-SECRET-DAMAGED", SecretText.DAMAGED.with(file))
                    .why(SecretText.DAMAGED_WHY.with())
                    .next(SecretText.DAMAGED_NEXT.with());
        }
    }

    private VaultKey key() {
        Path credential = credential();
        if (credential != null) {
            return VaultKey.parse(PasswordFile.systemdCredential(credential), credential);
        }
        if (passphraseFile != null) {
            return VaultKey.passphrase(SecretFile.read(passphraseFile));
        }
        if (!Files.exists(keyFile, LinkOption.NOFOLLOW_LINKS) && Files.exists(file)) {
            throw new VigilException(ErrorKind.DENIED, "VG-SECRET-KEY", SecretText.NO_KEY.with(file))
                    .why(SecretText.NO_KEY_WHY.with(keyFile));
        }
        return VaultKey.parse(PasswordFile.bytes(keyFile), keyFile);
    }

    private Path credential() {
        String folder = world.environment().get("CREDENTIALS_DIRECTORY");
        Path path = folder == null || folder.isEmpty() ? null : Path.of(folder, CREDENTIAL);
        return path != null && Files.exists(path) ? path : null;
    }

    /** A change of the secrets; false: nothing changed. */
    private interface Change {
        boolean of(TreeMap<String, byte[]> secrets);
    }

    private interface Step {
        boolean run() throws IOException;
    }

    private boolean change(Change change) {
        return locked(() -> {
            if (credential() == null && passphraseFile == null && !Files.exists(file)) {
                makeKey();
            }
            VaultKey key = key();
            TreeMap<String, byte[]> secrets = read(key);
            if (!change.of(secrets)) {
                return false;
            }
            PrivateFiles.replace(file, VaultFile.write(secrets, key, world.random()));
            return true;
        });
    }

    private void makeKey() throws IOException {
        if (Files.exists(keyFile, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        byte[] fresh = new byte[32];
        world.random().nextBytes(fresh);
        PrivateFiles.replace(keyFile, VaultKey.format(fresh));
    }

    private boolean locked(Step step) {
        synchronized (IN_THIS_PROCESS) {
            try {
                PrivateFiles.folder(file.getParent());
                try (FileChannel channel = FileChannel.open(
                                file.resolveSibling("vault.lock"),
                                EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                                PrivateFiles.fileMode());
                        FileLock lock = channel.lock()) {
                    return step.run();
                }
            } catch (IOException e) {
                throw new VigilException(ErrorKind.FAILED, "VG-SECRET-IO", SecretText.CANNOT_WRITE.with(file))
                        .causedBy(e);
            }
        }
    }
}
