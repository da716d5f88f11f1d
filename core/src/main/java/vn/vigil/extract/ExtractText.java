package vn.vigil.extract;

import vn.vigil.base.MessageKey;

/** Sentences of extractions. */
enum ExtractText implements MessageKey {
    ADOPTED,
    APPROVAL_DIFFERS,
    APPROVAL_EXPIRED,
    APPROVED_SPAN,
    APPROVER_SEALS,
    BAD_VALIDITY,
    CLEARED,
    DECIDED,
    DISK_FULL,
    DISK_NEEDS,
    DOCUMENT_IN_FUTURE,
    FIELD_MISSING,
    GIVEN_SPAN,
    IO_FAILED,
    LATEST_START_PAST,
    LIVE_TOO_LATE,
    LIVE_TOO_LONG,
    MEDIA_FAILED,
    NEXT_APPROVE,
    NEXT_LIST,
    NEXT_NEW_REQUEST,
    NEXT_RUN,
    NEXT_SHOW,
    NOTHING_CAME,
    NOT_APPROVED,
    NOT_APPROVED_WHY,
    NO_AUTHORITY,
    NO_GUIDANCE,
    NO_GUIDANCE_NEXT,
    NO_GUIDANCE_WHY,
    NO_REQUEST,
    OTHER_SPAN,
    OWN_APPROVAL_NEXT,
    OWN_APPROVAL_REFUSED,
    OWN_APPROVAL_WHY,
    PACKAGE_GONE,
    PRIVATE_NEXT,
    PRIVATE_REFUSED,
    PRIVATE_WHY,
    REASON,
    RECORD_BROKEN,
    REQUEST_FAULTS,
    RUNNING,
    SPAN_IN_FUTURE,
    STAGE_FAILED,
    WAS_REFUSED,
    WITNESS_FAILED;

    @Override
    public String catalogue() {
        return "extract";
    }
}
