package vn.vigil.seal;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A key that can seal, with its certificate. The private half never leaves this package, and {@link #toString()} shows only the
 * certificate's subject. Immutable.
 */
public final class SigningKey {
    private final PrivateKey key;
    private final List<X509Certificate> chain;

    SigningKey(PrivateKey key, List<X509Certificate> chain) {
        this.key = key;
        this.chain = List.copyOf(chain);
    }

    /** The signer's own certificate. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** The signer's certificate first, then its issuers as far as they are known, the root included when it is there. */
    public List<X509Certificate> chain() {
        return chain;
    }

    PrivateKey privateKey() {
        return key;
    }

    @Override
    public String toString() {
        return "SigningKey[" + certificate().getSubjectX500Principal().getName() + "]";
    }
}
