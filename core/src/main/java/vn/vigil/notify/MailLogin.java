package vn.vigil.notify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.vigil.secret.Secret;
import vn.vigil.secret.SecretFile;
import vn.vigil.secret.SecretRef;
import vn.vigil.secret.Vault;

/** A user name at the mail server, and where its password lies. Holds no password. Immutable. */
public final class MailLogin {
    private final String user;
    private final Path file;
    private final Vault vault;
    private final SecretRef ref;

    private MailLogin(String user, Path file, Vault vault, SecretRef ref) {
        this.user = user;
        this.file = file;
        this.vault = vault;
        this.ref = ref;
    }

    /** The password lies in a file that only its owner can read. */
    public static MailLogin ofFile(String user, Path passwordFile) {
        return new MailLogin(user, passwordFile, null, null);
    }

    /** The password lies in the vault. */
    public static MailLogin ofVault(String user, Vault vault, SecretRef ref) {
        return new MailLogin(user, null, vault, ref);
    }

    String user() {
        return user;
    }

    /** @throws vn.vigil.base.VigilException when the file or the vault cannot be used */
    Secret password() {
        return file != null ? SecretFile.read(file) : vault.get(ref);
    }

    /**
     * Changes when the login does: by user name, and by the time of the password's file. A password that is changed in the vault
     * does not show here.
     */
    String mark() {
        if (file == null) {
            return user + " vault";
        }
        try {
            return user + " " + Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            return user + " ?";
        }
    }

    @Override
    public String toString() {
        return "MailLogin[" + user + "]";
    }
}
