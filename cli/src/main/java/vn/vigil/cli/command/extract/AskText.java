package vn.vigil.cli.command.extract;

import vn.vigil.base.MessageKey;

/** What is asked at a terminal when a verb about footage was not told. */
enum AskText implements MessageKey {
    REQUESTER,
    BOARD,
    STATE_AGENCY,
    REQUESTER_NAME,
    DOCUMENT,
    DOCUMENT_DATE,
    PURPOSE,
    RECIPIENT,
    RECIPIENT_CERT,
    CAMERAS,
    FROM,
    FOR,
    CRIME,
    GUIDANCE,
    CALLER,
    PHONE,
    CANNOT_LOOK;

    @Override
    public String catalogue() {
        return "ask";
    }
}
