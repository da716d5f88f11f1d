package vn.vigil.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * By which key a log's checkpoints are believed: {@code name+hash+key} of C2SP signed-note, for Ed25519. Immutable.
 *
 * @param name of the log
 * @param key the public key's 32 bytes; not to be changed
 */
public record VKey(String name, byte[] key) {
    private static final byte ED25519 = 1;
    private static final int RAW = 32;

    /** What stands before the 32 bytes in an X.509 key (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    public VKey {
        if (name.isEmpty()
                || name.indexOf('+') >= 0
                || name.chars().anyMatch(c -> c <= ' ' || Character.isWhitespace(c))) {
            throw new IllegalArgumentException("no name of a log: " + name);
        }
    }

    /** Reads its text; null when it is none. */
    public static VKey parse(String text) {
        String[] parts = text.strip().split("\\+", 3);
        try {
            byte[] typed = parts.length < 3 ? new byte[0] : Base64.getDecoder().decode(parts[2]);
            if (typed.length != RAW + 1 || typed[0] != ED25519) {
                return null;
            }
            VKey key = new VKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
            return key.text().equals(text.strip()) ? key : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    public String text() {
        byte[] typed = new byte[RAW + 1];
        typed[0] = ED25519;
        System.arraycopy(key, 0, typed, 1, RAW);
        return name + "+" + HexFormat.of().formatHex(hash()) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    /** The four bytes by which a signature names its key. */
    byte[] hash() {
        byte[] label = (name + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(label, label.length + 1 + RAW);
        all[label.length] = ED25519;
        System.arraycopy(key, 0, all, label.length + 1, RAW);
        return Arrays.copyOf(Tree.sha256(all), 4);
    }

    /** Whether the note is signed by this key; gives the signed text, or null. */
    String open(byte[] note) {
        String all = new String(note, StandardCharsets.UTF_8);
        int end = all.lastIndexOf("\n\n");
        if (end < 0 || !all.endsWith("\n") || !Arrays.equals(all.getBytes(StandardCharsets.UTF_8), note)) {
            return null;
        }
        String text = all.substring(0, end + 1);
        String before = "\u2014 " + name + " ";
        for (String line : all.substring(end + 2).split("\n")) {
            if (line.startsWith(before) && signs(text, line.substring(before.length()))) {
                return text;
            }
        }
        return null;
    }

    private boolean signs(String text, String base64) {
        try {
            byte[] mark = Base64.getDecoder().decode(base64);
            // The last letter of Base64 has bits to spare: one signature has one text.
            if (!Base64.getEncoder().encodeToString(mark).equals(base64)
                    || mark.length != 4 + 64
                    || !Arrays.equals(Arrays.copyOf(mark, 4), hash())) {
                return false;
            }
            byte[] encoded = Arrays.copyOf(X509, X509.length + RAW);
            System.arraycopy(key, 0, encoded, X509.length, RAW);
            PublicKey believed = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(believed);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(mark, 4, 64);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VKey k && name.equals(k.name) && Arrays.equals(key, k.key);
    }

    @Override
    public int hashCode() {
        return name.hashCode() * 31 + Arrays.hashCode(key);
    }
}
