package vn.vigil.seal;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import vn.vigil.base.Progress;

/**
 * Reads a package strictly, with a parser of its own that takes nothing but what {@link AsiceWriter} and honest tools write. Needs
 * no store, configuration or network, and little memory whatever the size. For one thread.
 */
public final class AsiceReader implements AutoCloseable {
    private AsiceReader() {}

    /**
     * Opens a package. A malformed container is no exception but the failed stage {@code container} of {@link #verify}.
     *
     * @throws vn.vigil.base.VigilException {@code NOT_FOUND}, or {@code FAILED} when the file cannot be read
     */
    public static AsiceReader open(Path file) {
        throw new UnsupportedOperationException();
    }

    /** Checks everything; never throws for what the bytes hold. Reads the whole file once. */
    public PackageReport verify(TrustAnchors anchors, Instant validationTime, Progress progress) {
        throw new UnsupportedOperationException();
    }

    /** Entry names in file order; empty when the container is malformed. */
    public List<String> names() {
        throw new UnsupportedOperationException();
    }

    /** True when there is such an entry. */
    public boolean has(String name) {
        throw new UnsupportedOperationException();
    }

    /** Bytes of the entry. */
    public long size(String name) {
        throw new UnsupportedOperationException();
    }

    /**
     * The whole content of a small entry.
     *
     * @throws vn.vigil.base.VigilException {@code NOT_GENUINE} when there is no such entry or it is over 16 MiB
     */
    public byte[] small(String name) {
        throw new UnsupportedOperationException();
    }

    /** The entry's content, streamed; good until this reader is closed. Failures as for {@link #small}, but of any size. */
    public InputStream open(String name) {
        throw new UnsupportedOperationException();
    }

    /** The SHA-256 of the entry's content, lower-case hexadecimal; known without reading again after {@link #verify}. */
    public String sha256(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
