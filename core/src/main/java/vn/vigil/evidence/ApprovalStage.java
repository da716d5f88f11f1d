package vn.vigil.evidence;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import vn.vigil.seal.Cades;
import vn.vigil.seal.CertificateFacts;
import vn.vigil.seal.Certificates;
import vn.vigil.seal.Hash;
import vn.vigil.seal.PackageReport;
import vn.vigil.seal.SignatureReport;
import vn.vigil.seal.TrustAnchors;

/** Whether another person allowed exactly this request, by key or on paper. Pure. */
final class ApprovalStage {
    private final Entries entries;
    private final PackageReport seals;
    private final TrustAnchors anchors;
    private final Instant judgedAt;

    ApprovalStage(Entries entries, PackageReport seals, TrustAnchors anchors, Instant judgedAt) {
        this.entries = entries;
        this.seals = seals;
        this.anchors = anchors;
        this.judgedAt = judgedAt;
    }

    ApprovalSheet check(RequestSheet request) throws Doubt {
        byte[] bytes = entries.bytes(PackageVerifier.APPROVAL);
        ApprovalSheet approval = entries.sheet(PackageVerifier.APPROVAL, ApprovalSheet::of);
        entries.canonical(PackageVerifier.APPROVAL, approval.members());
        entries.ofVersion(PackageVerifier.APPROVAL, approval.version());
        if (!approval.request().equals(request.id().toString())
                || !approval.requestSha256().equals(Hash.hex(Hash.sha256(entries.bytes(PackageVerifier.REQUEST))))) {
            throw new Doubt(EvidenceText.APPROVAL_OF_ANOTHER.with());
        }
        if (!approval.allows(request.content())) {
            throw new Doubt(EvidenceText.APPROVAL_DIFFERS.with());
        }
        SignatureReport signature =
                Cades.verify(entries.bytes(PackageVerifier.APPROVAL_SIGNATURE), bytes, anchors, judgedAt);
        if (!signature.valid()) {
            throw new Doubt(EvidenceText.APPROVAL_SIGNATURE_BAD.with(signature.reason()));
        }
        if (approval.approver().equals(request.filedBy())) {
            throw new Doubt(EvidenceText.OWN_APPROVAL.with());
        }
        if (approval.paper() == null) {
            byKey(request, approval, signature.signer());
        } else {
            onPaper(request, approval, signature.signer());
        }
        if (approval.approvedAt().isBefore(request.filedAt())
                || !approval.expiresAt().isAfter(approval.approvedAt())) {
            throw new Doubt(EvidenceText.APPROVAL_TIMES.with());
        }
        counterseal(approval, signature.signer());
        return approval;
    }

    private void byKey(RequestSheet request, ApprovalSheet approval, X509Certificate signer) throws Doubt {
        String fingerprint = CertificateFacts.of(signer).fingerprint();
        if (!fingerprint.equals(approval.approverCertificate())) {
            throw new Doubt(EvidenceText.APPROVAL_OTHER_CERTIFICATE.with());
        }
        if (fingerprint.equals(request.filedByCertificate()) || sealedFirstBy(signer)) {
            throw new Doubt(EvidenceText.OWN_APPROVAL.with());
        }
        Entries.allOf(entries.beginning(PackageVerifier.APPROVAL_SCAN), List.of());
    }

    /** The body's own key speaks for what the sheet says; the sheet lies in the package as it was scanned. */
    private void onPaper(RequestSheet request, ApprovalSheet approval, X509Certificate signer) throws Doubt {
        PaperLeave paper = approval.paper();
        CertificateFacts facts = CertificateFacts.of(signer);
        boolean ofTheBody =
                facts.name().equals(request.body()) || facts.subject().contains("O=" + facts.name());
        if (!ofTheBody
                || facts.fingerprint().equals(paper.registrarCertificate())
                || facts.fingerprint().equals(request.filedByCertificate())
                || facts.fingerprint().equals(approval.approverCertificate())) {
            throw new Doubt(EvidenceText.PAPER_NOT_OF_THE_BODY.with(facts.name()));
        }
        List<String> scans = entries.beginning(PackageVerifier.APPROVAL_SCAN);
        if (scans.size() != 1 || !entries.reader().sha256(scans.get(0)).equals(paper.scanSha256())) {
            throw new Doubt(EvidenceText.PAPER_OTHER_SCAN.with());
        }
    }

    /** One person's two certificates count as one: who approves may not seal as well. */
    private boolean sealedFirstBy(X509Certificate approver) {
        X509Certificate signer =
                seals.seals().isEmpty() ? null : seals.seals().get(0).report().signer();
        return signer != null && Certificates.samePerson(signer, approver);
    }

    /** A second seal is the approver's, and nobody else's; there is no third. */
    private void counterseal(ApprovalSheet approval, X509Certificate approver) throws Doubt {
        if (seals.seals().size() > 2) {
            throw new Doubt(EvidenceText.SEALS_TOO_MANY.with());
        }
        if (seals.seals().size() == 2) {
            X509Certificate second = seals.seals().get(1).report().signer();
            boolean approvers = second != null
                    && (approval.paper() == null
                            ? Certificates.samePerson(second, approver)
                            : CertificateFacts.of(second).fingerprint().equals(approval.approverCertificate()));
            if (!approvers) {
                throw new Doubt(EvidenceText.COUNTERSEAL_OF_ANOTHER.with());
            }
        }
    }
}
