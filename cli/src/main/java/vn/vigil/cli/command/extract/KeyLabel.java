package vn.vigil.cli.command.extract;

import vn.vigil.base.MessageKey;

/** What the verbs about keys say. */
enum KeyLabel implements MessageKey {
    OWNER,
    NAME,
    KIND,
    FINGERPRINT,
    FROM,
    UNTIL,
    DAYS_LEFT,
    STATE,
    TRIAL,
    YES,
    NO,
    CERTIFICATE,
    DEPARTMENT,
    ASK_OWN_PIN,
    ASK_TOKEN_PIN,
    FILE_OR_TOKEN,
    ASKED,
    WOULD_ASK,
    ASKED_ALREADY,
    REVOKED,
    WOULD_REVOKE,
    REVOKED_ALREADY,
    TELL_ISSUER,
    TOKEN_OPTIONS,
    REQUESTED,
    WOULD_REQUEST,
    REQUESTED_ALREADY,
    REQUEST_FILE,
    WAITING_FILE,
    ON_TOKEN,
    SEND_REQUEST,
    INSTALLED,
    WOULD_INSTALL,
    INSTALLED_ALREADY,
    ISSUER,
    KEY_FILE;

    @Override
    public String catalogue() {
        return "key-view";
    }
}
