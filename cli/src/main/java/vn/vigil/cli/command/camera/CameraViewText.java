package vn.vigil.cli.command.camera;

import vn.vigil.base.MessageKey;

/** Headings and sentences of the camera verbs. */
enum CameraViewText implements MessageKey {
    ID,
    NAME,
    ADDRESS,
    PLACE,
    STATE,
    FINDINGS,
    CLOCK,
    SINCE,
    ESSENTIAL,
    YES,
    NO,
    STREAM,
    SUB_STREAM,
    REPLAY,
    RECORDING,
    USER,
    DEVICE,
    SERIAL,
    FIRMWARE,
    CHECKED,
    NEVER_CHECKED,
    CLOCK_VALUE,
    CLOCK_VALUE_RTCP,
    ADDED,
    WOULD_ADD,
    WOULD_CHANGE_LOGIN,
    WOULD_IMPORT,
    WOULD_SNAPSHOT,
    UNCHANGED,
    LOGIN_CHANGED,
    LOGIN_FROM_URL,
    SEVERAL_RECORDINGS,
    IMPORTED,
    NOT_SAVED,
    SNAPSHOT_TAKEN,
    CHECK_NEXT,
    LIST_EMPTY,
    FRESH,
    NOT_FRESH,
    FRESH_NEVER,
    GAP,
    MAIL_STUCK;

    @Override
    public String catalogue() {
        return "cli-camera";
    }
}
