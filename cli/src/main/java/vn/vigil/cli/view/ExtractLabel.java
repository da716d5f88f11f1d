package vn.vigil.cli.view;

import vn.vigil.base.MessageKey;

/** What the views of extractions say. */
public enum ExtractLabel implements MessageKey {
    ID,
    STATE,
    CAMERAS,
    CAMERA,
    ASKED,
    REQUESTER,
    DOCUMENT,
    RECIPIENT,
    FILED_BY,
    APPROVED_BY,
    PURPOSE,
    EXPIRES,
    REASON,
    PACKAGE,
    FILED,
    APPROVED,
    REFUSED,
    UNCHANGED,
    DRY_RUN,
    APPROVED_UNTIL,
    NEXT_APPROVE,
    NEXT_RUN,
    NEXT_VERIFY,
    RUN_DONE,
    RUN_UNCHANGED,
    RUN_PLANNED,
    CLOCK,
    CLOCK_UNKNOWN,
    CLOCK_OFFSET,
    CLIP,
    PICTURES,
    PICTURES_OF,
    HOLE,
    LOST,
    LEVEL,
    NO_TIMESTAMP,
    SIGNED_BY,
    SITE_ROOT,
    GIVEN_ROOT,
    GENUINE,
    TIME_NOT_PROVEN,
    NOT_GENUINE,
    TRIAL_SEAL,
    APPROVED_BY_KEY,
    APPROVED_ON_PAPER,
    CLIP_CLOCK,
    CLIP_CLOCK_UNKNOWN,
    RECEIPT_CODE,
    KEY_MADE,
    KEY_UNCHANGED,
    KEY_FILE,
    ROOT,
    TRIAL_ONLY,
    SPAN_OR_LIVE,
    ASK_PASSPHRASE,
    CHOOSE_PASSPHRASE;

    @Override
    public String catalogue() {
        return "extract-view";
    }
}
