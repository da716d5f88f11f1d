package vn.vigil.secret;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;

/**
 * What opens the vault: 32 random bytes (from the key file or a systemd credential), or a passphrase. A key file may hold two
 * keys, one a line, while the vault passes from the second to the first.
 */
public final class VaultKey {
    /** OWASP's figure for PBKDF2-HMAC-SHA256; Argon2id would need Bouncy Castle, which only {@code seal} may name. */
    static final int ITERATIONS = 600_000;

    private final List<byte[]> keys;
    private final char[] passphrase;

    private VaultKey(List<byte[]> keys, char[] passphrase) {
        this.keys = keys;
        this.passphrase = passphrase;
    }

    /** A key made of a passphrase. */
    public static VaultKey passphrase(Secret secret) {
        return new VaultKey(List.of(), secret.chars());
    }

    /** 32 bytes. */
    public static VaultKey raw(byte[] key) {
        if (key.length != 32) {
            throw new IllegalArgumentException("a vault key has 32 bytes, not " + key.length);
        }
        return new VaultKey(List.of(key.clone()), null);
    }

    /** The content of a key file: one or two lines of 64 hexadecimal digits. */
    static VaultKey parse(byte[] content, Path file) {
        List<byte[]> keys = new ArrayList<>();
        String text = new String(content, StandardCharsets.US_ASCII);
        for (String line : text.strip().split("\n", -1)) {
            try {
                byte[] key = HexFormat.of().parseHex(line.strip());
                if (key.length == 32) {
                    keys.add(key);
                    continue;
                }
            } catch (IllegalArgumentException e) {
                // Told below, without the content.
            }
            throw new VigilException(ErrorKind.DENIED, "VG-SECRET-KEY", SecretText.BAD_KEY.with())
                    .why(SecretText.BAD_KEY_WHY.with(file));
        }
        return new VaultKey(keys, null);
    }

    /** The key file's content for these keys, the newest first. */
    static byte[] format(byte[]... keys) {
        StringBuilder out = new StringBuilder();
        for (byte[] key : keys) {
            out.append(HexFormat.of().formatHex(key)).append('\n');
        }
        return out.toString().getBytes(StandardCharsets.US_ASCII);
    }

    boolean isPassphrase() {
        return passphrase != null;
    }

    /** The keys to try, the newest first. */
    List<SecretKey> candidates(byte[] salt, int iterations) throws GeneralSecurityException {
        if (passphrase == null) {
            List<SecretKey> all = new ArrayList<>();
            for (byte[] key : keys) {
                all.add(new SecretKeySpec(key, "AES"));
            }
            return all;
        }
        PBEKeySpec spec = new PBEKeySpec(passphrase, salt, iterations, 256);
        try {
            byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
            SecretKey made = new SecretKeySpec(key, "AES");
            Arrays.fill(key, (byte) 0);
            return List.of(made);
        } finally {
            spec.clearPassword();
        }
    }

    byte[] newest() {
        return keys.get(0);
    }

    byte[] oldest() {
        return keys.get(keys.size() - 1);
    }
}
