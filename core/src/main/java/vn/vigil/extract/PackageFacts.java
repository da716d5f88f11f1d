package vn.vigil.extract;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A finished package.
 *
 * @param part from 1
 * @param parts how many parts the extraction has
 * @param file where it lies; beside it lies {@code <name>.sha256}
 * @param sha256 of the whole file, lower-case hex
 * @param identity SHA-256 of its ASiCManifest001.xml, lower-case hex; stays when it is raised or countersigned
 * @param bytes its length
 * @param level {@code B}, {@code T} with a timestamp, {@code LT} with revocation data too
 * @param countersigned the approver's seal is there as well
 * @param sealedAt when, UTC
 * @param encrypted the same for the recipient's key only; null when there is none
 * @param encryptedSha256 of that file; null likewise
 */
public record PackageFacts(
        int part,
        int parts,
        Path file,
        String sha256,
        String identity,
        long bytes,
        String level,
        boolean countersigned,
        Instant sealedAt,
        Path encrypted,
        String encryptedSha256) {
    /** The same in another place. */
    PackageFacts at(Path place) {
        return new PackageFacts(
                part, parts, place, sha256, identity, bytes, level, countersigned, sealedAt, encrypted, encryptedSha256);
    }
}
