package vn.vigil.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
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
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.Progress;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.Version;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.camera.Camera;
import vn.vigil.camera.ClockReading;
import vn.vigil.camera.SourceFacts;
import vn.vigil.camera.TimeBasis;
import vn.vigil.ledger.CanonicalJson;
import vn.vigil.media.ClipFacts;
import vn.vigil.media.Mp4Reader;
import vn.vigil.media.Mp4Writer;
import vn.vigil.media.TrackFacts;
import vn.vigil.people.People;
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

    /** A clip measured from disk, with all that its sheet says but the entry names and the file's hash. */
    record Item(CameraId camera, ClipFacts facts, ClipSheet sheet, Instant start, Instant end) {
        long bytes() {
            return facts.bytes();
        }

        /** Whether its camera time rests on nothing that the recorder told. */
        boolean timeAssumed() {
            return TimeBasis.ASKED.word().equals(sheet.timeBasis());
        }
    }

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

    /**
     * Reads a take back from disk and holds it against what was written.
     *
     * @throws VigilException when the disk gives back other pictures than it was given
     */
    static Item measure(
            Camera camera, RunResult.Planned planned, Recorder.Take take, SourceFacts source, Instant begun) {
        // The file's own hash is taken when it is copied into the package, so that it is read once less.
        ClipFacts read = Mp4Reader.read(
                take.facts().file(), 0, take.facts().file().toFile().length());
        TrackFacts video = read.video();
        if (!video.essenceSha256().equals(take.facts().video().essenceSha256())
                || video.units() != take.facts().video().units()) {
            throw new VigilException(ErrorKind.FAILED, "VG-EXTRACT-READ-BACK", ExtractText.READ_BACK.with(camera.id()));
        }
        boolean live = planned.asked() == null;
        ClockReading clock = source.clock();
        Duration offset = !live
                ? planned.offset()
                : clock == null ? null : Duration.ofMillis(clock.offset().toMillis());
        Duration error = !live
                ? planned.error()
                : clock == null ? null : Duration.ofMillis(clock.error().toMillis() + 1);
        Instant first = take.firstPicture();
        Instant last = take.lastPicture();
        if (live && offset != null && first != null && apart(first.minus(offset), begun)) {
            // The stream's clock is not the one that was measured.
            clock = null;
            offset = null;
            error = null;
        }
        // Recorded pictures of an unmeasured clock are taken as they are; live ones are known to come now.
        boolean placed = first != null && (!live || offset != null);
        Duration shift = offset == null ? Duration.ZERO : offset;
        Instant start = placed ? first.minus(shift) : millis(begun);
        Instant end =
                placed ? last.minus(shift) : start.plusMillis(video.duration().toMillis());
        // Live footage is asked for from its first picture on.
        TimeSpan asked =
                live ? new TimeSpan(start, start.plusMillis(video.duration().toMillis())) : planned.asked();
        Duration lead = Duration.between(start, asked.from());
        List<TimeSpan> gaps = new ArrayList<>();
        for (TimeSpan gap : source.gaps()) {
            if (first == null || gap.from().isBefore(last) && gap.to().isAfter(first)) {
                gaps.add(new TimeSpan(millis(gap.from()), millis(gap.to())));
            }
        }
        ClipSheet sheet = new ClipSheet(
                new ClipSheet.Camera(
                        camera.id().value(),
                        camera.name(),
                        source.device().model(),
                        source.device().serial(),
                        source.device().firmware(),
                        source.url(),
                        source.driver()),
                asked,
                new ClipSheet.Clock(
                        offset,
                        error,
                        clock == null ? "not measured" : clock.how().name().toLowerCase(Locale.ROOT),
                        clock == null ? null : millis(clock.measuredAt())),
                first,
                last,
                source.timeBasis() == null ? null : source.timeBasis().word(),
                lead.isNegative() ? Duration.ZERO : lead,
                gaps,
                source.packets(),
                source.lost(),
                new ClipSheet.Video(
                        video.codec().name(),
                        video.width(),
                        video.height(),
                        video.units(),
                        video.keyUnits(),
                        video.duration(),
                        video.essenceSha256()),
                null,
                null,
                "",
                read.bytes(),
                "",
                "vigil " + Version.NUMBER + "; FFmpeg " + Mp4Writer.library());
        return new Item(camera.id(), take.facts(), sheet, start, end);
    }

    private static boolean apart(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(ClipCheck.LIVE_CLOCK) > 0;
    }

    private static Instant millis(Instant t) {
        return t.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Seals the items into as many parts as they need, all made within {@code folder}. */
    Made pack(
            SqlExtractStore.Row row,
            FileRequest content,
            List<Item> items,
            byte[] custody,
            Path folder,
            long maxPartBytes,
            SigningKey key,
            TimestampClient authority,
            Instant intent,
            Progress progress)
            throws IOException {
        List<List<Item>> parts = split(items, maxPartBytes);
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
                for (Item item : parts.get(part - 1)) {
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

    private static List<List<Item>> split(List<Item> items, long maxPartBytes) {
        List<List<Item>> parts = new ArrayList<>();
        long bytes = 0;
        for (Item item : items) {
            if (parts.isEmpty() || bytes + item.bytes() > maxPartBytes) {
                parts.add(new ArrayList<>());
                bytes = 0;
            }
            parts.get(parts.size() - 1).add(item);
            bytes += item.bytes();
        }
        return parts;
    }

    private static RunResult.Clip add(AsiceWriter writer, Item item) {
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
        ClipSheet named = new ClipSheet(
                s.camera(),
                s.asked(),
                s.clock(),
                s.firstPicture(),
                s.lastPicture(),
                s.timeBasis(),
                s.keyFrameLead(),
                s.gaps(),
                s.packets(),
                s.lost(),
                s.video(),
                audioName,
                audioSha256,
                name,
                s.bytes(),
                sha256,
                s.tools());
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
        try (InputStream in = Packager.class.getResourceAsStream(PackageVerifier.GUIDE)) {
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
