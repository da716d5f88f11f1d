package vn.vigil.extract;

import java.time.Instant;
import java.util.List;
import vn.vigil.base.CaseId;
import vn.vigil.base.MemberId;
import vn.vigil.evidence.FileRequest;

/**
 * A request on record.
 *
 * @param id its number
 * @param content what is asked
 * @param state how far it has come
 * @param filedBy who filed it
 * @param filedAt when, UTC
 * @param decidedBy who approved it; null while nobody has
 * @param decidedAt when it was approved or refused; null while it was not
 * @param expiresAt a run must begin before; null while not approved
 * @param refusedReason why it was refused; null when it was not
 * @param packages finished packages, by part; empty until done
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
        List<PackageFacts> packages) {}
