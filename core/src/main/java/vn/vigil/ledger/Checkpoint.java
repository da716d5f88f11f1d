package vn.vigil.ledger;

import java.util.Base64;

/**
 * A head of the log: so many entries, and the root over them (C2SP tlog-checkpoint). Immutable.
 *
 * @param origin name of the log; null when it was only typed from paper
 * @param size how many entries
 * @param root Base64 of the tree's root
 */
public record Checkpoint(String origin, long size, String root) {
    /** The text that is signed. */
    String text() {
        return origin + "\n" + size + "\n" + root + "\n";
    }

    byte[] rootBytes() {
        return Base64.getDecoder().decode(root);
    }

    /** Reads a signed note; null when the key did not sign it or it is no checkpoint. */
    public static Checkpoint open(byte[] note, VKey key) {
        String text = key.open(note);
        if (text == null) {
            return null;
        }
        String[] lines = text.split("\n", -1);
        return lines.length < 4 || !lines[0].equals(key.name()) ? null : of(lines[0], lines[1], lines[2]);
    }

    /** Reads {@code SIZE/ROOT} or {@code SIZE ROOT} as minutes print it; null when it is something else. */
    public static Checkpoint typed(String text) {
        String[] parts = text.strip().split("[/ ]", 2);
        return parts.length < 2 ? null : of(null, parts[0], parts[1].strip());
    }

    /** As {@link #typed} reads it. */
    public String printed() {
        return size + "/" + root;
    }

    private static Checkpoint of(String origin, String size, String root) {
        try {
            long n = Long.parseLong(size);
            boolean form = n >= 0
                    && Long.toString(n).equals(size)
                    && Base64.getDecoder().decode(root).length == 32
                    && Base64.getEncoder()
                            .encodeToString(Base64.getDecoder().decode(root))
                            .equals(root);
            return form ? new Checkpoint(origin, n, root) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
