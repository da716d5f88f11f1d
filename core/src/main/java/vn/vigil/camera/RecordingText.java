package vn.vigil.camera;

import vn.vigil.base.MessageKey;

/** The sentences about recordings. */
enum RecordingText implements MessageKey {
    HOLE_NOT_YET,
    HOLE_RETENTION,
    HOLE_NEVER_RECORDED,
    HOLE_CAMERA_DOWN,
    HOLE_UNKNOWN,
    NO_RECORDER,
    NOTHING_RECORDED,
    HOLES,
    NOT_TOLD,
    UNREACHABLE,
    REFUSED,
    NO_ANSWER,
    CLOCK_UNKNOWN,
    NOT_ASKED,
    ASKING;

    @Override
    public String catalogue() {
        return "recording";
    }
}
