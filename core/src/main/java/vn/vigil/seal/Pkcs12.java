package vn.vigil.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.crypto.util.PBKDF2Config;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilderProvider;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;

/**
 * Key files: PKCS#12 (RFC 7292) as {@code openssl pkcs12} and this package write them. By Bouncy Castle, since the JDK's own key
 * store takes ASCII passphrases only. Stateless.
 */
public final class Pkcs12 {
    /** PBKDF2 rounds: about a tenth of a second for the owner, and for each guess of a thief. */
    private static final int ROUNDS = 30_000;

    private Pkcs12() {}

    /** Handed in where needed, never registered: what this process trusts elsewhere stays as it is. */
    private static final class BouncyCastle {
        private static final Provider PROVIDER = new BouncyCastleProvider();
    }

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
            PKCS12PfxPdu pfx = new PKCS12PfxPdu(bytes);
            if (pfx.hasMac()
                    && !pfx.isMacValid(
                            new JcePKCS12MacCalculatorBuilderProvider().setProvider(BouncyCastle.PROVIDER),
                            passphrase)) {
                throw wrongPassphrase(file);
            }
            KeyStore store = KeyStore.getInstance("PKCS12", BouncyCastle.PROVIDER);
            store.load(new ByteArrayInputStream(bytes), passphrase);
            return only(store, passphrase, file);
        } catch (UnrecoverableKeyException e) {
            throw wrongPassphrase(file);
        } catch (IOException | PKCSException | GeneralSecurityException | ClassCastException e) {
            throw notAKey(file).causedBy(e);
        }
    }

    private static SigningKey only(KeyStore store, char[] passphrase, Path file) throws GeneralSecurityException {
        SigningKey found = null;
        for (String alias : Collections.list(store.aliases())) {
            Certificate[] chain = store.isKeyEntry(alias) ? store.getCertificateChain(alias) : null;
            if (chain == null || chain.length == 0) {
                continue;
            }
            if (found != null) {
                throw notAKey(file);
            }
            List<X509Certificate> certificates = new ArrayList<>();
            for (Certificate c : chain) {
                certificates.addAll(Certificates.parse(c.getEncoded()));
            }
            PrivateKey key = (PrivateKey) store.getKey(alias, passphrase);
            // As keys and certificates of the JDK, whose digests and signatures are the fast ones.
            KeyFactory factory =
                    KeyFactory.getInstance(key.getAlgorithm().startsWith("EC") ? "EC" : key.getAlgorithm());
            found = new SigningKey(factory.generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded())), certificates);
        }
        if (found == null) {
            throw notAKey(file);
        }
        return found;
    }

    /**
     * Puts the certificate that an authority issued for this key in the place of the present one, by writing the file anew.
     *
     * @param chain the new certificate first, then its issuers
     * @throws VigilException as {@link #open}; {@code REFUSED} when the certificate is for another key
     */
    public static SigningKey adopt(Path file, char[] passphrase, List<X509Certificate> chain) {
        SigningKey old = open(file, passphrase);
        if (chain.isEmpty()
                || !chain.get(0).getPublicKey().equals(old.certificate().getPublicKey())) {
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

    /** AES-256 under PBKDF2 with HMAC-SHA-256, as OpenSSL 3 writes it too; certificates are no secret and only authenticated. */
    private static byte[] bytes(SigningKey key, char[] passphrase) {
        try {
            SubjectKeyIdentifier id = new JcaX509ExtensionUtils()
                    .createSubjectKeyIdentifier(key.certificate().getPublicKey());
            PKCS12SafeBagBuilder keyBag = new JcaPKCS12SafeBagBuilder(
                    key.privateKey(),
                    new JcePKCSPBEOutputEncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
                            .setProvider(BouncyCastle.PROVIDER)
                            .setPRF(PBKDF2Config.PRF_SHA256)
                            .setIterationCount(ROUNDS)
                            .build(passphrase));
            keyBag.addBagAttribute(
                    PKCSObjectIdentifiers.pkcs_9_at_localKeyId, new DEROctetString(id.getKeyIdentifier()));
            List<PKCS12SafeBag> bags = new ArrayList<>();
            for (X509Certificate c : key.chain()) {
                PKCS12SafeBagBuilder bag = new PKCS12SafeBagBuilder(new JcaX509CertificateHolder(c));
                if (bags.isEmpty()) {
                    bag.addBagAttribute(
                            PKCSObjectIdentifiers.pkcs_9_at_localKeyId, new DEROctetString(id.getKeyIdentifier()));
                }
                bags.add(bag.build());
            }
            PKCS12PfxPduBuilder pfx = new PKCS12PfxPduBuilder();
            for (PKCS12SafeBag bag : bags) {
                pfx.addData(bag);
            }
            return pfx.addData(keyBag.build())
                    .build(
                            new JcePKCS12MacCalculatorBuilder(NISTObjectIdentifiers.id_sha256)
                                    .setProvider(BouncyCastle.PROVIDER)
                                    .setIterationCount(ROUNDS),
                            passphrase)
                    .getEncoded();
        } catch (GeneralSecurityException | OperatorCreationException | PKCSException | IOException e) {
            throw new IllegalStateException("a key file in memory cannot fail", e);
        }
    }

    private static VigilException wrongPassphrase(Path file) {
        return new VigilException(
                ErrorKind.DENIED, "VG-SEAL-PASSPHRASE", SealText.WRONG_PASSPHRASE.with(file.toString()));
    }

    private static VigilException notAKey(Path file) {
        return new VigilException(ErrorKind.FAILED, "VG-SEAL-NOT-A-KEY", SealText.NOT_A_KEY_FILE.with(file.toString()));
    }
}
