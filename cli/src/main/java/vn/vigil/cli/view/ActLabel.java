package vn.vigil.cli.view;

import vn.vigil.base.MessageKey;

/** What the acts of a case are called for people. */
enum ActLabel implements MessageKey {
    EXTRACT_REQUEST,
    EXTRACT_APPROVE,
    EXTRACT_REFUSE,
    EXTRACT_WITHDRAW,
    EXTRACT_REGULARISE,
    EXTRACT_RUN,
    EXTRACT_UPGRADE,
    EXTRACT_COUNTERSIGN,
    EXTRACT_DELIVER,
    EXTRACT_DELIVER_SIGNED,
    EXTRACT_RECEIPT,
    EXTRACT_OUTCOME,
    EXTRACT_VIEW,
    EXTRACT_REDACT,
    EXTRACT_STILL,
    EXTRACT_FACES,
    REGISTER_SCAN,
    HOLD_PLACE,
    HOLD_JOIN,
    HOLD_COPY,
    HOLD_LOST,
    HOLD_OPEN,
    HOLD_RELEASE,
    HOLD_ARCHIVE;

    @Override
    public String catalogue() {
        return "extract-act";
    }
}
