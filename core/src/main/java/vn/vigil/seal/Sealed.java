package vn.vigil.seal;

import java.nio.file.Path;
import java.time.Instant;
import vn.vigil.base.Message;

/**
 * A finished package.
 *
 * @param path where it lies; beside it lies {@code <name>.sha256} for {@code sha256sum -c}
 * @param sha256 of the whole file, lower-case hexadecimal
 * @param identity SHA-256 of its ASiCManifest001.xml, lower-case hexadecimal: stays when seals are added
 * @param size bytes
 * @param level what was reached
 * @param provenTime the stamped time; null at level B
 * @param tsaFailure why an asked authority gave no timestamp; null when it did or none was asked
 * @param tsaFault the same for programs; null likewise
 * @param revocationGap why it is T and not LT; null at the other levels, and when no revocation data was asked for
 */
public record Sealed(
        Path path,
        String sha256,
        String identity,
        long size,
        SealLevel level,
        Instant provenTime,
        Message tsaFailure,
        TimestampFault tsaFault,
        Message revocationGap) {}
