package vn.vigil.people;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import vn.vigil.base.World;
import vn.vigil.config.PasswordFile;
import vn.vigil.seal.KeyType;
import vn.vigil.seal.Pkcs12;
import vn.vigil.seal.SigningKey;
import vn.vigil.seal.Subject;
import vn.vigil.seal.Token;

/**
 * Where a person's own signing key lies: in a file, or on a token. Opened when it is needed and not before; a passphrase or PIN is
 * tried once. Signs until it is closed. One thread.
 */
public final class KeySource implements AutoCloseable {
    private final Path file;
    private final int slot;
    private final String label;
    private final char[] secret;
    private Token token;

    private KeySource(Path file, int slot, String label, char[] secret) {
        this.file = file;
        this.slot = slot;
        this.label = label;
        this.secret = secret.clone();
    }

    /** A PKCS#12 file, private to this account. */
    public static KeySource file(Path file, char[] passphrase) {
        return new KeySource(file, -1, null, passphrase);
    }

    /**
     * A key on a token or card, which never leaves it.
     *
     * @param module the maker's PKCS#11 library
     * @param slot which of the module's slots, from 0
     * @param label of the key and its certificate
     */
    public static KeySource token(Path module, int slot, String label, char[] pin) {
        return new KeySource(module, slot, label, pin);
    }

    /** For people to read. */
    String name() {
        return label == null ? file.toString() : label;
    }

    /** @throws vn.vigil.base.VigilException as {@link Pkcs12#open} and {@link Token#open} */
    SigningKey open() {
        if (label == null) {
            PasswordFile.requirePrivate(file);
            return Pkcs12.open(file, secret);
        }
        if (token == null) {
            token = Token.open(file, slot, label, secret);
        }
        return token.key();
    }

    /** Makes a key of that label on the token, or opens the one that is there. */
    SigningKey make(World world, KeyType type, Subject subject) {
        token = Token.make(world, file, slot, label, secret, type, subject);
        return token.key();
    }

    /** Puts the certificate and its issuers beside the token's key. */
    void adopt(List<X509Certificate> chain) {
        open();
        token.adopt(label, chain);
    }

    /** Ends the session with a token, and forgets the passphrase or PIN. */
    @Override
    public void close() {
        Arrays.fill(secret, '\0');
        if (token != null) {
            token.close();
        }
    }
}
