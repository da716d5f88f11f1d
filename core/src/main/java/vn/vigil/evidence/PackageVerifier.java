package vn.vigil.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.Progress;
import vn.vigil.base.VigilException;
import vn.vigil.ledger.CanonicalJson;
import vn.vigil.ledger.LedgerChain;
import vn.vigil.seal.AsiceReader;
import vn.vigil.seal.Cades;
import vn.vigil.seal.CertificateFacts;
import vn.vigil.seal.Certificates;
import vn.vigil.seal.Hash;
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
    public static final String GUIDE = "HUONG-DAN-KIEM-TRA.txt";

    private static final long MAX_ENTRY = 8L << 20;

    private static final Set<String> KNOWN = Set.of(
            "mimetype",
            "bagit.txt",
            "bag-info.txt",
            "manifest-sha256.txt",
            "tagmanifest-sha256.txt",
            REQUEST,
            APPROVAL,
            APPROVAL_SIGNATURE,
            CUSTODY,
            CHECKPOINT,
            LOG_KEY,
            GUIDE,
            RECORD);

    /** The package's own entries could not be read as what they should be. */
    private static final class Doubt extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Message reason;

        Doubt(Message reason) {
            this.reason = reason;
        }
    }

    private final AsiceReader reader;
    private final ClipReadings readings;
    private final PackageReport seals;
    private final TrustAnchors anchors;
    private final Instant judgedAt;

    private PackageVerifier(
            AsiceReader reader, ClipReadings readings, PackageReport seals, TrustAnchors anchors, Instant now) {
        this.reader = reader;
        this.readings = readings;
        this.seals = seals;
        this.anchors = anchors;
        this.judgedAt = seals.provenTime() == null ? now : seals.provenTime();
    }

    /**
     * Checks everything. Never throws for what the bytes hold.
     *
     * @param trust PEM or DER files of the roots that are believed, for signers and timestamp authorities
     * @param now the time as of which certificates are judged where no timestamp proves an earlier one
     * @throws vn.vigil.base.VigilException when a file is not there or cannot be read
     */
    public static Judgement judge(Path file, Collection<Path> trust, Instant now, Progress progress) {
        TrustAnchors anchors = TrustAnchors.read(trust);
        PackageReport report = verify(file, anchors, now, progress);
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
        SignatureReport seal =
                report.seals().isEmpty() ? null : report.seals().get(0).report();
        return new Judgement(
                file,
                switch (report.verdict()) {
                    case GENUINE -> Judgement.Verdict.GENUINE;
                    case GENUINE_TIME_NOT_PROVEN -> Judgement.Verdict.TIME_NOT_PROVEN;
                    case NOT_GENUINE -> Judgement.Verdict.NOT_GENUINE;
                },
                steps,
                seal == null || seal.signer() == null
                        ? null
                        : CertificateFacts.of(seal.signer()).name(),
                seal == null ? null : seal.signingTime(),
                report.provenTime(),
                report.identity(),
                roots);
    }

    /**
     * As {@link #judge(Path, Collection, Instant, Progress)}, by the roots of a site.
     *
     * @param folder the site's {@code *.pem}, {@code *.crt} and {@code *.cer} files
     * @throws VigilException USAGE when it holds none
     */
    public static Judgement judgeAtSite(Path file, Path folder, Instant now, Progress progress) {
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
        return judge(file, roots, now, progress);
    }

    /** As {@link #judge}, for a caller that knows the anchors and wants each seal's report. */
    public static PackageReport verify(Path file, TrustAnchors anchors, Instant now, Progress progress) {
        try (AsiceReader reader = AsiceReader.open(file)) {
            ClipReadings readings = new ClipReadings(file, reader);
            try {
                PackageReport seals = reader.verify(anchors, now, progress);
                if (seals.failed() != null && seals.failed().name().equals("container")) {
                    return seals;
                }
                return new PackageVerifier(reader, readings, seals, anchors, now).judge();
            } finally {
                readings.stop();
            }
        }
    }

    private PackageReport judge() {
        List<Stage> stages = new ArrayList<>();
        RequestSheet request = null;
        ApprovalSheet approval = null;
        try {
            request = Sheet.read(entry(REQUEST), RequestSheet::of);
            canonical(REQUEST, request.members());
            onlyKnownEntries();
            stages.add(Stage.ok("request"));
        } catch (Doubt d) {
            stages.add(Stage.failed("request", d.reason));
        } catch (Sheet.SheetException e) {
            stages.add(Stage.failed("request", EvidenceText.BAD_SHEET.with(REQUEST, e.getMessage())));
        }
        if (request != null) {
            try {
                approval = approved(request);
                stages.add(Stage.ok("approval"));
            } catch (Doubt d) {
                stages.add(Stage.failed("approval", d.reason));
            } catch (Sheet.SheetException e) {
                stages.add(Stage.failed("approval", EvidenceText.BAD_SHEET.with(APPROVAL, e.getMessage())));
            }
        }
        if (approval != null) {
            Instant begun = null;
            try {
                begun = custody(request, approval);
                stages.add(Stage.ok("custody"));
            } catch (Doubt d) {
                stages.add(Stage.failed("custody", d.reason));
            }
            try {
                clips(request, begun);
                stages.add(Stage.ok("clips"));
            } catch (Doubt d) {
                stages.add(Stage.failed("clips", d.reason));
            }
        }
        return seals.with(stages);
    }

    private void onlyKnownEntries() throws Doubt {
        for (String name : reader.names()) {
            if (!KNOWN.contains(name) && !name.startsWith("META-INF/") && !name.startsWith(CLIPS) 
                    && !name.startsWith(APPROVAL_SCAN)
                    && !name.startsWith(PROOF)) {
                throw new Doubt(EvidenceText.UNKNOWN_ENTRY.with(name));
            }
        }
    }

    private ApprovalSheet approved(RequestSheet request) throws Doubt, Sheet.SheetException {
        byte[] bytes = entry(APPROVAL);
        ApprovalSheet approval = Sheet.read(bytes, ApprovalSheet::of);
        canonical(APPROVAL, approval.members());
        if (!approval.request().equals(request.id().toString())
                || !approval.requestSha256().equals(Hash.hex(Hash.sha256(entry(REQUEST))))) {
            throw new Doubt(EvidenceText.APPROVAL_OF_ANOTHER.with());
        }
        if (!approval.allows(request.content())) {
            throw new Doubt(EvidenceText.APPROVAL_DIFFERS.with());
        }
        SignatureReport signature = Cades.verify(entry(APPROVAL_SIGNATURE), bytes, anchors, judgedAt);
        if (!signature.valid()) {
            throw new Doubt(EvidenceText.APPROVAL_SIGNATURE_BAD.with(signature.reason()));
        }
        if (approval.paper() != null) {
            return onPaper(request, approval);
        }
        String fingerprint = CertificateFacts.of(signature.signer()).fingerprint();
        if (!fingerprint.equals(approval.approverCertificate())) {
            throw new Doubt(EvidenceText.APPROVAL_OTHER_CERTIFICATE.with());
        }
        boolean requesterApproves =
                approval.approver().equals(request.filedBy()) || fingerprint.equals(request.filedByCertificate());
        if (requesterApproves || sealedBy(signature.signer())) {
            throw new Doubt(EvidenceText.OWN_APPROVAL.with());
        }
        if (approval.approvedAt().isBefore(request.filedAt())
                || !approval.expiresAt().isAfter(approval.approvedAt())) {
            throw new Doubt(EvidenceText.APPROVAL_TIMES.with());
        }
        return approval;
    }

    /** The department's key speaks for what the scanned sheet says; the sheet itself lies in the package. */
    private ApprovalSheet onPaper(RequestSheet request, ApprovalSheet approval) throws Doubt {
        boolean there = false;
        for (String name : reader.names()) {
            there |= name.startsWith(APPROVAL_SCAN)
                    && reader.sha256(name).equals(approval.paper().scanSha256());
        }
        if (!there) {
            throw new Doubt(EvidenceText.ENTRY_MISSING.with(APPROVAL_SCAN));
        }
        if (approval.approver().equals(request.filedBy())) {
            throw new Doubt(EvidenceText.OWN_APPROVAL.with());
        }
        return approval;
    }

    /** One person's two certificates count as one: who approves may not seal as well. */
    private boolean sealedBy(X509Certificate approver) {
        for (PackageReport.Seal seal : seals.seals()) {
            X509Certificate signer = seal.report().signer();
            if (signer != null && Certificates.samePerson(signer, approver)) {
                return true;
            }
        }
        return false;
    }

    /** Returns when the run began. */
    private Instant custody(RequestSheet request, ApprovalSheet approval) throws Doubt {
        List<String> lines =
                new String(entry(CUSTODY), StandardCharsets.UTF_8).lines().toList();
        LedgerChain.BadLine bad = LedgerChain.check(lines);
        if (bad != null) {
            throw new Doubt(EvidenceText.CUSTODY_BROKEN.with(bad.line()));
        }
        boolean filed = false;
        boolean allowed = false;
        boolean usedOrRefused = false;
        LedgerChain.Parsed last = null;
        for (String line : lines) {
            last = LedgerChain.parse(LedgerChain.bodyOf(line));
            if (!last.subject().equals(request.id().toString())) {
                throw new Doubt(EvidenceText.CUSTODY_OF_ANOTHER.with(last.subject()));
            }
            switch (last.act()) {
                case Acts.REQUEST ->
                    filed = approval.requestSha256().equals(detail(last, "sha256"))
                            && request.filedBy().equals(personOf(last));
                case Acts.APPROVE ->
                    allowed = Hash.hex(Hash.sha256(entry(APPROVAL))).equals(detail(last, "sha256"))
                            && (approval.paper() == null ? approval.approver() : approval.paper().registrar())
                                    .equals(personOf(last));
                case Acts.REFUSE, Acts.WITHDRAW -> usedOrRefused = true;
                case Acts.RUN -> usedOrRefused |= "done".equals(detail(last, "result"));
                default -> {
                    // What else was noted of the request: it belongs to the chain and decides nothing here.
                }
            }
        }
        Instant begun =
                last == null || !last.act().equals(Acts.RUN) || !last.phase().equals("intent")
                        ? null
                        : instant(last.time());
        if (!filed || !allowed || usedOrRefused || begun == null) {
            throw new Doubt(EvidenceText.CUSTODY_INCOMPLETE.with());
        }
        if (begun.isBefore(approval.approvedAt()) || !begun.isBefore(approval.expiresAt())) {
            throw new Doubt(EvidenceText.APPROVAL_EXPIRED_AT_RUN.with(begun));
        }
        Instant signed =
                seals.seals().isEmpty() ? null : seals.seals().get(0).report().signingTime();
        if (signed != null && signed.plus(Duration.ofSeconds(1)).isBefore(begun)) {
            throw new Doubt(EvidenceText.SEALED_BEFORE_RUN.with());
        }
        return begun;
    }

    private static Object detail(LedgerChain.Parsed entry, String name) {
        return entry.content().get("details") instanceof Map<?, ?> details ? details.get(name) : null;
    }

    private static Object personOf(LedgerChain.Parsed entry) {
        return entry.content().get("actor") instanceof Map<?, ?> actor ? actor.get("person") : null;
    }

    /** Null when it is none. */
    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private void clips(RequestSheet request, Instant begun) throws Doubt {
        Set<String> accounted = new HashSet<>();
        Map<String, Duration> taken = new HashMap<>();
        for (String name : reader.names()) {
            if (name.startsWith(CLIPS) && name.endsWith(".json")) {
                try {
                    ClipSheet sheet = Sheet.read(entry(name), ClipSheet::of);
                    canonical(name, sheet.members());
                    Message wrong = ClipCheck.against(reader, readings, name, sheet, request.content(), begun);
                    if (wrong != null) {
                        throw new Doubt(wrong);
                    }
                    accounted.add(name);
                    accounted.add(sheet.file());
                    accounted.add(sheet.audioFile());
                    enough(sheet, request.content(), taken);
                } catch (DateTimeException | ArithmeticException e) {
                    throw new Doubt(EvidenceText.CLIP_OUTSIDE.with(name));
                } catch (Sheet.SheetException e) {
                    throw new Doubt(EvidenceText.BAD_SHEET.with(name, e.getMessage()));
                }
            }
        }
        if (accounted.isEmpty()) {
            throw new Doubt(EvidenceText.NO_CLIP.with());
        }
        for (String name : reader.names()) {
            if (name.startsWith(CLIPS) && !accounted.contains(name)) {
                throw new Doubt(EvidenceText.UNKNOWN_ENTRY.with(name));
            }
        }
    }

    /** Several clips of one camera together last no longer than what was approved. */
    private static void enough(ClipSheet sheet, FileRequest request, Map<String, Duration> taken) throws Doubt {
        Duration lasts = sheet.firstPicture() == null
                ? sheet.video().duration()
                : Duration.between(sheet.firstPicture(), sheet.lastPicture());
        Duration all = taken.merge(sheet.camera().id(), lasts, Duration::plus);
        Duration most = Duration.ZERO;
        for (Wanted w : request.wanted()) {
            if (w.camera().value().equals(sheet.camera().id())) {
                most = most.plus(w.asked().length()).plus(ClipCheck.LONGEST_LEAD).plus(ClipCheck.LONGEST_TAIL);
            }
        }
        if (all.compareTo(most) > 0) {
            throw new Doubt(EvidenceText.CLIP_OUTSIDE.with(sheet.file()));
        }
    }

    /** Nothing hides in a sheet that its reader does not know, and what it tells twice is the same. */
    private void canonical(String name, Map<String, Object> members) throws Doubt {
        boolean same;
        try {
            same = Arrays.equals(CanonicalJson.bytes(members), entry(name));
        } catch (IllegalArgumentException e) {
            same = false;
        }
        if (!same) {
            throw new Doubt(EvidenceText.SHEET_OTHER_FORM.with(name));
        }
    }

    private byte[] entry(String name) throws Doubt {
        if (!reader.has(name)) {
            throw new Doubt(EvidenceText.ENTRY_MISSING.with(name));
        }
        if (reader.size(name) > MAX_ENTRY) {
            throw new Doubt(EvidenceText.SHEET_OTHER_FORM.with(name));
        }
        return reader.small(name);
    }
}
