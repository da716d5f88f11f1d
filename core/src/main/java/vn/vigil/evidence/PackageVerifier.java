package vn.vigil.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Progress;
import vn.vigil.base.VigilException;
import vn.vigil.seal.AsiceReader;
import vn.vigil.seal.CertificateFacts;
import vn.vigil.seal.PackageReport;
import vn.vigil.seal.SignatureReport;
import vn.vigil.seal.Stage;
import vn.vigil.seal.TrustAnchors;

/**
 * Judges an evidence package, more strictly than general validators: every entry sealed and none unknown, and request, approval,
 * custody and clips belonging together. Needs no site, no settings, no network. Stateless.
 */
public final class PackageVerifier {
    public static final String REQUEST = "data/request.json";
    public static final String APPROVAL = "data/approval.json";
    public static final String APPROVAL_SIGNATURE = "data/approval.p7s";
    /** Signed head of the department's log. */
    public static final String CHECKPOINT = "data/checkpoint";

    /** The key of that log. */
    public static final String LOG_KEY = "data/log.vkey";

    /** Begins the name of one entry's proof; its number and {@link #PROOF_ENDING} follow. */
    public static final String PROOF = "data/entry-";

    public static final String PROOF_ENDING = ".tlog-proof";

    /** Begins the name of the scanned sheet on which an approval was given; ends in pdf, jpg or png. */
    public static final String APPROVAL_SCAN = "data/approval-scan.";

    /** The hand-over record, its signatures blank. */
    public static final String RECORD = "BIEN-BAN-GIAO-NHAN.pdf";

    public static final String CUSTODY = "data/custody.jsonl";
    public static final String CLIPS = "data/clips/";

    /** Copies to be looked at, each naming its original. */
    public static final String VIEWS = "data/view/";

    public static final String GUIDE = "HUONG-DAN-KIEM-TRA.txt";

    private final Entries entries;
    private final ClipReadings readings;
    private final PackageReport seals;
    private final TrustAnchors anchors;
    private final Instant judgedAt;

    private PackageVerifier(
            AsiceReader reader, ClipReadings readings, PackageReport seals, TrustAnchors anchors, Instant now) {
        this.entries = new Entries(reader);
        this.readings = readings;
        this.seals = seals;
        this.anchors = anchors;
        this.judgedAt = seals.provenTime() == null ? now : seals.provenTime();
    }

    /**
     * Checks everything. Never throws for what the bytes hold.
     *
     * @param trust PEM or DER files of the roots that are believed, for signers and timestamp authorities, and of revocation lists
     * @param now the time as of which certificates are judged where no timestamp proves an earlier one
     * @throws vn.vigil.base.VigilException when a file is not there or cannot be read
     */
    public static Judgement judge(Path file, Collection<Path> trust, Instant now, Progress progress) {
        TrustAnchors anchors = TrustAnchors.read(trust);
        Found found = find(file, anchors, now, progress);
        PackageReport report = found.report();
        List<Judgement.Step> steps = new ArrayList<>();
        for (Stage stage : report.stages()) {
            boolean failed = stage.outcome() == Stage.Outcome.FAILED;
            steps.add(new Judgement.Step(stage.name(), !failed, stage.ok(), stage.reason()));
        }
        List<String> roots = new ArrayList<>();
        for (X509Certificate root : anchors.roots()) {
            CertificateFacts facts = CertificateFacts.of(root);
            roots.add(facts.fingerprint() + "  " + facts.name());
        }
        List<Judgement.Seal> seals = new ArrayList<>();
        for (PackageReport.Seal seal : report.seals()) {
            SignatureReport r = seal.report();
            seals.add(new Judgement.Seal(
                    r.signer() == null ? null : CertificateFacts.of(r.signer()).name(),
                    r.signingTime(),
                    r.provenTime(),
                    r.valid() ? r.level().name() : null,
                    r.trial()));
        }
        return new Judgement(
                file,
                switch (report.verdict()) {
                    case GENUINE -> Judgement.Verdict.GENUINE;
                    case GENUINE_TIME_NOT_PROVEN -> Judgement.Verdict.TIME_NOT_PROVEN;
                    case NOT_GENUINE -> Judgement.Verdict.NOT_GENUINE;
                },
                steps,
                seals,
                report.provenTime(),
                report.identity(),
                found.request(),
                found.approval(),
                found.clips(),
                roots);
    }

    /**
     * As {@link #judge(Path, Collection, Instant, Progress)}, by the roots of a site.
     *
     * @param folder the site's {@code *.pem}, {@code *.crt} and {@code *.cer} files
     * @throws VigilException USAGE when it holds none
     */
    public static Judgement judgeAtSite(Path file, Path folder, Instant now, Progress progress) {
        return judge(file, rootsOf(folder, file), now, progress);
    }

    /**
     * The roots of a site, and the revocation lists beside them.
     *
     * @param file what is to be judged, for the sentence
     * @throws VigilException USAGE when the folder holds none
     */
    public static List<Path> rootsOf(Path folder, Path file) {
        List<Path> roots = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> pems = Files.newDirectoryStream(folder, "*.{pem,crt,cer,crl}")) {
                pems.forEach(roots::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (roots.isEmpty()) {
            throw new VigilException(ErrorKind.USAGE, "VG-EXTRACT-NO-TRUST", EvidenceText.NO_TRUST.with())
                    .next(EvidenceText.NO_TRUST_NEXT.with(file));
        }
        Collections.sort(roots);
        return roots;
    }

    /** As {@link #judge}, for a caller that knows the anchors and wants each seal's report. */
    public static PackageReport verify(Path file, TrustAnchors anchors, Instant now, Progress progress) {
        return find(file, anchors, now, progress).report();
    }

    private static Found find(Path file, TrustAnchors anchors, Instant now, Progress progress) {
        try (AsiceReader reader = AsiceReader.open(file)) {
            ClipReadings readings = new ClipReadings(file, reader);
            try {
                PackageReport seals = reader.verify(anchors, now, progress);
                if (seals.failed() != null && seals.failed().name().equals("container")) {
                    return new Found(seals, null, null, List.of());
                }
                return new PackageVerifier(reader, readings, seals, anchors, now).judge();
            } finally {
                readings.stop();
            }
        }
    }

    private Found judge() {
        List<Stage> stages = new ArrayList<>();
        RequestSheet request = null;
        ApprovalSheet approval = null;
        List<ClipSheet> clips = List.of();
        String at = "request";
        try {
            request = entries.sheet(REQUEST, RequestSheet::of);
            entries.canonical(REQUEST, request.members());
            entries.onlyKnown();
            entries.ofVersion(REQUEST, request.version());
            stages.add(Stage.ok(at));
        } catch (Doubt d) {
            stages.add(Stage.failed(at, d.reason()));
        }
        if (request != null) {
            at = "approval";
            try {
                approval = new ApprovalStage(entries, seals, anchors, judgedAt).check(request);
                stages.add(Stage.ok(at));
            } catch (Doubt d) {
                stages.add(Stage.failed(at, d.reason()));
            }
        }
        if (approval != null) {
            Instant begun = null;
            try {
                begun = new CustodyStage(entries, seals).check(request, approval);
                stages.add(Stage.ok("custody"));
            } catch (Doubt d) {
                stages.add(Stage.failed("custody", d.reason()));
            }
            try {
                clips = new ClipStage(entries, readings).check(request, begun);
                CopyCheck.views(entries, request, clips);
                stages.add(Stage.ok("clips"));
            } catch (Doubt d) {
                stages.add(Stage.failed("clips", d.reason()));
            }
        }
        return new Found(seals.with(stages), request, approval, clips);
    }

    /** What was found in a package, as far as it could be read. */
    private record Found(PackageReport report, RequestSheet request, ApprovalSheet approval, List<ClipSheet> clips) {}
}
