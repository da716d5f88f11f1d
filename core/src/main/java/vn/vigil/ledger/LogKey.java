package vn.vigil.ledger;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * The key that signs the ledger's checkpoints: Ed25519, with the name of the log (C2SP signed-note). Immutable.
 *
 * @param vkey who may be believed
 * @param secret the private key
 */
public record LogKey(VKey vkey, PrivateKey secret) {
    private static final int RAW = 32;

    /**
     * A fresh key.
     *
     * @param name of the log; no blank and no plus sign in it
     */
    public static LogKey fresh(String name, SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, random);
            KeyPair pair = generator.generateKeyPair();
            byte[] encoded = pair.getPublic().getEncoded();
            return new LogKey(
                    new VKey(name, Arrays.copyOfRange(encoded, encoded.length - RAW, encoded.length)),
                    pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Both halves as one line, to be kept secret. */
    public String line() {
        return vkey.text() + " " + Base64.getEncoder().encodeToString(secret.getEncoded());
    }

    /** @throws IllegalArgumentException when the line is none that {@link #line} made */
    public static LogKey of(String line) {
        int blank = line.indexOf(' ');
        VKey vkey = blank < 0 ? null : VKey.parse(line.substring(0, blank));
        if (vkey == null) {
            throw new IllegalArgumentException("no log key");
        }
        try {
            byte[] pkcs8 = Base64.getDecoder().decode(line.substring(blank + 1));
            return new LogKey(vkey, KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no log key", e);
        }
    }

    /** A signed note over the text, which ends with a newline. */
    byte[] note(String text) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(secret);
            signer.update(text.getBytes(StandardCharsets.UTF_8));
            ByteArrayOutputStream mark = new ByteArrayOutputStream();
            mark.writeBytes(vkey.hash());
            mark.writeBytes(signer.sign());
            String line =
                    "\n\u2014 " + vkey.name() + " " + Base64.getEncoder().encodeToString(mark.toByteArray()) + "\n";
            return (text + line).getBytes(StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "LogKey[" + vkey.text() + "]";
    }
}
