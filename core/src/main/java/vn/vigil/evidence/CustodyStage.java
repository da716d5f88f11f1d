package vn.vigil.evidence;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.vigil.ledger.CustodyProof;
import vn.vigil.ledger.LedgerChain;
import vn.vigil.seal.Hash;
import vn.vigil.seal.PackageReport;

/** Whether the ledger's entries show this request, this approval and this run, and stand in the department's log. Pure. */
final class CustodyStage {
    private final Entries entries;
    private final PackageReport seals;

    CustodyStage(Entries entries, PackageReport seals) {
        this.entries = entries;
        this.seals = seals;
    }

    /** Returns when the run began. */
    Instant check(RequestSheet request, ApprovalSheet approval) throws Doubt {
        byte[] custody = entries.bytes(PackageVerifier.CUSTODY);
        List<String> lines = new String(custody, StandardCharsets.UTF_8).lines().toList();
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
                    allowed = Hash.hex(Hash.sha256(entries.bytes(PackageVerifier.APPROVAL)))
                                    .equals(detail(last, "sha256"))
                            && (approval.paper() == null
                                            ? approval.approver()
                                            : approval.paper().registrar())
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
        operator(approval, String.valueOf(personOf(last)));
        if (begun.isBefore(approval.approvedAt()) || !begun.isBefore(approval.expiresAt())) {
            throw new Doubt(EvidenceText.APPROVAL_EXPIRED_AT_RUN.with(begun));
        }
        Instant signed =
                seals.seals().isEmpty() ? null : seals.seals().get(0).report().signingTime();
        if (signed != null && signed.plus(Duration.ofSeconds(1)).isBefore(begun)) {
            throw new Doubt(EvidenceText.SEALED_BEFORE_RUN.with());
        }
        if (entries.version() > 1) {
            proven(custody);
        }
        return begun;
    }

    /** Who allowed it, or entered that it was allowed on paper, does not run it. */
    private static void operator(ApprovalSheet approval, String operator) throws Doubt {
        if (operator.equals(approval.approver())) {
            throw new Doubt(EvidenceText.APPROVER_RAN.with());
        }
        if (approval.paper() != null && operator.equals(approval.paper().registrar())) {
            throw new Doubt(EvidenceText.REGISTRAR_RAN.with());
        }
    }

    private void proven(byte[] custody) throws Doubt {
        Map<Long, byte[]> proofs = new TreeMap<>();
        for (String name : entries.beginning(PackageVerifier.PROOF)) {
            Long seq = number(name);
            if (seq == null) {
                throw new Doubt(EvidenceText.UNKNOWN_ENTRY.with(name));
            }
            proofs.put(seq, entries.bytes(name));
        }
        CustodyProof.Finding found = CustodyProof.check(
                custody, entries.bytes(PackageVerifier.CHECKPOINT), proofs, entries.bytes(PackageVerifier.LOG_KEY));
        if (found != null) {
            throw new Doubt(
                    switch (found.fault()) {
                        case KEY -> EvidenceText.SHEET_OTHER_FORM.with(PackageVerifier.LOG_KEY);
                        case CHECKPOINT -> EvidenceText.CHECKPOINT_UNSIGNED.with();
                        case MISSING -> EvidenceText.CUSTODY_UNPROVEN.with(found.entry());
                        case PROOF -> EvidenceText.CUSTODY_NOT_IN_LOG.with(found.entry());
                    });
        }
    }

    /** The entry's number in a proof's name; null for any other name. */
    private static Long number(String name) {
        int from = PackageVerifier.PROOF.length();
        int to = name.length() - PackageVerifier.PROOF_ENDING.length();
        if (to <= from || to - from > 15 || !name.endsWith(PackageVerifier.PROOF_ENDING)) {
            return null;
        }
        long n = 0;
        for (int i = from; i < to; i++) {
            char c = name.charAt(i);
            if (c < '0' || c > '9') {
                return null;
            }
            n = n * 10 + c - '0';
        }
        return name.equals(PackageVerifier.PROOF + n + PackageVerifier.PROOF_ENDING) ? n : null;
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
}
