package vn.vigil.evidence;

import vn.vigil.base.MessageKey;

/** Sentences about packages and what is found in them. */
enum EvidenceText implements MessageKey {
    APPROVAL_DIFFERS,
    APPROVAL_EXPIRED_AT_RUN,
    APPROVAL_OF_ANOTHER,
    APPROVAL_OTHER_CERTIFICATE,
    APPROVAL_SIGNATURE_BAD,
    APPROVAL_TIMES,
    BAD_SHEET,
    CLIP_OTHER_CAMERA,
    CLIP_OTHER_FILE,
    CLIP_OTHER_PICTURES,
    CLIP_OUTSIDE,
    CLIP_UNREADABLE,
    CUSTODY_BROKEN,
    CUSTODY_INCOMPLETE,
    CUSTODY_OF_ANOTHER,
    ENTRY_MISSING,
    NO_CLIP,
    NO_TRUST,
    NO_TRUST_NEXT,
    OWN_APPROVAL,
    SEALED_BEFORE_RUN,
    SHEET_OTHER_FORM,
    UNKNOWN_ENTRY,
    PAPER_NOT_OF_THE_BODY,
    PAPER_OTHER_SCAN,
    SEALS_TOO_MANY,
    COUNTERSEAL_OF_ANOTHER,
    APPROVER_RAN,
    REGISTRAR_RAN,
    CHECKPOINT_UNSIGNED,
    CUSTODY_UNPROVEN,
    CUSTODY_NOT_IN_LOG,
    COPY_OF_NOTHING;

    @Override
    public String catalogue() {
        return "evidence";
    }
}
