package vn.vigil.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;

/**
 * A key on a token or card, by PKCS#11: the private half never leaves it. The provider is made for this one token and handed in
 * where it signs, never registered. The PIN is given to the token once; a wrong one is not tried again, for tokens lock. One thread.
 */
public final class Token implements AutoCloseable {
    /** A key made here never leaves its token, and is no session's. */
    private static final String MADE_HERE = "attributes(generate,CKO_PRIVATE_KEY,*) = {\n"
            + "CKA_TOKEN = true\nCKA_PRIVATE = true\nCKA_SENSITIVE = true\nCKA_EXTRACTABLE = false\nCKA_SIGN = true\n}\n";

    private final Provider provider;
    private final KeyStore store;
    private final SigningKey key;

    private Token(Provider provider, KeyStore store, SigningKey key) {
        this.provider = provider;
        this.store = store;
        this.key = key;
    }

    /**
     * Opens a token.
     *
     * @param module the maker's PKCS#11 library
     * @param slot which of the module's slots, from 0
     * @param label of the key and its certificate; null when there is only one that may sign
     * @param pin stays the caller's, who may wipe it afterwards
     * @throws VigilException NOT_FOUND without the module, or a token in the slot; DENIED ({@code VG-SEAL-TOKEN-PIN}) for a wrong PIN;
     *     FAILED when it holds no such key
     */
    public static Token open(Path module, int slot, String label, char[] pin) {
        Provider provider = provider(module, slot);
        KeyStore store = login(provider, module, slot, pin);
        try {
            return new Token(provider, store, only(store, provider, label));
        } catch (GeneralSecurityException | ProviderException e) {
            throw gone(e);
        }
    }

    /**
     * Opens a token and makes a key pair on it, which never leaves it, with a placeholder for its certificate; a key of that label that
     * is there already is taken instead.
     *
     * @param label of the key; not null
     * @throws VigilException as {@link #open}; FAILED ({@code VG-SEAL-TOKEN-GONE}) when the token makes no such key
     */
    public static Token make(
            World world, Path module, int slot, String label, char[] pin, KeyType type, Subject subject) {
        Provider provider = provider(module, slot);
        KeyStore store = login(provider, module, slot, pin);
        try {
            if (!store.isKeyEntry(label)) {
                KeyPair pair = NewKeys.pairOn(provider, type);
                X509Certificate own =
                        NewKeys.placeholder(world, subject, pair.getPublic(), pair.getPrivate(), provider);
                store.setKeyEntry(label, pair.getPrivate(), null, new X509Certificate[] {own});
            }
            return new Token(provider, store, only(store, provider, label));
        } catch (GeneralSecurityException | ProviderException e) {
            throw gone(e);
        }
    }

    /**
     * Puts the certificate that an authority issued for the key beside it, in the place of the present one.
     *
     * @param label the key's
     * @param chain the new certificate first, then its issuers
     * @throws VigilException {@code REFUSED} when the certificate is for another key; FAILED when the token does not take it
     */
    public void adopt(String label, List<X509Certificate> chain) {
        if (!chain.get(0).getPublicKey().equals(key.certificate().getPublicKey())) {
            throw new VigilException(
                    ErrorKind.REFUSED, "VG-SEAL-OTHER-KEY", SealText.CERTIFICATE_OF_OTHER_KEY.with(label));
        }
        try {
            store.setKeyEntry(label, key.privateKey(), null, chain.toArray(new X509Certificate[0]));
        } catch (GeneralSecurityException | ProviderException e) {
            throw gone(e);
        }
    }

    private static Provider provider(Path module, int slot) {
        Provider sun = Security.getProvider("SunPKCS11");
        if (!Files.isReadable(module) || sun == null) {
            throw new VigilException(
                    ErrorKind.NOT_FOUND, "VG-SEAL-TOKEN-MODULE", SealText.TOKEN_MODULE.with(module.toString()));
        }
        // Two dashes: the settings themselves and no file.
        String settings =
                "--name=vigil\nlibrary=" + module.toAbsolutePath() + "\nslotListIndex=" + slot + "\nshowInfo=false\n";
        try {
            return sun.configure(settings + MADE_HERE);
        } catch (ProviderException | InvalidParameterException e) {
            throw missing(slot, module, e);
        }
    }

    private static VigilException missing(int slot, Path module, Exception e) {
        VigilException told = new VigilException(
                ErrorKind.NOT_FOUND, "VG-SEAL-TOKEN-MISSING", SealText.TOKEN_MISSING.with(slot, module.toString()));
        told.causedBy(e);
        return told;
    }

    private static KeyStore login(Provider provider, Path module, int slot, char[] pin) {
        KeyStore store;
        try {
            store = KeyStore.getInstance("PKCS11", provider);
        } catch (GeneralSecurityException | ProviderException e) {
            throw missing(slot, module, e);
        }
        try {
            store.load(null, pin);
            return store;
        } catch (IOException e) {
            throw refused(e);
        } catch (GeneralSecurityException | ProviderException e) {
            throw gone(e);
        }
    }

    private static VigilException refused(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String said = String.valueOf(cause.getMessage()).toUpperCase(Locale.ROOT);
            if (said.contains("CKR_PIN_LOCKED")) {
                return told(SealText.TOKEN_LOCKED.with(), e);
            }
            if (cause instanceof FailedLoginException || said.contains("CKR_PIN")) {
                return told(SealText.TOKEN_PIN.with(), e).why(SealText.TOKEN_PIN_WHY.with());
            }
        }
        return gone(e);
    }

    private static VigilException told(Message what, Throwable e) {
        VigilException told = new VigilException(ErrorKind.DENIED, "VG-SEAL-TOKEN-PIN", what);
        told.causedBy(e);
        return told;
    }

    private static VigilException gone(Throwable e) {
        VigilException told = new VigilException(ErrorKind.FAILED, "VG-SEAL-TOKEN-GONE", SealText.TOKEN_GONE.with());
        told.causedBy(e);
        return told;
    }

    private static SigningKey only(KeyStore store, Provider provider, String label) throws GeneralSecurityException {
        List<SigningKey> found = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            Certificate[] chain = store.isKeyEntry(alias) ? store.getCertificateChain(alias) : null;
            if (chain == null || chain.length == 0) {
                continue;
            }
            List<X509Certificate> certificates = new ArrayList<>();
            for (Certificate c : chain) {
                certificates.addAll(Certificates.parse(c.getEncoded()));
            }
            if (label == null ? Algorithms.maySeal(certificates.get(0)) : alias.equals(label)) {
                found.add(new SigningKey((PrivateKey) store.getKey(alias, null), certificates, provider));
                names.add(alias);
            }
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new VigilException(
                ErrorKind.FAILED,
                "VG-SEAL-TOKEN-KEY",
                found.isEmpty()
                        ? SealText.TOKEN_NO_KEY.with(label == null ? "" : label)
                        : SealText.TOKEN_SEVERAL.with(String.join(", ", names)));
    }

    /** The key; signs as long as this is open. */
    public SigningKey key() {
        return key;
    }

    /** Ends the session with the token. */
    @Override
    public void close() {
        if (provider instanceof AuthProvider auth) {
            try {
                auth.logout();
            } catch (LoginException | ProviderException e) {
                // Taken out meanwhile: it has ended the session itself.
            }
        }
    }
}
