package vn.vigil.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.Progress;
import vn.vigil.base.VigilException;
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
    static final String MIME = "application/vnd.etsi.asic-e+zip";
    static final String MANIFEST = EntryName.META + "ASiCManifest001.xml";
    static final String SIGNATURE = EntryName.META + "signature001.p7s";

    private final Disk disk;
    private final Path target;
    private final Path sums;
    private final Path partial;
    private final Path partialSums;
    private final Instant time;
    private final LocalDate date;
    private final Map<String, String> bagInfo;
    private final Progress progress;

    private final EntryName.Seen seen = new EntryName.Seen();
    private final List<Zip.Entry> entries = new ArrayList<>();
    private final Map<String, byte[]> digests = new LinkedHashMap<>();
    private final MessageDigest whole = Hash.sha256();
    private final Hasher hasher = new Hasher();
    private Disk.Out out;
    private long position;
    private boolean published;
    private boolean publishedSums;
    private boolean done;

    private AsiceWriter(
            Disk disk, World world, Path target, Instant time, Map<String, String> bagInfo, Progress progress) {
        this.disk = disk;
        this.target = target;
        this.time = time;
        this.date = LocalDate.ofInstant(time, world.zone());
        this.bagInfo = new LinkedHashMap<>(bagInfo);
        this.progress = progress;
        String name = target.getFileName().toString();
        String random = Long.toHexString(world.random().nextLong());
        this.sums = target.resolveSibling(name + ".sha256");
        this.partial = target.resolveSibling("." + name + "." + random + ".partial");
        this.partialSums = target.resolveSibling("." + name + "." + random + ".sha256.partial");
    }

    /**
     * @param target the package, by custom {@code ….asice}; its folder must exist
     * @param time the time of sealing: of all entries and of the signature
     * @param bagInfo lines of {@code bag-info.txt} in this order; {@code Vigil-Package-Version}, {@code Bagging-Date} and
     *     {@code Payload-Oxum} are added
     */
    public static AsiceWriter create(
            World world, Path target, Instant time, Map<String, String> bagInfo, Progress progress) {
        return create(Disk.REAL, world, target, time, bagInfo, progress);
    }

    static AsiceWriter create(
            Disk disk, World world, Path target, Instant time, Map<String, String> bagInfo, Progress progress) {
        AsiceWriter writer = new AsiceWriter(disk, world, target, time, bagInfo, progress);
        try {
            writer.refuseExisting();
            writer.out = disk.create(writer.partial);
            writer.addGenerated(EntryName.MIMETYPE, MIME.getBytes(StandardCharsets.US_ASCII));
            return writer;
        } catch (IOException e) {
            throw writer.failed(writer.partial, e);
        } catch (RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    private void refuseExisting() {
        for (Path file : List.of(target, sums)) {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new VigilException(ErrorKind.CONFLICT, "VG-SEAL-EXISTS", SealText.EXISTS.with(file.toString()));
            }
        }
    }

    /**
     * Adds an entry.
     *
     * @return its SHA-256, lower-case hexadecimal
     */
    public String add(String name, byte[] content) {
        checkOwn(name);
        try {
            return addGenerated(name, content);
        } catch (IOException e) {
            throw failed(target, e);
        }
    }

    /**
     * Adds a file as an entry, stored as it is. It must not change meanwhile.
     *
     * @return its SHA-256, lower-case hexadecimal
     */
    public String add(String name, Path file) {
        checkOwn(name);
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            // The checksum stands before the data, so it is taken first: a seventh of what hashing costs, and the
            // writing
            // stays one straight pass in which the whole package can be hashed along.
            long size = in.size();
            int crc = checksum(in);
            in.position(0);
            Zip.Entry entry = begin(name, size, crc);
            Message step = SealText.PROGRESS_WRITING.with(name);
            long start = position;
            Hasher.Result result = hasher.run(in, Long.MAX_VALUE, piece -> {
                writeOut(piece.duplicate());
                progress.at(step, position - start, size, Progress.Unit.BYTES);
            });
            if (result.size() != entry.size() || result.crc() != crc) {
                abort();
                throw new VigilException(
                        ErrorKind.FAILED, "VG-SEAL-SOURCE-CHANGED", SealText.SOURCE_CHANGED.with(file.toString()));
            }
            digests.put(name, result.sha256());
            return Hash.hex(result.sha256());
        } catch (TargetFault e) {
            throw failed(target, e.origin);
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    private static int checksum(FileChannel in) throws IOException {
        CRC32 crc = new CRC32();
        ByteBuffer buffer = ByteBuffer.allocateDirect(Hasher.BUFFER);
        while (in.read(buffer.clear()) >= 0) {
            crc.update(buffer.flip());
        }
        return (int) crc.getValue();
    }

    private void checkOwn(String name) {
        if (name.equals(EntryName.MIMETYPE) || name.startsWith(EntryName.META) || Bag.OWN.contains(name)) {
            abort();
            throw new VigilException(ErrorKind.USAGE, "VG-SEAL-ENTRY-NAME", SealText.BAD_ENTRY_NAME.with(name));
        }
    }

    private String addGenerated(String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        begin(name, content.length, (int) crc.getValue());
        writeOut(ByteBuffer.wrap(content));
        byte[] digest = Hash.sha256(content);
        if (!name.equals(EntryName.MIMETYPE) && !name.startsWith(EntryName.META)) {
            digests.put(name, digest);
        }
        return Hash.hex(digest);
    }

    private Zip.Entry begin(String name, long size, int crc) throws IOException {
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
        Zip.Entry entry = new Zip.Entry(name, size, crc, position, Zip.dosTime(time));
        writeOut(Zip.local(entry));
        entries.add(entry);
        return entry;
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

    private void writeOut(ByteBuffer bytes) throws IOException {
        position += bytes.remaining();
        whole.update(bytes.duplicate());
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new TargetFault(e);
        }
    }

    /**
     * Seals and publishes the package and its {@code .sha256}. An authority that does not answer gives level B and the reason.
     *
     * @param tsa null when none is configured
     */
    public Sealed finish(SigningKey key, TimestampClient tsa) {
        try {
            Cades.mayUse(key, time);
            byte[] manifest = writeLists();
            byte[] signature = Cades.sign(manifest, key, time);
            TimestampToken token = null;
            TimestampException unstamped = null;
            if (tsa != null) {
                try {
                    token = tsa.stamp(Cades.timestampImprint(signature));
                    signature = Cades.addTimestamp(signature, token);
                } catch (TimestampException e) {
                    unstamped = e;
                }
            }
            addGenerated(MANIFEST, manifest);
            addGenerated(SIGNATURE, signature);
            writeDirectory();
            String sha256 = Hash.hex(whole.digest());
            out.force();
            out.close();
            out = null;
            publish(sha256);
            return new Sealed(
                    target,
                    sha256,
                    Hash.hex(Hash.sha256(manifest)),
                    position,
                    token == null ? SealLevel.B : SealLevel.T,
                    token == null ? null : token.time(),
                    unstamped == null ? null : unstamped.reason(),
                    unstamped == null ? null : unstamped.fault());
        } catch (IOException e) {
            throw failed(target, e);
        } catch (RuntimeException e) {
            abort();
            throw e;
        }
    }

    /** The bag's tag files; returns the list that is to be signed. */
    private byte[] writeLists() throws IOException {
        Map<String, String> payload = new LinkedHashMap<>();
        long bytes = 0;
        for (Zip.Entry e : entries) {
            if (e.name().startsWith(EntryName.DATA)) {
                payload.put(e.name(), Hash.hex(digests.get(e.name())));
                bytes += e.size();
            }
        }
        addGenerated(Bag.BAGIT, Bag.declaration());
        addGenerated(Bag.INFO, Bag.info(bagInfo, date, bytes, payload.size()));
        addGenerated(Bag.MANIFEST, Bag.manifest(payload));
        Map<String, String> tags = new LinkedHashMap<>();
        digests.forEach((name, digest) -> {
            if (Bag.isTag(name)) {
                tags.put(name, Hash.hex(digest));
            }
        });
        addGenerated(Bag.TAG_MANIFEST, Bag.manifest(tags));
        return new AsicManifest(SIGNATURE, digests).xml();
    }

    private void writeDirectory() throws IOException {
        long start = position;
        for (Zip.Entry e : entries) {
            writeOut(Zip.central(e));
        }
        writeOut(Zip.end(entries, start, position - start));
    }

    /** The package last: once it is there under its name, all is there. */
    private void publish(String sha256) throws IOException {
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
    }

    private VigilException failed(Path file, IOException e) {
        abort();
        return Faults.io(file, e instanceof TargetFault s ? s.origin : e);
    }

    private void abort() {
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

    /** Clears away what is unfinished; does nothing after {@link #finish}. */
    @Override
    public void close() {
        abort();
    }
}
