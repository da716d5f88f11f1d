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
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.Message;
import vn.vigil.base.Progress;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.copy.CopyMaker;
import vn.vigil.document.Papers;
import vn.vigil.evidence.ClipSheet;
import vn.vigil.evidence.PackageVerifier;
import vn.vigil.evidence.PaperLeave;
import vn.vigil.footage.Taken;
import vn.vigil.ledger.CanonicalJson;
import vn.vigil.ledger.Custody;
import vn.vigil.media.ClipPlace;
import vn.vigil.people.Actor;
import vn.vigil.people.People;
import vn.vigil.register.Scan;
import vn.vigil.seal.AsiceWriter;
import vn.vigil.seal.CertificateFacts;
import vn.vigil.seal.Certificates;
import vn.vigil.seal.Hash;
import vn.vigil.seal.PackageReport;
import vn.vigil.seal.Sealed;
import vn.vigil.seal.SigningKey;
import vn.vigil.seal.TrustAnchors;
import vn.vigil.text.Lang;

/** Measures finished clips and seals them, with the sheets that belong to them, into packages. */
final class Packager {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** What was sealed. */
    record Made(
            List<PackageFacts> packages, List<RunResult.Clip> clips, Message timestampMissing, List<Message> notes) {}

    private final Desk desk;
    private final World world;
    private final People people;

    Packager(Desk desk) {
        this.desk = desk;
        this.world = desk.world();
        this.people = desk.people();
    }

    /**
     * Who approved, or registered an approval on paper, neither runs nor seals. One person's two accounts or certificates count as
     * one.
     *
     * @param key null while it is not opened
     */
    void checkPersons(SqlExtractStore.Row row, Actor actor, SigningKey key) {
        if (isOne(row.approvedBy(), actor, key)) {
            throw new VigilException(
                    ErrorKind.REFUSED, "VG-EXTRACT-ONE-PERSON", ExtractText.APPROVER_SEALS.with(row.id()));
        }
        PaperLeave paper = Desk.approval(row).paper();
        if (paper != null && isOne(new MemberId(paper.registrar()), actor, key)) {
            throw new VigilException(
                            ErrorKind.REFUSED, "VG-EXTRACT-REGISTRAR-RUNS", ExtractText.REGISTRAR_RUNS.with(row.id()))
                    .why(ExtractText.REGISTRAR_WHY.with(paper.registrarName()));
        }
    }

    private boolean isOne(MemberId person, Actor actor, SigningKey key) {
        X509Certificate certificate = people.certificate(person);
        return people.samePerson(person, actor.memberId())
                || key != null && certificate != null && Certificates.samePerson(certificate, key.certificate());
    }

    /** A copy for looking at of each item, made within {@code folder}. */
    Map<Taken, CopyMaker.Made> views(
            SqlExtractStore.Row row, Actor actor, List<Taken> items, Path folder, Progress progress)
            throws IOException {
        CopyMaker maker = new CopyMaker(world, desk.config());
        String recipient = Desk.approval(row).recipient();
        Map<Taken, CopyMaker.Made> views = new IdentityHashMap<>();
        for (Taken item : items) {
            Path clip = item.facts().file();
            String name = name(item);
            views.put(
                    item,
                    maker.forPackage(
                            new ClipPlace(clip, 0, Files.size(clip)),
                            item.sheet().named(PackageVerifier.CLIPS + name, Hash.hex(Hash.sha256(clip)), null, null),
                            row.id(),
                            recipient,
                            actor.memberId(),
                            folder.resolve("view-" + views.size() + ".mp4"),
                            PackageVerifier.VIEWS + name,
                            progress));
        }
        return views;
    }

    /** Seals the items into as many parts as they need, all made within {@code folder}. */
    Made pack(
            SqlExtractStore.Row row,
            List<Taken> items,
            Map<Taken, CopyMaker.Made> views,
            Custody custody,
            Path folder,
            long maxPartBytes,
            ExtractRun.Sealer sealer,
            Instant intent,
            Progress progress)
            throws IOException {
        List<List<Taken>> parts = split(items, views, maxPartBytes);
        Instant now = world.now().truncatedTo(ChronoUnit.SECONDS);
        // Whole seconds must not put the seal before the intent that it carries.
        Instant sealing = now.isBefore(intent) ? now.plusSeconds(1) : now;
        List<PackageFacts> packages = new ArrayList<>();
        List<RunResult.Clip> clips = new ArrayList<>();
        List<Message> notes = new ArrayList<>();
        Message missing = null;
        if (sealer.authority() == null) {
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
                writer.add(PackageVerifier.CUSTODY, custody.lines());
                writer.add(PackageVerifier.CHECKPOINT, custody.checkpoint());
                writer.add(PackageVerifier.LOG_KEY, custody.vkey());
                custody.proofs()
                        .forEach((seq, proof) ->
                                writer.add(PackageVerifier.PROOF + seq + PackageVerifier.PROOF_ENDING, proof));
                scan(row, writer);
                List<ClipSheet> sheets = new ArrayList<>();
                for (Taken item : parts.get(part - 1)) {
                    ClipSheet sheet = add(writer, item);
                    view(writer, views.get(item));
                    sheets.add(sheet);
                    clips.add(clip(item, sheet));
                }
                writer.add(
                        PackageVerifier.RECORD,
                        Papers.pdf(new HandoverPaper(desk, row, Lang.VI)
                                .fill(sheets, List.of(), null, sealer.authority() != null)));
                Sealed sealed = writer.finish(sealer.key(), sealer.authority(), sealer.revocations());
                missing = missing != null ? missing : sealed.tsaFailure();
                if (sealed.revocationGap() != null) {
                    notes.add(sealed.revocationGap());
                }
                packages.add(new PackageFacts(
                        part,
                        parts.size(),
                        sealed.path(),
                        sealed.sha256(),
                        sealed.identity(),
                        sealed.size(),
                        sealed.level().name(),
                        false,
                        sealing,
                        null,
                        null));
            }
        }
        return new Made(packages, clips, missing, notes);
    }

    private static void view(AsiceWriter writer, CopyMaker.Made view) {
        if (view != null) {
            String name = view.sheet().file();
            writer.add(name, view.file());
            writer.add(name.substring(0, name.length() - ".mp4".length()) + ".json", view.sheetBytes());
        }
    }

    private static List<List<Taken>> split(List<Taken> items, Map<Taken, CopyMaker.Made> views, long maxPartBytes) {
        List<List<Taken>> parts = new ArrayList<>();
        long bytes = 0;
        for (Taken item : items) {
            CopyMaker.Made view = views.get(item);
            long size = item.bytes() + (view == null ? 0 : view.sheet().bytes());
            if (parts.isEmpty() || bytes + size > maxPartBytes) {
                parts.add(new ArrayList<>());
                bytes = 0;
            }
            parts.get(parts.size() - 1).add(item);
            bytes += size;
        }
        return parts;
    }

    private static String name(Taken item) {
        return item.camera() + "_" + STAMP.format(item.start()) + "_" + STAMP.format(item.end()) + ".mp4";
    }

    private static ClipSheet add(AsiceWriter writer, Taken item) {
        String name = PackageVerifier.CLIPS + name(item);
        String base = name.substring(0, name.length() - ".mp4".length());
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
        return named;
    }

    /** The sheet on which the approval was given, where it was. */
    private void scan(SqlExtractStore.Row row, AsiceWriter writer) {
        PaperLeave paper = Desk.approval(row).paper();
        if (paper == null) {
            return;
        }
        for (Scan scan : desk.register().scans(Approvals.key(row.id()))) {
            if (scan.sha256().equals(paper.scanSha256())) {
                Path file = desk.register().file(scan);
                String name = file.getFileName().toString();
                writer.add(PackageVerifier.APPROVAL_SCAN + name.substring(name.lastIndexOf('.') + 1), file);
                return;
            }
        }
        throw new VigilException(ErrorKind.NOT_GENUINE, "VG-EXTRACT-SCAN-GONE", ExtractText.SCAN_GONE.with(row.id()));
    }

    private static RunResult.Clip clip(Taken item, ClipSheet s) {
        return new RunResult.Clip(
                item.camera(),
                s.file(),
                s.firstPicture() == null ? null : item.start(),
                s.lastPicture() == null ? null : item.end(),
                s.keyFrameLead(),
                s.video().frames(),
                s.bytes(),
                s.gaps(),
                s.lost(),
                s.sha256());
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
                    Path encrypted = Path.of(file + Encryption.ENDING);
                    boolean isThere = Files.exists(encrypted) && Files.exists(Path.of(encrypted + ".sha256"));
                    found.add(new PackageFacts(
                            Integer.parseInt(name[name.length - 3]),
                            Integer.parseInt(name[name.length - 2]),
                            file,
                            Hash.hex(Hash.sha256(file)),
                            report.identity(),
                            Files.size(file),
                            report.seals().get(0).report().level().name(),
                            false,
                            report.seals().get(0).report().signingTime(),
                            isThere ? encrypted : null,
                            isThere ? Hash.hex(Hash.sha256(encrypted)) : null));
                }
            }
        }
        try (DirectoryStream<Path> sums = Files.newDirectoryStream(folder, "VIGIL-" + id + "-*.asice.*")) {
            for (Path sum : sums) {
                String name = sum.toString();
                if (!Files.exists(Path.of(name.substring(0, name.indexOf(".asice.") + ".asice".length())))) {
                    Files.delete(sum);
                }
            }
        }
        found.sort(Comparator.comparingInt(PackageFacts::part));
        if (!found.isEmpty() && found.size() != found.get(0).parts()) {
            for (PackageFacts p : found) {
                Files.deleteIfExists(p.file());
                Files.deleteIfExists(Path.of(p.file() + ".sha256"));
                Files.deleteIfExists(Path.of(p.file() + Encryption.ENDING));
                Files.deleteIfExists(Path.of(p.file() + Encryption.ENDING + ".sha256"));
            }
            found.clear();
        }
        return found;
    }
}
