package vn.vigil.seal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Keeps a PIN so that whoever reads the store must still guess it at some cost: Argon2id (RFC 9106), 19 MiB, two passes, one
 * lane – the smaller of the two settings that OWASP gives, since a guard's desk is no server. Written as a PHC string with its
 * own parameters, so that they can be raised later and old PINs still hold. Stateless.
 */
public final class PinHash {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int SALT = 16;
    private static final int LENGTH = 32;

    /** What a damaged or forged store may ask for at most: 256 MiB, 10 passes. */
    private static final int MOST_MEMORY_KIB = 256 * 1024;

    private static final int MOST_PASSES = 10;

    private static final String PREFIX = "$argon2id$v=19$m=";

    private PinHash() {}

    /** The PHC string of a PIN, with a salt of its own. The array stays the caller's, who may wipe it afterwards. */
    public static String of(char[] pin, SecureRandom random) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        byte[] hash = hash(pin, salt, MEMORY_KIB, PASSES, 1, LENGTH);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return PREFIX
                + MEMORY_KIB
                + ",t="
                + PASSES
                + ",p=1$"
                + base64.encodeToString(salt)
                + "$"
                + base64.encodeToString(hash);
    }

    /** Is this the PIN? A string of another form, or one that asks for absurd work, is nobody's PIN. */
    public static boolean matches(String phc, char[] pin) {
        String[] parts = phc.split("\\$", -1);
        if (!phc.startsWith(PREFIX) || parts.length != 6) {
            return false;
        }
        try {
            String[] costs = parts[3].split(",", -1);
            int memory = cost(costs, 0, "m=", MOST_MEMORY_KIB);
            int passes = cost(costs, 1, "t=", MOST_PASSES);
            int lanes = cost(costs, 2, "p=", 4);
            byte[] salt = Base64.getDecoder().decode(parts[4]);
            byte[] there = Base64.getDecoder().decode(parts[5]);
            return there.length >= 16
                    && MessageDigest.isEqual(there, hash(pin, salt, memory, passes, lanes, there.length));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static int cost(String[] costs, int at, String name, int most) {
        if (costs.length != 3 || !costs[at].startsWith(name)) {
            throw new IllegalArgumentException(name);
        }
        int value = Integer.parseInt(costs[at].substring(name.length()));
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(name);
        }
        return value;
    }

    private static byte[] hash(char[] pin, byte[] salt, int memoryKib, int passes, int lanes, int length) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(pin));
        byte[] secret = new byte[encoded.remaining()];
        encoded.get(secret);
        Arrays.fill(encoded.array(), (byte) 0);
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] out = new byte[length];
        generator.generateBytes(secret, out);
        Arrays.fill(secret, (byte) 0);
        return out;
    }
}
