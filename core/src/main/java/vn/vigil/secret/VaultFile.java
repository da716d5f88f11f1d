package vn.vigil.secret;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * The vault's form on disk. A header in the clear, then all names and values together under AES-256-GCM with the header as
 * associated data: one changed bit anywhere, a name exchanged for another, an entry put back from an older copy – none opens.
 *
 * <pre>
 * "VIGILVLT" 8 bytes · form 1 byte (1 key, 2 passphrase) · PBKDF2 iterations 4 · salt 16 · nonce 12 · ciphertext and tag
 * </pre>
 */
final class VaultFile {
    private static final byte[] MAGIC = "VIGILVLT".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 8 + 1 + 4 + 16 + 12;
    private static final int TAG_BITS = 128;

    private VaultFile() {}

    /** Does not belong to the key, or was changed. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
    }

    static byte[] write(Map<String, byte[]> secrets, VaultKey key, SecureRandom random) {
        try {
            byte[] salt = new byte[16];
            byte[] nonce = new byte[12];
            random.nextBytes(salt);
            random.nextBytes(nonce);
            int iterations = key.isPassphrase() ? VaultKey.ITERATIONS : 0;
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.write(MAGIC);
            out.writeByte(key.isPassphrase() ? 2 : 1);
            out.writeInt(iterations);
            out.write(salt);
            out.write(nonce);
            byte[] header = bytes.toByteArray();
            byte[] plain = pack(secrets);
            out.write(
                    cipher(Cipher.ENCRYPT_MODE, key.candidates(salt, iterations).get(0), nonce, header)
                            .doFinal(plain));
            Arrays.fill(plain, (byte) 0);
            return bytes.toByteArray();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static TreeMap<String, byte[]> read(byte[] file, VaultKey key) throws Refused {
        try {
            if (file.length < HEADER + TAG_BITS / 8 || !Arrays.equals(file, 0, 8, MAGIC, 0, 8)) {
                throw new Refused();
            }
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(file, 8, HEADER - 8));
            int form = in.readByte();
            int iterations = in.readInt();
            // Held to what vigil writes, so that a changed count cannot keep a processor busy for hours.
            if (form != (key.isPassphrase() ? 2 : 1) || iterations != (form == 2 ? VaultKey.ITERATIONS : 0)) {
                throw new Refused();
            }
            byte[] salt = in.readNBytes(16);
            byte[] nonce = in.readNBytes(12);
            byte[] header = Arrays.copyOf(file, HEADER);
            for (SecretKey candidate : key.candidates(salt, iterations)) {
                byte[] plain = open(candidate, nonce, header, file);
                if (plain != null) {
                    return unpack(plain);
                }
            }
            throw new Refused();
        } catch (IOException | GeneralSecurityException e) {
            throw new Refused();
        }
    }

    private static byte[] open(SecretKey key, byte[] nonce, byte[] header, byte[] file) {
        try {
            return cipher(Cipher.DECRYPT_MODE, key, nonce, header).doFinal(file, HEADER, file.length - HEADER);
        } catch (GeneralSecurityException e) {
            // GCM gives nothing out before the tag holds.
            return null;
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] header) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(header);
        return cipher;
    }

    private static byte[] pack(Map<String, byte[]> secrets) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(secrets.size());
        for (Map.Entry<String, byte[]> secret : secrets.entrySet()) {
            out.writeUTF(secret.getKey());
            out.writeInt(secret.getValue().length);
            out.write(secret.getValue());
        }
        return bytes.toByteArray();
    }

    private static TreeMap<String, byte[]> unpack(byte[] plain) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(plain));
        TreeMap<String, byte[]> secrets = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String name = in.readUTF();
            secrets.put(name, in.readNBytes(in.readInt()));
        }
        Arrays.fill(plain, (byte) 0);
        return secrets;
    }
}
