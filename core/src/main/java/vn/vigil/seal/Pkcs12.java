package vn.vigil.seal;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;

/** Key files: PKCS#12 (RFC 7292) as {@code openssl pkcs12} and this package write them. Stateless. */
public final class Pkcs12 {
    private Pkcs12() {}

    /**
     * Opens a key file. The file must be a regular file, no symbolic link, of mode 0600 or stricter, owned by this account, in a
     * folder that neither group nor others may write to.
     *
     * @param passphrase stays the caller's, who may wipe it afterwards
     * @throws vn.vigil.base.VigilException {@code NOT_FOUND}; {@code DENIED} for a wrong passphrase ({@code VG-SEAL-PASSPHRASE}) or
     *     unsafe file ({@code VG-SEAL-KEY-FILE}); {@code FAILED} when it holds no private key
     */
    public static SigningKey open(Path file, char[] passphrase) {
        throw new UnsupportedOperationException();
    }

    /**
     * Puts the certificate that an authority issued for this key in the place of the present one, by writing the file anew.
     *
     * @param chain the new certificate first, then its issuers
     * @throws vn.vigil.base.VigilException as {@link #open}; {@code REFUSED} when the certificate is for another key
     */
    public static SigningKey adopt(Path file, char[] passphrase, List<X509Certificate> chain) {
        throw new UnsupportedOperationException();
    }
}
