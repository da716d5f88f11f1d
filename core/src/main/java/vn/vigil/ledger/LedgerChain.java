package vn.vigil.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The form of entries, and the rules by which they hang together. Pure: needs no store, so that a package's lines can be
 * judged anywhere.
 *
 * <p>A line is {@code {"entry":{…},"hash":"…"}}: the hash is the SHA-256 of exactly the bytes between {@code "entry":} and
 * {@code ,"hash"}. An entry names its number {@code seq} and the hash of the entry before it, {@code prev}.
 */
public final class LedgerChain {
    /** What stands before the first entry. */
    static final String NO_HASH = "0".repeat(64);

    private static final String BEFORE_ENTRY = "{\"entry\":";
    private static final String BEFORE_HASH = ",\"hash\":\"";
    private static final String AFTER_HASH = "\"}";
    private static final Set<String> MEMBERS =
            Set.of("act", "actor", "details", "phase", "prev", "seq", "subject", "time", "v");

    private LedgerChain() {}

    /**
     * What an entry says.
     *
     * @param seq its number, from 1
     * @param prev hash of the entry before
     * @param time RFC 3339, UTC, microseconds
     * @param intent number of the intent that an outcome closes, else 0
     * @param content all of it
     */
    public record Parsed(
            long seq,
            String prev,
            String time,
            String act,
            String subject,
            String phase,
            long intent,
            Map<String, Object> content) {}

    /**
     * A bad line.
     *
     * @param line its place, from 1
     * @param fault what is wrong
     */
    public record BadLine(int line, Fault fault) {}

    /**
     * Checks lines taken from a ledger, in order, perhaps with others between them left out: each line's form and hash,
     * rising numbers, and the link wherever two are neighbours.
     *
     * @return the first bad line, or null when all are good
     */
    public static BadLine check(List<String> lines) {
        long seq = 0;
        String hash = NO_HASH;
        for (int i = 0; i < lines.size(); i++) {
            String body = bodyOf(lines.get(i));
            Parsed entry = body == null ? null : parse(body);
            if (entry == null) {
                return new BadLine(i + 1, Fault.MALFORMED);
            }
            String own = hashOf(lines.get(i));
            if (!own.equals(sha256(body))) {
                return new BadLine(i + 1, Fault.EDITED);
            }
            if (entry.seq() <= seq || entry.seq() == seq + 1 && !entry.prev().equals(hash)) {
                return new BadLine(i + 1, Fault.BROKEN_LINK);
            }
            seq = entry.seq();
            hash = own;
        }
        return null;
    }

    /** The line of an entry. */
    static String line(String body, String hash) {
        return BEFORE_ENTRY + body + BEFORE_HASH + hash + AFTER_HASH;
    }

    /** The entry within a line, byte for byte; null when the line has another form. */
    public static String bodyOf(String line) {
        int end = line.length() - AFTER_HASH.length() - 64 - BEFORE_HASH.length();
        boolean form = end > BEFORE_ENTRY.length()
                && line.startsWith(BEFORE_ENTRY)
                && line.startsWith(BEFORE_HASH, end)
                && line.endsWith(AFTER_HASH);
        return form ? line.substring(BEFORE_ENTRY.length(), end) : null;
    }

    private static String hashOf(String line) {
        int end = line.length() - AFTER_HASH.length();
        return line.substring(end - 64, end);
    }

    /** SHA-256 over the text's UTF-8 bytes, hexadecimal. */
    static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes an entry apart; null when it is not exactly what vigil writes: canonical, known members only, right types. */
    public static Parsed parse(String body) {
        try {
            Map<String, Object> content = StrictJson.read(body);
            Object phase = content.get("phase");
            boolean outcome = "outcome".equals(phase);
            int members = MEMBERS.size() + (outcome ? 1 : 0);
            if (!CanonicalJson.text(content).equals(body)
                    || content.size() != members
                    || !content.keySet().containsAll(MEMBERS)
                    || !Long.valueOf(1).equals(content.get("v"))
                    || !(outcome || "act".equals(phase) || "intent".equals(phase))) {
                return null;
            }
            return new Parsed(
                    (Long) content.get("seq"),
                    (String) content.get("prev"),
                    (String) content.get("time"),
                    (String) content.get("act"),
                    (String) content.get("subject"),
                    (String) phase,
                    outcome ? (Long) content.get("intent") : 0,
                    content);
        } catch (IOException | ClassCastException | NullPointerException | IllegalArgumentException e) {
            return null;
        }
    }
}
