package vn.vigil.camera;

import vn.vigil.base.Message;
import vn.vigil.base.MessageKey;

/** The sentences about cameras. */
public enum CameraText implements MessageKey {
    // Faults of what a person wrote.
    UNKNOWN_CAMERA,
    NEAREST_CAMERA,
    LIST_CAMERAS,
    SHOW_CAMERA,
    CANNOT_ADD,
    FIELD_FAULT,
    MISSING,
    BAD_ID,
    BAD_URL,
    BAD_ONVIF,
    BAD_PORT,
    BAD_TEXT,
    ADDRESS_MISSING,
    USER_MISSING,
    SEVERAL_LOGINS,
    DIFFERENT,
    DIFFERENCE,
    NOTHING,

    // Import.
    CANNOT_IMPORT,
    NO_FILE,
    IMPORT_NOT_READ,
    IMPORT_NOT_UTF8,
    IMPORT_TOO_LARGE,
    IMPORT_EMPTY,
    IMPORT_TOO_MANY,
    IMPORT_OPEN_QUOTE,
    IMPORT_UNKNOWN_COLUMN,
    IMPORT_UNKNOWN_COLUMN_NEAR,
    IMPORT_COLUMN_TWICE,
    IMPORT_TOO_MANY_FIELDS,
    IMPORT_ID_TWICE,
    IMPORT_NOT_YES_OR_NO,
    IMPORT_FAULT,
    IMPORT_MORE_FAULTS,
    IMPORT_NEXT,

    // Conversations that failed.
    CANNOT_ASK,
    CANNOT_SNAPSHOT,
    CANNOT_REPLAY,
    CANNOT_RECEIVE,
    NO_REPLAY,
    NO_LIVE_ADDRESS,
    NOTHING_RECORDED,
    STREAM_BROKE,
    WHY_UNREACHABLE,
    WHY_REFUSED,
    WHY_LOGIN_NEEDED,
    WHY_CLOCK_SKEW,
    WHY_QUARANTINED,
    WHY_NO_STREAM,
    WHY_NO_PICTURE,
    WHY_BUSY,
    WHY_NOT_RUN,
    WHY_NOT_ONVIF,
    WHY_ONVIF_FAULT,
    WHY_FORBIDDEN_ADDRESS,
    CHECKING,
    NEXT_PASSWORD,
    NEXT_CHECK,
    FILE_EXISTS,
    FILE_EXISTS_NEXT,
    FILE_NOT_WRITTEN,

    // States, findings and steps in words.
    STATE_UP,
    STATE_DEGRADED,
    STATE_DOWN,
    STATE_NOT_CHECKED,
    FINDING_UNREACHABLE,
    FINDING_REFUSED,
    FINDING_NO_STREAM,
    FINDING_NO_PICTURE,
    FINDING_FROZEN,
    FINDING_BLACK,
    FINDING_LOSS,
    FINDING_CLOCK_WRONG,
    FINDING_BUSY,
    FINDING_REPLACED,
    FINDING_NOT_ONVIF;

    @Override
    public String catalogue() {
        return "camera";
    }

    /** A state in the reader's words. */
    public static Message of(CameraState state) {
        return valueOf("STATE_" + state.name()).with();
    }

    /** A finding in the reader's words. */
    public static Message of(Finding finding) {
        return valueOf("FINDING_" + finding.name()).with();
    }
}
