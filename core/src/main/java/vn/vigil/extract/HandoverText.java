package vn.vigil.extract;

import vn.vigil.base.MessageKey;

/** What the hand-over record says beside its template. */
enum HandoverText implements MessageKey {
    BASIS_APPROVAL_KEY,
    BASIS_APPROVAL_NUMBERED,
    BASIS_APPROVAL_PAPER,
    BASIS_LEGAL,
    BASIS_REQUEST,
    BASIS_REQUEST_EMERGENCY,
    BLANK,
    CLOCK,
    CLOCK_UNKNOWN,
    GAP,
    GOT,
    GOT_UNKNOWN,
    LIMIT_CLOCK,
    LIMIT_GAP,
    LIMIT_LOSS,
    LIMIT_NO_TIMESTAMP,
    LIMIT_OUTSIDE,
    LIMIT_PERSONS,
    LIMIT_SOURCE,
    SIGN_NOTE,
    SIGN_GIVER,
    SIGN_RECEIVER,
    SIGN_WITNESS,
    SPAN,
    TIME,
    VIEWED,
    VIEWED_BY_NOBODY;

    @Override
    public String catalogue() {
        return "extract-handover";
    }
}
