package vn.vigil.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.config.Setting;
import vn.vigil.evidence.Acts;
import vn.vigil.evidence.ApprovalSheet;
import vn.vigil.evidence.FileRequest;
import vn.vigil.evidence.PaperLeave;
import vn.vigil.evidence.RequestSheet;
import vn.vigil.ledger.CanonicalJson;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Proof;
import vn.vigil.ledger.Who;
import vn.vigil.people.ActingAs;
import vn.vigil.people.Actor;
import vn.vigil.people.KeySource;
import vn.vigil.people.Member;
import vn.vigil.people.Office;
import vn.vigil.people.Power;
import vn.vigil.register.Scan;
import vn.vigil.seal.Cades;
import vn.vigil.seal.CertificateFacts;
import vn.vigil.seal.Certificates;
import vn.vigil.seal.Hash;
import vn.vigil.seal.Revocations;
import vn.vigil.seal.SigningGate;
import vn.vigil.seal.SigningKey;

/** The second person's leave, by key or on paper, and the refusal (clauses 7.3c, 8.4l, A6). */
final class Approvals {
    private static final Duration LONGEST = Duration.ofDays(90);

    private final Desk desk;

    Approvals(Desk desk) {
        this.desk = desk;
    }

    static void validity(Duration validity) {
        if (validity.isNegative() || validity.isZero() || validity.compareTo(LONGEST) > 0) {
            throw new VigilException(ErrorKind.USAGE, "VG-EXTRACT-VALIDITY", ExtractText.BAD_VALIDITY.with());
        }
    }

    Filed byKey(Actor actor, CaseId id, KeySource key, Duration validity) {
        validity(validity);
        SqlExtractStore.Row row = desk.row(id);
        RequestSheet request = Desk.sheet(row);
        if (actor.member() != null && desk.people().samePerson(actor.memberId(), row.filedBy())) {
            throw ownApproval(id, request);
        }
        desk.people().require(actor, Power.APPROVE_EXTRACTION);
        if (row.state() == ExtractState.APPROVED && actor.memberId().equals(row.approvedBy())) {
            return desk.store().read(tx -> desk.unchanged(tx, id));
        }
        Desk.undecided(row);
        SigningKey signer = desk.people().signer(actor.member(), key);
        X509Certificate mine = signer.certificate();
        String certificate = CertificateFacts.of(mine).fingerprint();
        X509Certificate filer = desk.people().certificate(row.filedBy());
        if (certificate.equals(request.filedByCertificate()) || filer != null && Certificates.samePerson(mine, filer)) {
            throw ownApproval(id, request);
        }
        Instant now = desk.now();
        SigningGate.check(
                signer, new Revocations(desk.world(), null, desk.people().trustAnchors()), now);
        ApprovalSheet approval = sheet(row, request, actor.member(), certificate, null, now, validity);
        Who who = new Who(actor.who().account(), actor.who().person(), Proof.KEY);
        return write(row, approval, signer, now, who, Map.of());
    }

    /**
     * Whether that person could have approved that day on that sheet; the request need not be there yet.
     *
     * @param filer who filed the request, or files it now
     * @return who signed
     */
    Member signer(Actor actor, PaperApproval paper, MemberId filer) {
        String demanded = desk.config().text(Setting.EXTRACT_APPROVAL);
        if (!demanded.equals("key") && !demanded.equals("paper")) {
            throw new VigilException(
                    ErrorKind.USAGE,
                    "VG-EXTRACT-SETTING",
                    ExtractText.BAD_APPROVAL_SETTING.with(Setting.EXTRACT_APPROVAL.key(), demanded));
        }
        if (demanded.equals("key")) {
            throw new VigilException(ErrorKind.REFUSED, "VG-EXTRACT-KEY-ONLY", ExtractText.KEY_ONLY.with())
                    .why(ExtractText.KEY_ONLY_WHY.with());
        }
        desk.people().require(actor, Power.KEEP_REGISTER);
        List<Message> faults = new ArrayList<>();
        if (paper.date() == null) {
            faults.add(ExtractText.FIELD_MISSING.with("--date"));
        } else if (paper.date().isAfter(desk.today())) {
            faults.add(ExtractText.SHEET_IN_FUTURE.with(paper.date()));
        }
        Desk.refuse(faults);
        Member signer = desk.people().show(paper.signer().value());
        if (desk.people().samePerson(signer.id(), filer)) {
            throw new VigilException(ErrorKind.REFUSED, "VG-EXTRACT-OWN-APPROVAL", ExtractText.OWN_PAPER_REFUSED.with())
                    .why(ExtractText.OWN_APPROVAL_WHY.with(signer.name()));
        }
        if (!couldApprove(signer, paper.date())) {
            throw new VigilException(
                            ErrorKind.DENIED,
                            "VG-EXTRACT-SIGNER",
                            ExtractText.SIGNER_WITHOUT_OFFICE.with(signer.name(), paper.date()))
                    .why(ExtractText.SIGNER_WHY.with())
                    .next(ExtractText.SIGNER_NEXT.with());
        }
        return signer;
    }

    /** By the board's office, or a written delegation that lends this very power, at noon of that day. */
    private boolean couldApprove(Member signer, LocalDate day) {
        Instant noon = day.atTime(LocalTime.NOON).atZone(desk.config().zone()).toInstant();
        for (ActingAs one : desk.people().actsAs(Office.BOARD, noon)) {
            if (one.member().id().equals(signer.id()) && one.covers(Power.APPROVE_EXTRACTION.id())) {
                return true;
            }
        }
        return false;
    }

    Filed onPaper(Actor actor, CaseId id, PaperApproval paper, Duration validity) {
        validity(validity);
        SqlExtractStore.Row row = desk.row(id);
        RequestSheet request = Desk.sheet(row);
        Member signer = signer(actor, paper, row.filedBy());
        if (row.state() == ExtractState.APPROVED) {
            PaperLeave there = Desk.approval(row).paper();
            if (there != null && there.scanSha256().equals(sha256(paper.scan()))) {
                return desk.store().read(tx -> desk.unchanged(tx, id));
            }
        }
        Desk.undecided(row);
        if (!desk.keys().hasDepartmentKey()) {
            // Tells how to make one.
            desk.keys().sealer(null, null);
        }
        Scan scan = scan(actor, id, paper, signer);
        Instant now = desk.now();
        Member registrar = actor.member();
        PaperLeave leave = new PaperLeave(
                scan.sha256(),
                scan.number() == null ? "" : scan.number(),
                scan.signedDay(),
                registrar.id().value(),
                registrar.name(),
                registrar.certificateSha256());
        ApprovalSheet approval = sheet(row, request, signer, signer.certificateSha256(), leave, now, validity);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("scan", scan.sha256());
        details.put("signer", signer.id().value());
        Who who = new Who(actor.who().account(), actor.who().person(), Proof.PAPER);
        return write(row, approval, desk.keys().sealer(null, null), now, who, details);
    }

    private Scan scan(Actor actor, CaseId id, PaperApproval paper, Member signer) {
        if (isTiff(paper.scan())) {
            throw new VigilException(ErrorKind.USAGE, "VG-EXTRACT-SCAN-KIND", ExtractText.SCAN_KIND.with());
        }
        return desk.register()
                .scan(actor, key(id), paper.scan(), signer.name(), paper.date(), Desk.tidyOrNull(paper.number()))
                .scan();
    }

    /** What the register takes but a recipient's computer may not show. */
    private static boolean isTiff(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            String begin = new String(in.readNBytes(2), StandardCharsets.ISO_8859_1);
            return begin.equals("II") || begin.equals("MM");
        } catch (IOException e) {
            return false; // the register says what is wrong with it
        }
    }

    /** Null when it cannot be read. */
    private static String sha256(Path file) {
        try {
            return Hash.hex(Hash.sha256(file));
        } catch (IOException e) {
            return null;
        }
    }

    /** Under which document the scans of a request's approval are registered. */
    static String key(CaseId id) {
        return "extract/" + id + "/approval";
    }

    private static ApprovalSheet sheet(
            SqlExtractStore.Row row,
            RequestSheet request,
            Member approver,
            String certificate,
            PaperLeave paper,
            Instant now,
            Duration validity) {
        FileRequest content = request.content();
        return new ApprovalSheet(
                ApprovalSheet.VERSION,
                row.id().toString(),
                row.requestSha256(),
                approver.id().value(),
                approver.name(),
                certificate,
                paper,
                content.wanted(),
                content.purpose(),
                content.recipient(),
                now,
                now.plus(validity).truncatedTo(ChronoUnit.SECONDS));
    }

    private Filed write(
            SqlExtractStore.Row row,
            ApprovalSheet approval,
            SigningKey signer,
            Instant now,
            Who who,
            Map<String, Object> more) {
        CaseId id = row.id();
        byte[] bytes = CanonicalJson.bytes(approval.members());
        byte[] signature = Cades.sign(bytes, signer, now);
        Map<String, Object> details = new LinkedHashMap<>(more);
        details.put("sha256", Desk.sha256(bytes));
        return desk.store().write(tx -> {
            Desk.undecided(Desk.row(tx, id));
            SqlExtractStore.approve(
                    tx, id, bytes, signature, new MemberId(approval.approver()), now, approval.expiresAt());
            desk.ledger().append(tx, new Entry(who, Acts.APPROVE, id.toString(), details));
            return desk.written(tx, id);
        });
    }

    Filed refuse(Actor actor, CaseId id, String reason) {
        desk.people().require(actor, Power.APPROVE_EXTRACTION);
        SqlExtractStore.Row row = desk.row(id);
        String why = Desk.tidy(reason);
        if (row.state() == ExtractState.REFUSED && why.equals(row.refusedReason())) {
            return desk.store().read(tx -> desk.unchanged(tx, id));
        }
        Desk.undecided(row);
        Instant now = desk.now();
        return desk.store().write(tx -> {
            Desk.undecided(Desk.row(tx, id));
            SqlExtractStore.end(tx, id, ExtractState.REFUSED, why, now);
            desk.ledger().append(tx, new Entry(actor.who(), Acts.REFUSE, id.toString(), Map.of("reason", why)));
            return desk.written(tx, id);
        });
    }

    private static VigilException ownApproval(CaseId id, RequestSheet request) {
        return new VigilException(
                        ErrorKind.REFUSED, "VG-EXTRACT-OWN-APPROVAL", ExtractText.OWN_APPROVAL_REFUSED.with(id))
                .why(ExtractText.OWN_APPROVAL_WHY.with(request.filedByName()))
                .next(ExtractText.OWN_APPROVAL_NEXT.with(id));
    }
}
