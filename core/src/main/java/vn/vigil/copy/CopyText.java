package vn.vigil.copy;

import vn.vigil.base.MessageKey;

/** Sentences about copies. */
enum CopyText implements MessageKey {
    CLIP_IS,
    CLIP_NONE,
    CLIP_WHICH,
    CLOCK_ASKED,
    CLOCK_CAMERA,
    CLOCK_SITE,
    DISK_FULL,
    EXISTS,
    FACES_UNAVAILABLE,
    IO_FAILED,
    MARK_REDACTED,
    MARK_VIEW,
    MASK_BAD,
    MASK_FORM,
    MASK_MISSES,
    MASK_MISSES_WHY,
    MASKS_MISSING,
    MASKS_MISSING_NEXT,
    MASKS_OTHER_CLIP,
    MASKS_UNREADABLE,
    MEDIA_FAILED,
    NEXT_CLIP,
    NEXT_OUT,
    NEXT_RECIPIENT,
    NEXT_RUN,
    NOT_RELEASED,
    NOT_RELEASED_WHY,
    ORIGINAL_BROKEN,
    ORIGINAL_BROKEN_NEXT,
    OTHER_RECIPIENT,
    OTHER_RECIPIENT_WHY,
    OUT_NAME,
    PACKAGE_GONE,
    STEP_CHECKING,
    STEP_COPYING,
    STEP_FACES,
    TIME_BAD,
    TIME_FORM,
    UNCONFIRMED,
    UNCONFIRMED_NEXT,
    UNCONFIRMED_WHY;

    @Override
    public String catalogue() {
        return "copy";
    }
}
