package vn.vigil.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;

/**
 * A package file growing under another name ({@code .<name>.<random>.partial}, 0600), entry by entry, until {@link #publish} gives
 * it its own, and its {@code .sha256} with it. Until then {@link #abort} leaves nothing behind. For one thread.
 */
final class PackageFile {
    private final Disk disk;
    private final Path target;
    private final Path sums;
    private final Path partial;
    private final Path partialSums;

    private final EntryName.Seen seen = new EntryName.Seen();
    private final List<Zip.Entry> entries = new ArrayList<>();
    private final MessageDigest whole = Hash.sha256();
    private final Hasher hasher = new Hasher();
    private Disk.Out out;
    private String sha256;
    private long position;
    private boolean published;
    private boolean publishedSums;
    private boolean done;

    /** Nothing is on the disk before {@link #create}. */
    PackageFile(Disk disk, World world, Path target) {
        this.disk = disk;
        this.target = target;
        String name = target.getFileName().toString();
        String random = Long.toHexString(world.random().nextLong());
        this.sums = sums(target);
        this.partial = target.resolveSibling("." + name + "." + random + ".partial");
        this.partialSums = target.resolveSibling("." + name + "." + random + ".sha256.partial");
    }

    /** @throws VigilException {@code CONFLICT} when the package or its {@code .sha256} exists */
    static void refuseExisting(Path target) {
        for (Path file : List.of(target, sums(target))) {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new VigilException(ErrorKind.CONFLICT, "VG-SEAL-EXISTS", SealText.EXISTS.with(file.toString()));
            }
        }
    }

    private static Path sums(Path target) {
        return target.resolveSibling(target.getFileName() + ".sha256");
    }

    /** As {@link #refuseExisting}. */
    void create() {
        refuseExisting(target);
        try {
            out = disk.create(partial);
        } catch (IOException e) {
            throw failed(partial, e);
        }
    }

    Path target() {
        return target;
    }

    /** Where the bytes lie as long as they are unpublished. */
    Path partial() {
        return partial;
    }

    List<Zip.Entry> entries() {
        return entries;
    }

    /** Bytes written so far. */
    long position() {
        return position;
    }

    /** Writes an entry; returns the SHA-256 of its content. */
    byte[] add(String name, byte[] content, int time) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        begin(name, content.length, (int) crc.getValue(), time);
        write(ByteBuffer.wrap(content));
        return Hash.sha256(content);
    }

    /** Told of each piece of an entry, with the bytes of it that are written. */
    interface Written {
        void at(long bytes);
    }

    /** Streams an entry whose checksum and size are known; the caller compares what was read. */
    Hasher.Result add(String name, ReadableByteChannel in, long size, int crc, int time, Written written)
            throws IOException {
        begin(name, size, crc, time);
        long start = position;
        return hasher.run(in, Long.MAX_VALUE, piece -> {
            write(piece.duplicate());
            written.at(position - start);
        });
    }

    private void begin(String name, long size, int crc, int time) throws IOException {
        if (done) {
            throw new IllegalStateException("the package is closed");
        }
        if (!EntryName.good(name)) {
            abort();
            throw new VigilException(ErrorKind.USAGE, "VG-SEAL-ENTRY-NAME", SealText.BAD_ENTRY_NAME.with(name));
        }
        if (!seen.add(name)) {
            abort();
            throw new VigilException(ErrorKind.USAGE, "VG-SEAL-ENTRY-TWICE", SealText.ENTRY_TWICE.with(name));
        }
        Zip.Entry entry = new Zip.Entry(name, size, crc, position, time);
        write(Zip.local(entry));
        entries.add(entry);
    }

    /** Tells a fault of the package's disk from one of a source's. */
    private static final class TargetFault extends IOException {
        private static final long serialVersionUID = 1L;
        private final transient IOException origin;

        TargetFault(IOException origin) {
            super(origin);
            this.origin = origin;
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        position += bytes.remaining();
        whole.update(bytes.duplicate());
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new TargetFault(e);
        }
    }

    /** Writes the directory and brings all to the medium, still under the other name. */
    void complete() throws IOException {
        long start = position;
        for (Zip.Entry e : entries) {
            write(Zip.central(e));
        }
        write(Zip.end(entries, start, position - start));
        sha256 = Hash.hex(whole.digest());
        out.force();
        out.close();
        out = null;
    }

    /** After {@link #complete}: the package last; once it is there under its name, all is there. */
    Sealed publish(byte[] manifest, Raising raised) throws IOException {
        String line = sha256 + "  " + target.getFileName() + "\n";
        try (Disk.Out file = disk.create(partialSums)) {
            file.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            file.force();
        }
        disk.publish(partialSums, sums);
        publishedSums = true;
        disk.publish(partial, target);
        published = true;
        disk.delete(partialSums);
        disk.delete(partial);
        disk.syncFolder(target.toAbsolutePath().getParent());
        done = true;
        hasher.close();
        return raised.sealed(target, sha256, Hash.hex(Hash.sha256(manifest)), position);
    }

    /** The failure of a source or of this file, after clearing away. */
    VigilException failed(Path source, IOException e) {
        abort();
        return e instanceof TargetFault s ? Faults.io(target, s.origin) : Faults.io(source, e);
    }

    void abort() {
        if (done) {
            return;
        }
        done = true;
        hasher.close();
        try {
            if (out != null) {
                out.close();
            }
        } catch (IOException e) {
            // the file goes away all the same
        }
        delete(partial);
        delete(partialSums);
        if (published) {
            delete(target);
        }
        if (publishedSums) {
            delete(sums);
        }
    }

    private void delete(Path file) {
        try {
            disk.delete(file);
        } catch (IOException e) {
            // Nothing better can be done; what is left is named .partial and never taken for a package.
        }
    }
}
