package vn.vigil.extract;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.vigil.base.CaseId;
import vn.vigil.base.MemberId;
import vn.vigil.evidence.FileRequest;
import vn.vigil.evidence.PaperLeave;

/**
 * A request on record.
 *
 * @param id its number
 * @param content what is asked
 * @param state how far it has come
 * @param filedBy who filed it
 * @param filedAt when, UTC
 * @param decidedBy who approved it; null while nobody has
 * @param decidedAt when it was approved, refused or withdrawn; null while it was not
 * @param expiresAt a run must begin before; null while not approved
 * @param refusedReason why it was refused or withdrawn; null when it was not
 * @param paper the sheet that the approval was given on; null when it was given by key, or not given
 * @param laterPaper the paper of an emergency; null when it is none
 * @param packages finished packages, by part, the newest of each; empty until done, and in lists
 * @param deliveries hand-overs, oldest first; empty in lists
 * @param receipts the recipient's codes by part; empty in lists
 * @param outcome what it led to; null while nobody has said
 */
public record ExtractRequest(
        CaseId id,
        FileRequest content,
        ExtractState state,
        MemberId filedBy,
        Instant filedAt,
        MemberId decidedBy,
        Instant decidedAt,
        Instant expiresAt,
        String refusedReason,
        PaperLeave paper,
        LaterPaper laterPaper,
        List<PackageFacts> packages,
        List<Delivery> deliveries,
        Map<Integer, String> receipts,
        CaseOutcome outcome) {
    public ExtractRequest {
        packages = List.copyOf(packages);
        deliveries = List.copyOf(deliveries);
    }

    /** An emergency whose paper should be there and is not. */
    public boolean overdue(Instant now) {
        return laterPaper != null
                && state != ExtractState.REFUSED
                && state != ExtractState.WITHDRAWN
                && laterPaper.overdue(now);
    }
}
