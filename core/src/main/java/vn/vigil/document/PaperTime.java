package vn.vigil.document;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Times and numbers within made files: never the clock's, so that the same source is the same bytes. Pure. */
final class PaperTime {
    /** For papers without a date: what ZIP files can still say. */
    private static final LocalDate NONE = LocalDate.of(1980, 2, 1);

    private PaperTime() {}

    /** Midnight UTC of the paper's date. */
    static Instant of(Paper paper) {
        LocalDate date = paper.head().date() == null ? NONE : paper.head().date();
        return date.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** A number that differs when the source does. */
    static long seed(Paper paper) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(paper.source().getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
