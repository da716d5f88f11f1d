package vn.vigil.cli.command.camera;

import vn.vigil.base.MessageKey;

/** Headings and sentences of {@code camera baseline}. */
enum BaselineViewText implements MessageKey {
    CAMERA,
    LEARNED_SINCE,
    LEARNED_LAST,
    ACCEPTED,
    ACCEPTED_BY,
    NEVER_ACCEPTED,
    NOTHING_LEARNED,
    NOT_KNOWN,
    DAY,
    NIGHT,
    SAMPLES,
    SAMPLES_MISSING,
    TODAY,
    TODAY_WELL,
    TODAY_NOT_JUDGED,
    TODAY_FINDINGS,
    TODAY_NO_PICTURE,

    // The table.
    MEASURE,
    USUAL_DAY,
    USUAL_NIGHT,
    NOW,
    BRIGHTNESS,
    CONTRAST,
    ACUITY,
    NOISE,
    BLUE,
    RED,
    DARK,
    LAYOUT,
    VANISHED,
    BITRATE,
    FRAME_RATE,
    KEY_INTERVAL,

    // Below the pictures.
    LEFT_ACCEPTED_RIGHT_TODAY,
    LEFT_FORMER_RIGHT_ACCEPTED,
    PICTURE_ACCEPTED,
    PICTURE_TODAY,

    // set and accept
    SET_QUESTION,
    BEGUN,
    WOULD_BEGIN,
    NOTHING_TO_FORGET,
    VIEW_ACCEPTED,
    WOULD_ACCEPT,
    ACCEPTED_BEFORE,
    CLEARED,
    KEPT,
    BEGUN_ANEW,
    STILL_LEARNING;

    @Override
    public String catalogue() {
        return "cli-baseline";
    }
}
