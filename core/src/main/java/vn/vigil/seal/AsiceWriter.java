package vn.vigil.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
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

    private final PackageFile file;
    private final World world;
    private final Instant time;
    private final int entryTime;
    private final LocalDate date;
    private final Map<String, String> bagInfo;
    private final Progress progress;
    private final Map<String, byte[]> digests = new LinkedHashMap<>();

    private AsiceWriter(
            Disk disk, World world, Path target, Instant time, Map<String, String> bagInfo, Progress progress) {
        this.file = new PackageFile(disk, world, target);
        this.world = world;
        this.time = time;
        this.entryTime = Zip.dosTime(time);
        this.date = LocalDate.ofInstant(time, world.zone());
        this.bagInfo = new LinkedHashMap<>(bagInfo);
        this.progress = progress;
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
            writer.file.create();
            writer.addGenerated(EntryName.MIMETYPE, MIME.getBytes(StandardCharsets.US_ASCII));
            return writer;
        } catch (IOException e) {
            throw writer.file.failed(target, e);
        } catch (RuntimeException e) {
            writer.close();
            throw e;
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
            throw file.failed(file.target(), e);
        }
    }

    /**
     * Adds a file as an entry, stored as it is. It must not change meanwhile.
     *
     * @return its SHA-256, lower-case hexadecimal
     */
    public String add(String name, Path source) {
        checkOwn(name);
        try (FileChannel in = FileChannel.open(source, StandardOpenOption.READ)) {
            // The checksum stands before the data, so it is taken first: a seventh of what hashing costs, and the
            // writing
            // stays one straight pass in which the whole package can be hashed along.
            long size = in.size();
            int crc = checksum(in);
            in.position(0);
            Message step = SealText.PROGRESS_WRITING.with(name);
            Hasher.Result result = file.add(
                    name, in, size, crc, entryTime, bytes -> progress.at(step, bytes, size, Progress.Unit.BYTES));
            if (result.size() != size || result.crc() != crc) {
                file.abort();
                throw new VigilException(
                        ErrorKind.FAILED, "VG-SEAL-SOURCE-CHANGED", SealText.SOURCE_CHANGED.with(source.toString()));
            }
            digests.put(name, result.sha256());
            return Hash.hex(result.sha256());
        } catch (IOException e) {
            throw file.failed(source, e);
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
            file.abort();
            throw new VigilException(ErrorKind.USAGE, "VG-SEAL-ENTRY-NAME", SealText.BAD_ENTRY_NAME.with(name));
        }
    }

    private String addGenerated(String name, byte[] content) throws IOException {
        byte[] digest = file.add(name, content, entryTime);
        if (!name.equals(EntryName.MIMETYPE) && !name.startsWith(EntryName.META)) {
            digests.put(name, digest);
        }
        return Hash.hex(digest);
    }

    /** As {@link #finish(SigningKey, TimestampClient, Revocations)}, level T at most. */
    public Sealed finish(SigningKey key, TimestampClient tsa) {
        return finish(key, tsa, null);
    }

    /**
     * Seals and publishes the package and its {@code .sha256}. An authority that does not answer gives level B and the reason; a
     * revocation list that is not to be had gives level T and the reason.
     *
     * @param tsa null when none is configured
     * @param revocations where revocation lists come from; null for level T at most
     * @throws VigilException {@code DENIED} as {@link SigningGate#check}
     */
    public Sealed finish(SigningKey key, TimestampClient tsa, Revocations revocations) {
        try {
            SigningGate.check(key, revocations, time);
            byte[] manifest = writeLists();
            byte[] signature = Cades.sign(manifest, key, time);
            Raising raised = Raising.fromB(world, signature, manifest, tsa, revocations);
            addGenerated(MANIFEST, manifest);
            addGenerated(SIGNATURE, raised.p7s());
            file.complete();
            return file.publish(manifest, raised);
        } catch (IOException e) {
            throw file.failed(file.target(), e);
        } catch (RuntimeException e) {
            file.abort();
            throw e;
        }
    }

    /** The bag's tag files; returns the list that is to be signed. */
    private byte[] writeLists() throws IOException {
        Map<String, String> payload = new LinkedHashMap<>();
        long bytes = 0;
        for (Zip.Entry e : file.entries()) {
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

    /** Clears away what is unfinished; does nothing after {@link #finish}. */
    @Override
    public void close() {
        file.abort();
    }
}
