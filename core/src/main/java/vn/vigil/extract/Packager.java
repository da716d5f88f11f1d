package vn.vigil.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.Progress;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.evidence.ClipSheet;
import vn.vigil.evidence.FileRequest;
import vn.vigil.evidence.PackageVerifier;
import vn.vigil.ledger.CanonicalJson;
import vn.vigil.people.People;
import vn.vigil.footage.Taken;
import vn.vigil.seal.AsiceWriter;
import vn.vigil.seal.CertificateFacts;
import vn.vigil.seal.Certificates;
import vn.vigil.seal.Hash;
import vn.vigil.seal.PackageReport;
import vn.vigil.seal.Sealed;
import vn.vigil.seal.SigningKey;
import vn.vigil.seal.TimestampClient;
import vn.vigil.seal.TrustAnchors;

/** Measures finished clips and seals them, with the sheets that belong to them, into packages. */
final class Packager {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** What was sealed. */
    record Made(
            List<PackageFacts> packages, List<RunResult.Clip> clips, Message timestampMissing, List<Message> notes) {}

    private final World world;
    private final People people;

    Packager(World world, People people) {
        this.world = world;
        this.people = people;
    }

    /** One person's two certificates count as one: who approved does not seal. */
    void checkPersons(SqlExtractStore.Row row, SigningKey key) {
        X509Certificate approver = people.certificate(row.approvedBy());
        if (approver != null && Certificates.samePerson(approver, key.certificate())) {
            throw new VigilException(
                    ErrorKind.REFUSED, "VG-EXTRACT-ONE-PERSON", ExtractText.APPROVER_SEALS.with(row.id()));
        }
    }

    /** Seals the items into as many parts as they need, all made within {@code folder}. */
    Made pack(
            SqlExtractStore.Row row,
            FileRequest content,
            List<Taken> items,
            byte[] custody,
            Path folder,
            long maxPartBytes,
            SigningKey key,
            TimestampClient authority,
            Instant intent,
            Progress progress)
            throws IOException {
        List<List<Taken>> parts = split(items, maxPartBytes);
        Instant now = world.now().truncatedTo(ChronoUnit.SECONDS);
        // Whole seconds must not put the seal before the intent that it carries.
        Instant sealing = now.isBefore(intent) ? now.plusSeconds(1) : now;
        List<PackageFacts> packages = new ArrayList<>();
        List<RunResult.Clip> clips = new ArrayList<>();
        List<Message> notes = new ArrayList<>();
        Message missing = null;
        if (authority == null) {
            notes.add(ExtractText.NO_AUTHORITY.with());
        }
        for (int part = 1; part <= parts.size(); part++) {
            String name =
                    "VIGIL-" + row.id() + "-" + STAMP.format(sealing) + "-" + part + "of" + parts.size() + ".asice";
            try (AsiceWriter writer = AsiceWriter.create(
                    world, folder.resolve(name), sealing, bagInfo(row.id(), part, parts.size()), progress)) {
                writer.add(PackageVerifier.GUIDE, guide(row.id(), name, part, parts.size()));
                writer.add(PackageVerifier.REQUEST, row.request());
                writer.add(PackageVerifier.APPROVAL, row.approval());
                writer.add(PackageVerifier.APPROVAL_SIGNATURE, row.approvalSignature());
                writer.add(PackageVerifier.CUSTODY, custody);
                for (Taken item : parts.get(part - 1)) {
                    clips.add(add(writer, item));
                }
                Sealed sealed = writer.finish(key, authority);
                missing = missing != null ? missing : sealed.tsaFailure();
                packages.add(new PackageFacts(
                        part,
                        parts.size(),
                        sealed.path(),
                        sealed.sha256(),
                        sealed.identity(),
                        sealed.size(),
                        sealed.level().name(),
                        sealing));
            }
        }
        return new Made(packages, clips, missing, notes);
    }

    private static List<List<Taken>> split(List<Taken> items, long maxPartBytes) {
        List<List<Taken>> parts = new ArrayList<>();
        long bytes = 0;
        for (Taken item : items) {
            if (parts.isEmpty() || bytes + item.bytes() > maxPartBytes) {
                parts.add(new ArrayList<>());
                bytes = 0;
            }
            parts.get(parts.size() - 1).add(item);
            bytes += item.bytes();
        }
        return parts;
    }

    private static RunResult.Clip add(AsiceWriter writer, Taken item) {
        String base = PackageVerifier.CLIPS + item.camera() + "_" + STAMP.format(item.start()) + "_"
                + STAMP.format(item.end());
        String name = base + ".mp4";
        String sha256 = writer.add(name, item.facts().file());
        String audioName = null;
        String audioSha256 = null;
        if (item.facts().audioBeside() != null) {
            audioName = base + ".mka";
            audioSha256 = writer.add(audioName, item.facts().audioBeside());
        }
        ClipSheet s = item.sheet();
        ClipSheet named = s.named(name, sha256, audioName, audioSha256);
        writer.add(base + ".json", CanonicalJson.bytes(named.members()));
        return new RunResult.Clip(
                item.camera(),
                name,
                s.firstPicture() == null ? null : item.start(),
                s.lastPicture() == null ? null : item.end(),
                s.keyFrameLead(),
                s.video().frames(),
                s.bytes(),
                s.gaps(),
                s.lost(),
                sha256);
    }

    private Map<String, String> bagInfo(CaseId id, int part, int parts) {
        Map<String, String> info = new LinkedHashMap<>();
        info.put("Source-Organization", people.site(world.now()).printedBody());
        info.put("External-Identifier", id.toString());
        info.put("Bag-Count", part + " of " + parts);
        return info;
    }

    private byte[] guide(CaseId id, String file, int part, int parts) {
        StringBuilder roots = new StringBuilder();
        for (X509Certificate root : people.trustAnchors().roots()) {
            CertificateFacts facts = CertificateFacts.of(root);
            roots.append("     ")
                    .append(facts.fingerprint())
                    .append("  ")
                    .append(facts.name())
                    .append('\n');
        }
        try (InputStream in = PackageVerifier.class.getResourceAsStream(PackageVerifier.GUIDE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{request}", id.toString())
                    .replace("{part}", Integer.toString(part))
                    .replace("{parts}", Integer.toString(parts))
                    .replace("{file}", file)
                    .replace("{body}", people.site(world.now()).printedBody())
                    .replace("{roots}", roots)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Packages of this request that lie finished in the folder though nobody recorded them. A set that lacks a part was never
     * finished, and is cleared away.
     */
    List<PackageFacts> found(Path folder, CaseId id, TrustAnchors anchors) throws IOException {
        List<PackageFacts> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "VIGIL-" + id + "-*.asice")) {
            for (Path file : files) {
                String[] name = file.getFileName().toString().split("-|of|\\.");
                PackageReport report = PackageVerifier.verify(file, anchors, world.now(), Progress.NONE);
                if (report.failed() == null) {
                    found.add(new PackageFacts(
                            Integer.parseInt(name[name.length - 3]),
                            Integer.parseInt(name[name.length - 2]),
                            file,
                            Hash.hex(Hash.sha256(file)),
                            report.identity(),
                            Files.size(file),
                            report.seals().get(0).report().level().name(),
                            report.seals().get(0).report().signingTime()));
                }
            }
        }
        try (DirectoryStream<Path> sums = Files.newDirectoryStream(folder, "VIGIL-" + id + "-*.asice.sha256")) {
            for (Path sum : sums) {
                String name = sum.toString();
                if (!Files.exists(Path.of(name.substring(0, name.length() - ".sha256".length())))) {
                    Files.delete(sum);
                }
            }
        }
        found.sort(Comparator.comparingInt(PackageFacts::part));
        if (!found.isEmpty() && found.size() != found.get(0).parts()) {
            for (PackageFacts p : found) {
                Files.deleteIfExists(p.file());
                Files.deleteIfExists(Path.of(p.file() + ".sha256"));
            }
            found.clear();
        }
        return found;
    }
}
