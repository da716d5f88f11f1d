package vn.vigil.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.Progress;
import vn.vigil.base.VigilException;

/**
 * Reads a package strictly, with a parser of its own that takes nothing but what {@link AsiceWriter} and honest tools write. Needs
 * no store, configuration or network, and little memory whatever the size. For one thread.
 */
public final class AsiceReader implements AutoCloseable {
    static final long SMALL = 16L << 20;

    private final Path path;
    private final FileChannel file;
    private final Map<String, Zip.Entry> entries;
    private final Message malformed;
    private final Map<String, Hasher.Result> results = new HashMap<>();

    private AsiceReader(Path path, FileChannel file, Map<String, Zip.Entry> entries, Message malformed) {
        this.path = path;
        this.file = file;
        this.entries = entries;
        this.malformed = malformed;
    }

    /**
     * Opens a package. A malformed container is no exception but the failed stage {@code container} of {@link #verify}.
     *
     * @throws VigilException {@code NOT_FOUND}, or {@code FAILED} when the file cannot be read
     */
    public static AsiceReader open(Path path) {
        FileChannel file = null;
        try {
            if (Files.isDirectory(path)) {
                throw new IOException("a folder");
            }
            file = FileChannel.open(path, StandardOpenOption.READ);
            return new AsiceReader(path, file, ZipReader.entries(file), null);
        } catch (ZipReader.Malformed e) {
            return new AsiceReader(path, file, Map.of(), e.reason());
        } catch (IOException e) {
            close(file);
            throw Faults.io(path, e);
        }
    }

    /**
     * Checks everything; never throws for what the bytes hold. Reads the whole file once.
     *
     * @throws VigilException {@code FAILED} when the medium fails
     */
    public PackageReport verify(TrustAnchors anchors, Instant validationTime, Progress progress) {
        if (malformed != null) {
            return new PackageReport(List.of(Stage.failed(PackageCheck.CONTAINER, malformed)), List.of(), null);
        }
        hashAll(progress);
        return new PackageCheck(this, anchors, validationTime).run();
    }

    private void hashAll(Progress progress) {
        long total = 0;
        for (Zip.Entry e : entries.values()) {
            total += e.size();
        }
        long all = total;
        long[] done = {0};
        Message step = SealText.PROGRESS_CHECKING.with();
        try (Hasher hasher = new Hasher()) {
            for (Zip.Entry e : entries.values()) {
                Hasher.Result result = hasher.run(channel(e), e.size(), piece -> {
                    done[0] += piece.remaining();
                    progress.at(step, done[0], all, Progress.Unit.BYTES);
                });
                if (result.size() != e.size()) {
                    throw new IOException("cut off while being read");
                }
                results.put(e.name(), result);
            }
        } catch (IOException e) {
            throw Faults.io(path, e);
        }
    }

    /** Entry names in file order; empty when the container is malformed. */
    public List<String> names() {
        return List.copyOf(entries.keySet());
    }

    /** The entries in file order. */
    Collection<Zip.Entry> entries() {
        return entries.values();
    }

    Path path() {
        return path;
    }

    /** Bytes of the whole file. */
    long fileSize() {
        try {
            return file.size();
        } catch (IOException e) {
            throw Faults.io(path, e);
        }
    }

    /** True when there is such an entry. */
    public boolean has(String name) {
        return entries.containsKey(name);
    }

    /** Bytes of the entry. */
    public long size(String name) {
        return entry(name).size();
    }

    /** Where the entry's content begins in the file; it lies there as it is, not compressed. */
    public long offset(String name) {
        return entry(name).dataOffset();
    }

    /**
     * The whole content of a small entry.
     *
     * @throws VigilException {@code NOT_GENUINE} when there is no such entry or it is over 16 MiB
     */
    public byte[] small(String name) {
        Zip.Entry e = entry(name);
        if (e.size() > SMALL) {
            throw new VigilException(ErrorKind.NOT_GENUINE, "VG-SEAL-ENTRY", SealText.TOO_LARGE.with(name));
        }
        try (InputStream in = open(name)) {
            return in.readAllBytes();
        } catch (IOException x) {
            throw Faults.io(path, x);
        }
    }

    /** The entry's content, streamed; good until this reader is closed. Failures as for {@link #small}, but of any size. */
    public InputStream open(String name) {
        return Channels.newInputStream(channel(entry(name)));
    }

    /** The SHA-256 of the entry's content, lower-case hexadecimal; known without reading again after {@link #verify}. */
    public String sha256(String name) {
        Hasher.Result known = results.get(name);
        if (known != null) {
            return Hash.hex(known.sha256());
        }
        try (InputStream in = open(name)) {
            return Hash.hex(Hash.sha256(in));
        } catch (IOException e) {
            throw Faults.io(path, e);
        }
    }

    /** What {@link #verify} found on its way through the file; null for the checksum that fits. */
    String checksumFault() {
        for (Zip.Entry e : entries.values()) {
            if (results.get(e.name()).crc() != e.crc()) {
                return e.name();
            }
        }
        return null;
    }

    private Zip.Entry entry(String name) {
        Zip.Entry e = entries.get(name);
        if (e == null) {
            throw new VigilException(ErrorKind.NOT_GENUINE, "VG-SEAL-ENTRY", SealText.NO_ENTRY.with(name));
        }
        return e;
    }

    /** A window on the file with a position of its own. */
    ReadableByteChannel channel(Zip.Entry e) {
        return new ReadableByteChannel() {
            private long at = e.dataOffset();
            private final long end = at + e.size();

            @Override
            public int read(ByteBuffer to) throws IOException {
                if (at >= end) {
                    return -1;
                }
                int limit = to.limit();
                to.limit((int) Math.min(limit, to.position() + (end - at)));
                int n = file.read(to, at);
                to.limit(limit);
                at += Math.max(0, n);
                return n;
            }

            @Override
            public boolean isOpen() {
                return file.isOpen();
            }

            @Override
            public void close() {
                // the file is the reader's
            }
        };
    }

    @Override
    public void close() {
        close(file);
    }

    private static void close(FileChannel file) {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            // read only: nothing is lost
        }
    }
}
