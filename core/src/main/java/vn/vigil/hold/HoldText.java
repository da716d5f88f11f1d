package vn.vigil.hold;

import vn.vigil.base.MessageKey;

/** Sentences about holds. */
enum HoldText implements MessageKey {
    ARCHIVED_UNTIL,
    BEING_COPIED,
    CANNOT_ERASE,
    CASE_OPEN,
    CASE_OPEN_WHY,
    COPY_CHANGED,
    DAY_OVER,
    NEXT_HOLD,
    NEXT_LIST,
    NONE_FOR,
    NOTHING_WANTED,
    NOT_COPIED,
    NO_CALLER,
    NO_HOLD,
    NO_REASON,
    PAPER_APPROVAL,
    PAPER_OFFICER,
    PAPER_REQUEST,
    SOUND_LEFT_OUT,
    STEP_CHECK,
    USED;

    @Override
    public String catalogue() {
        return "hold";
    }
}
