package vn.vigil.hold;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import vn.vigil.seal.Hash;

/**
 * A file under AES-256-GCM, in chunks of 1 MiB each with its own tag (the STREAM construction of Hoang, Reyhanitabar, Rogaway and
 * Vizár, 2015): {@code "VGHOLD1\n"}, 32 bytes of salt, then the chunks. The key of a file is HMAC-SHA256 of its salt under the
 * hold's key; a chunk's nonce is its number in 11 bytes and 1 for the last, else 0, so that none can be cut off, moved or taken
 * from another file. Stateless.
 */
final class SealedCopy {
    private static final byte[] MAGIC = {'V', 'G', 'H', 'O', 'L', 'D', '1', '\n'};
    private static final int SALT = 32;
    private static final int CHUNK = 1 << 20;
    private static final int TAG = 16;

    private SealedCopy() {}

    /** The bytes are not those that were sealed, or the key is another. */
    static final class Broken extends IOException {
        private static final long serialVersionUID = 1;

        Broken(String why) {
            super(why);
        }
    }

    /** Seals a stream to its end; returns the SHA-256 of what was read, hex. */
    static String seal(InputStream in, OutputStream out, byte[] key, SecureRandom random) throws IOException {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        out.write(MAGIC);
        out.write(salt);
        SecretKeySpec own = key(key, salt);
        MessageDigest digest = Hash.sha256();
        byte[] now = in.readNBytes(CHUNK);
        for (long number = 0; ; number++) {
            digest.update(now);
            byte[] next = in.readNBytes(CHUNK);
            boolean last = next.length == 0;
            out.write(crypt(Cipher.ENCRYPT_MODE, own, number, last, now, now.length));
            if (last) {
                return Hash.hex(digest.digest());
            }
            now = next;
        }
    }

    /**
     * Opens a sealed stream; returns the SHA-256 of what was written, hex.
     *
     * @param out gets the bytes chunk by chunk, each after its tag was found right; the whole counts only once this returns
     * @throws Broken when a tag does not hold
     */
    static String open(InputStream in, OutputStream out, byte[] key) throws IOException {
        if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
            throw new Broken("not a sealed copy");
        }
        SecretKeySpec own = key(key, in.readNBytes(SALT));
        MessageDigest digest = Hash.sha256();
        byte[] now = in.readNBytes(CHUNK + TAG);
        for (long number = 0; ; number++) {
            byte[] next = in.readNBytes(CHUNK + TAG);
            boolean last = next.length == 0;
            byte[] plain = crypt(Cipher.DECRYPT_MODE, own, number, last, now, now.length);
            digest.update(plain);
            out.write(plain);
            if (last) {
                return Hash.hex(digest.digest());
            }
            now = next;
        }
    }

    private static SecretKeySpec key(byte[] key, byte[] salt) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return new SecretKeySpec(mac.doFinal(salt), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }

    private static byte[] crypt(int mode, SecretKeySpec key, long number, boolean last, byte[] bytes, int length)
            throws Broken {
        byte[] nonce = ByteBuffer.allocate(12)
                .putInt(0)
                .putLong(number << 8 | (last ? 1 : 0))
                .array();
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(8 * TAG, nonce));
            return cipher.doFinal(bytes, 0, length);
        } catch (GeneralSecurityException e) {
            throw new Broken("a tag does not hold");
        }
    }
}
