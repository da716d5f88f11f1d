package vn.vigil.seal;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.Progress;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;

/**
 * Makes a new package file out of a sealed one, by what may change without touching signed bytes: timestamps and revocation data in
 * the signatures, and a second seal. Every other entry is copied byte for byte, and so the identity stays. The old file is left as
 * it is. The new one is read back and judged as a whole before it gets its name. Little memory whatever the size. For one thread.
 *
 * <p>Failures: {@code NOT_GENUINE} when the old package fails any stage of {@link AsiceReader#verify}; {@code CONFLICT} when the new
 * file or its {@code .sha256} exists; {@code NOT_FOUND} and {@code FAILED} as {@link AsiceWriter}. None leaves anything behind.
 */
public final class AsiceRewriter {
    static final String SECOND_MANIFEST = EntryName.META + "ASiCManifest002.xml";
    static final String SECOND_SIGNATURE = EntryName.META + "signature002.p7s";

    private final Disk disk;
    private final World world;

    public AsiceRewriter(World world) {
        this(Disk.REAL, world);
    }

    AsiceRewriter(Disk disk, World world) {
        this.disk = disk;
        this.world = world;
    }

    /**
     * Raises every seal as far as it goes: to T by the authority, to LT by revocation lists.
     *
     * @param in a package of any level
     * @param out the new file
     * @param tsa null to leave seals of level B as they are
     * @param revocations where revocation lists come from; null to stop at T
     * @param anchors the roots by which the old and the new file are judged
     * @return the new package; or, when no seal could be raised, the old one, with what stood in the way if anything did (the path
     *     tells: no new file then). Level, time and reasons are those of the seal with the lowest level
     */
    public Sealed upgrade(
            Path in, Path out, TimestampClient tsa, Revocations revocations, TrustAnchors anchors, Progress progress) {
        PackageFile.refuseExisting(out);
        try (AsiceReader reader = AsiceReader.open(in)) {
            PackageReport report = genuine(reader, anchors, progress);
            byte[] manifest = reader.small(AsiceWriter.MANIFEST);
            Map<String, byte[]> raised = new LinkedHashMap<>();
            Raising lowest = null;
            for (PackageReport.Seal seal : report.seals()) {
                byte[] old = reader.small(seal.signature());
                Raising now = raise(old, reader.small(seal.manifest()), seal.report(), tsa, revocations);
                if (now.p7s() != old) {
                    raised.put(seal.signature(), now.p7s());
                }
                lowest = lowest == null || now.level().compareTo(lowest.level()) < 0 ? now : lowest;
            }
            if (raised.isEmpty()) {
                return lowest.sealed(in, sha256(in), report.identity(), reader.fileSize());
            }
            return write(reader, out, raised, Map.of(), 0, manifest, lowest, anchors, progress);
        }
    }

    private Raising raise(
            byte[] p7s, byte[] content, SignatureReport report, TimestampClient tsa, Revocations revocations) {
        if (report.provenTime() != null && report.level() == SealLevel.LT) {
            return new Raising(p7s, SealLevel.LT, report.provenTime(), null, null);
        }
        try {
            return report.provenTime() == null
                    ? Raising.fromB(world, p7s, content, tsa, revocations)
                    : Raising.fromT(world, p7s, content, report.provenTime(), revocations);
        } catch (TimestampException e) {
            return new Raising(p7s, SealLevel.T, report.provenTime(), null, e.reason());
        } catch (VigilException e) {
            if (e.kind() != ErrorKind.DENIED) {
                throw e;
            }
            // The signer was revoked before the proven time, as only the lists just fetched know.
            throw notGenuine(e.why().get(0));
        }
    }

    /**
     * Adds the seal of another person over the same entries, as {@code signature002.p7s}.
     *
     * @param in a package with one seal
     * @param out the new file
     * @param tsa null when none is configured
     * @param revocations null for level T at most
     * @param anchors the roots by which the old and the new file are judged
     * @return the new package; level, time and reasons are those of the new seal
     * @throws VigilException further {@code REFUSED} when the key is the first signer's, or that person's, or there is a second seal
     *     already; {@code DENIED} as {@link SigningGate#check}
     */
    public Sealed countersign(
            Path in,
            Path out,
            SigningKey key,
            TimestampClient tsa,
            Revocations revocations,
            TrustAnchors anchors,
            Progress progress) {
        PackageFile.refuseExisting(out);
        Instant time = world.now().truncatedTo(ChronoUnit.SECONDS);
        try (AsiceReader reader = AsiceReader.open(in)) {
            PackageReport report = genuine(reader, anchors, progress);
            if (report.seals().size() > 1 || reader.has(SECOND_MANIFEST) || reader.has(SECOND_SIGNATURE)) {
                throw new VigilException(
                        ErrorKind.REFUSED, "VG-SEAL-COUNTERSIGNED", SealText.COUNTERSIGNED.with(in.toString()));
            }
            X509Certificate first = report.seals().get(0).report().signer();
            if (Certificates.samePerson(first, key.certificate())) {
                throw new VigilException(
                        ErrorKind.REFUSED,
                        "VG-SEAL-SAME-PERSON",
                        SealText.SAME_PERSON.with(CertificateFacts.of(first).name()));
            }
            SigningGate.check(key, revocations, time);
            byte[] manifest = reader.small(AsiceWriter.MANIFEST);
            byte[] second = new AsicManifest(
                            SECOND_SIGNATURE, AsicManifest.parse(manifest).digests())
                    .xml();
            Raising raised = Raising.fromB(world, Cades.sign(second, key, time), second, tsa, revocations);
            Map<String, byte[]> added = new LinkedHashMap<>();
            added.put(SECOND_MANIFEST, second);
            added.put(SECOND_SIGNATURE, raised.p7s());
            return write(reader, out, Map.of(), added, Zip.dosTime(time), manifest, raised, anchors, progress);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a manifest that was judged can be read", e);
        }
    }

    private PackageReport genuine(AsiceReader reader, TrustAnchors anchors, Progress progress) {
        PackageReport report = reader.verify(anchors, world.now(), progress);
        if (report.failed() != null) {
            throw notGenuine(report.failed().reason());
        }
        return report;
    }

    private static VigilException notGenuine(Message reason) {
        return new VigilException(ErrorKind.NOT_GENUINE, "VG-SEAL-NOT-GENUINE", SealText.NOT_RAISED.with(reason));
    }

    private Sealed write(
            AsiceReader reader,
            Path target,
            Map<String, byte[]> replaced,
            Map<String, byte[]> added,
            int time,
            byte[] manifest,
            Raising raised,
            TrustAnchors anchors,
            Progress progress) {
        PackageFile file = new PackageFile(disk, world, target);
        try {
            file.create();
            for (Zip.Entry e : reader.entries()) {
                byte[] content = replaced.get(e.name());
                if (content != null) {
                    file.add(e.name(), content, e.time());
                } else {
                    copy(reader, e, file, progress);
                }
            }
            for (Map.Entry<String, byte[]> e : added.entrySet()) {
                file.add(e.getKey(), e.getValue(), time);
            }
            file.complete();
            try (AsiceReader written = AsiceReader.open(file.partial())) {
                PackageReport report = written.verify(anchors, world.now(), progress);
                if (report.failed() != null) {
                    throw notGenuine(report.failed().reason());
                }
            }
            return file.publish(manifest, raised);
        } catch (IOException e) {
            throw file.failed(target, e);
        } catch (RuntimeException e) {
            file.abort();
            throw e;
        }
    }

    private static void copy(AsiceReader reader, Zip.Entry e, PackageFile file, Progress progress) throws IOException {
        Message step = SealText.PROGRESS_WRITING.with(e.name());
        ReadableByteChannel in = reader.channel(e);
        Hasher.Result result = file.add(
                e.name(),
                in,
                e.size(),
                e.crc(),
                e.time(),
                bytes -> progress.at(step, bytes, e.size(), Progress.Unit.BYTES));
        if (result.size() != e.size() || result.crc() != e.crc()) {
            throw new VigilException(
                    ErrorKind.FAILED,
                    "VG-SEAL-SOURCE-CHANGED",
                    SealText.SOURCE_CHANGED.with(reader.path().toString()));
        }
    }

    private static String sha256(Path file) {
        try {
            return Hash.hex(Hash.sha256(file));
        } catch (IOException e) {
            throw Faults.io(file, e);
        }
    }
}
