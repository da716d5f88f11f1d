package vn.vigil.seal;

import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A key that can seal, with its certificate. The private half never leaves this package, and {@link #toString()} shows only the
 * certificate's subject. Immutable.
 */
public final class SigningKey {
    private final PrivateKey key;
    private final List<X509Certificate> chain;
    private final Provider provider;

    SigningKey(PrivateKey key, List<X509Certificate> chain) {
        this(key, chain, null);
    }

    /** @param provider who alone can sign with it: a token's; null for whoever knows the algorithm */
    SigningKey(PrivateKey key, List<X509Certificate> chain, Provider provider) {
        this.key = key;
        this.chain = List.copyOf(chain);
        this.provider = provider;
    }

    /** Signs with it. */
    ContentSigner signer() throws OperatorCreationException {
        JcaContentSignerBuilder builder = new JcaContentSignerBuilder(Algorithms.signature(this));
        return (provider == null ? builder : builder.setProvider(provider)).build(key);
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
