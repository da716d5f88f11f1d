package vn.vigil.upkeep;

import vn.vigil.base.MessageKey;

/** Sentences of upkeep. */
enum UpkeepText implements MessageKey {
    FIELD_FAULT,
    MISSING,
    BAD_TEXT,
    BAD_MONEY,
    BAD_EVERY,
    BAD_PART,
    TOO_MANY_PARTS,
    SUM_TOO_LARGE,
    PARTS_ABOVE_COST,
    NO_END,
    BACKWARDS,
    TOO_LONG,
    MUCH_TOO_LONG,
    PHOTO_TOO_LARGE,
    PHOTO_UNREADABLE,
    NO_WORKER,
    TWO_WORKERS,
    EVERY_CORRECTIVE,
    IN_FUTURE,
    BEFORE_WINDOW,
    NOT_DONE_YET,
    CANNOT_PLAN,
    CANNOT_DO,
    CANNOT_CANCEL,
    CANNOT_CORRECT,
    CANNOT_SURVEY,
    CANNOT_CORRECT_SURVEY,
    DIFFERENT_PLAN,
    DIFFERENT_DONE,
    DIFFERENT_CANCEL,
    DIFFERENT_SURVEY,
    DIFFERENCE,
    NOTHING,
    IS_CANCELLED,
    IS_DONE,
    FOLLOWED_ALREADY,
    FOLLOWS_OPEN,
    PLAN_AGAIN,
    CORRECT_NEXT,
    SHOW_NEXT,
    NO_WORK,
    NO_SURVEY,
    NEAREST,
    LIST_WORKS,
    LIST_SURVEYS,
    CORRECT_SURVEY_NEXT;

    @Override
    public String catalogue() {
        return "upkeep";
    }
}
