package vn.vigil.seal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;

/** Key files: PKCS#12 (RFC 7292) as {@code openssl pkcs12} and this package write them. Stateless. */
public final class Pkcs12 {
    private static final String ALIAS = "vigil";

    private Pkcs12() {}

    /**
     * Opens a key file. The file must be a regular file, no symbolic link, of mode 0600 or stricter, owned by this account, in a
     * folder that neither group nor others may write to.
     *
     * @param passphrase stays the caller's, who may wipe it afterwards
     * @throws VigilException {@code NOT_FOUND}; {@code DENIED} for a wrong passphrase ({@code VG-SEAL-PASSPHRASE}) or unsafe file
     *     ({@code VG-SEAL-KEY-FILE}); {@code FAILED} when it does not hold exactly one private key with its certificate
     */
    public static SigningKey open(Path file, char[] passphrase) {
        byte[] bytes = PrivateFiles.read(file);
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(bytes), passphrase);
            SigningKey found = null;
            for (String alias : Collections.list(store.aliases())) {
                Certificate[] chain = store.isKeyEntry(alias) ? store.getCertificateChain(alias) : null;
                if (chain == null) {
                    continue;
                }
                if (found != null) {
                    throw notAKey(file, null);
                }
                List<X509Certificate> certificates = new ArrayList<>();
                for (Certificate c : chain) {
                    certificates.add((X509Certificate) c);
                }
                found = new SigningKey((PrivateKey) store.getKey(alias, passphrase), certificates);
            }
            if (found == null) {
                throw notAKey(file, null);
            }
            return found;
        } catch (IOException e) {
            if (e.getCause() instanceof UnrecoverableKeyException) {
                throw wrongPassphrase(file);
            }
            throw notAKey(file, e);
        } catch (UnrecoverableKeyException e) {
            throw wrongPassphrase(file);
        } catch (GeneralSecurityException e) {
            throw notAKey(file, e);
        }
    }

    /**
     * Puts the certificate that an authority issued for this key in the place of the present one, by writing the file anew.
     *
     * @param chain the new certificate first, then its issuers
     * @throws VigilException as {@link #open}; {@code REFUSED} when the certificate is for another key
     */
    public static SigningKey adopt(Path file, char[] passphrase, List<X509Certificate> chain) {
        SigningKey old = open(file, passphrase);
        if (chain.isEmpty() || !chain.get(0).getPublicKey().equals(old.certificate().getPublicKey())) {
            throw new VigilException(
                    ErrorKind.REFUSED, "VG-SEAL-OTHER-KEY", SealText.CERTIFICATE_OF_OTHER_KEY.with(file.toString()));
        }
        SigningKey fresh = new SigningKey(old.privateKey(), chain);
        PrivateFiles.replace(file, bytes(fresh, passphrase));
        return fresh;
    }

    /** Writes a key to a new file of mode 0600. */
    static void create(Path file, SigningKey key, char[] passphrase) {
        PrivateFiles.create(file, bytes(key, passphrase));
    }

    private static byte[] bytes(SigningKey key, char[] passphrase) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    ALIAS, key.privateKey(), passphrase, key.chain().toArray(new Certificate[0]));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, passphrase);
            return out.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a key store in memory cannot fail", e);
        }
    }

    private static VigilException wrongPassphrase(Path file) {
        return new VigilException(ErrorKind.DENIED, "VG-SEAL-PASSPHRASE", SealText.WRONG_PASSPHRASE.with(file.toString()));
    }

    private static VigilException notAKey(Path file, Exception cause) {
        VigilException e =
                new VigilException(ErrorKind.FAILED, "VG-SEAL-NOT-A-KEY", SealText.NOT_A_KEY_FILE.with(file.toString()));
        return cause == null ? e : e.causedBy(cause);
    }
}
