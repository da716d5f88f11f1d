package vn.vigil.cli.view;

import vn.vigil.base.MessageKey;

/** What the views of holds and calls say. */
public enum HoldLabel implements MessageKey {
    ANSWER_NO,
    ANSWER_PARTLY,
    ANSWER_SILENT,
    ANSWER_UNTOLD,
    ANSWER_YES,
    ARCHIVED,
    CALLER,
    CAMERA,
    CASES,
    CHANGED,
    CHECKED,
    CLIP,
    CLIP_OF,
    CLOCK_OF,
    CLOCK_UNKNOWN,
    COPIED,
    DRY_RUN,
    FROM,
    HELD_AS,
    HOLE,
    ID,
    KEEP_UNTIL,
    LEGEND,
    LOST,
    MISSING,
    NEXT_REQUEST,
    NEXT_RETRY,
    NOT_RELEASED,
    NOT_SECURED,
    PAPERS,
    PIECE,
    REASON,
    RELEASED,
    SPANS_WANTED,
    STATE,
    TO,
    UNCHANGED,
    UNTIL,
    WAKE,
    WAKE_NOBODY,
    WAKE_ONE,
    WHOLE;

    @Override
    public String catalogue() {
        return "hold-view";
    }
}
