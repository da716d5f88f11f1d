package vn.vigil.camera;

import vn.vigil.base.MessageKey;

/** What a person should do about a finding. */
public enum AuditTodo implements MessageKey {
    /** All is well; told as an empty text. */
    NOTHING,
    CHANGE_PASSWORD,
    RENEW_LOGIN,
    TRY_TOMORROW,
    WAIT_FOR_LOCK,
    RUN_FOR_REAL,
    LOOK_YOURSELF,
    LOOK_ON_SITE,
    CHECK_REACH,
    CHECK_CAMERA,
    ASK_FOR_LOGIN,
    REMOVE_ANONYMOUS,
    ONE_ADMINISTRATOR,
    USE_VIEWER,
    UPDATE_FIRMWARE,
    READ_ADVISORY,
    CLOSE_SERVICE,
    SWITCH_ON_TLS,
    RENEW_CERTIFICATE,
    PIN_KEY,
    SET_NTP,
    FORBID_BASIC,
    OTHER_ADDRESS;

    @Override
    public String catalogue() {
        return "audit-todo";
    }
}
