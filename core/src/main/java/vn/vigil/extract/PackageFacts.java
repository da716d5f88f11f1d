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
 * @param identity SHA-256 of its ASiCManifest001.xml, lower-case hex
 * @param bytes its length
 * @param level {@code B}, or {@code T} with a timestamp
 * @param sealedAt when, UTC
 */
public record PackageFacts(
        int part, int parts, Path file, String sha256, String identity, long bytes, String level, Instant sealedAt) {}
