package vn.vigil.seal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import vn.vigil.base.Progress;
import vn.vigil.base.World;

/**
 * Writes one package: ASiC-E with CAdES (ETSI EN 319 162-1) that is a BagIt bag (RFC 8493) too. It grows under another name
 * ({@code .<name>.<random>.partial}, 0600) and appears under its own only when whole and on the disk; an existing file is never
 * touched. The same entries, time, and RSA key give the same bytes. For one thread.
 *
 * <p>Entry names: relative, {@code /} between parts, NFC, such as Windows can write, no two alike when case is ignored. Names under
 * {@code data/} are payload, others tag files; {@code mimetype}, {@code META-INF/} and the bag's own four files are made here.
 *
 * <p>Every failure is a {@code VigilException} and leaves nothing behind: {@code CONFLICT} the target exists, {@code NOT_FOUND} a
 * source or folder is missing, {@code USAGE} a bad entry name, {@code FAILED} disk full ({@code VG-SEAL-DISK-FULL}) and the rest.
 */
public final class AsiceWriter implements AutoCloseable {
    private AsiceWriter() {}

    /**
     * @param target the package, by custom {@code ….asice}; its folder must exist
     * @param time the time of sealing: of all entries and of the signature
     * @param bagInfo lines of {@code bag-info.txt} in this order; {@code Vigil-Package-Version}, {@code Bagging-Date} and
     *     {@code Payload-Oxum} are added
     */
    public static AsiceWriter create(World world, Path target, Instant time, Map<String, String> bagInfo, Progress progress) {
        throw new UnsupportedOperationException();
    }

    /**
     * Adds an entry.
     *
     * @return its SHA-256, lower-case hexadecimal
     */
    public String add(String name, byte[] content) {
        throw new UnsupportedOperationException();
    }

    /**
     * Adds a file as an entry, stored as it is. It must not change meanwhile.
     *
     * @return its SHA-256, lower-case hexadecimal
     */
    public String add(String name, Path file) {
        throw new UnsupportedOperationException();
    }

    /**
     * Seals and publishes the package and its {@code .sha256}. An authority that does not answer gives level B and the reason.
     *
     * @param tsa null when none is configured
     */
    public Sealed finish(SigningKey key, TimestampClient tsa) {
        throw new UnsupportedOperationException();
    }

    /** Clears away what is unfinished; does nothing after {@link #finish}. */
    @Override
    public void close() {}
}
