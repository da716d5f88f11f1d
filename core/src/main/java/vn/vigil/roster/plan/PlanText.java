package vn.vigil.roster.plan;

import vn.vigil.base.MessageKey;

/** Sentences of rosters. */
enum PlanText implements MessageKey {
    NO_PART,
    NOT_A_MEMBER,
    NOT_ITS_ROLE,
    ONLY_LEARNS,
    NOT_ITS_POST,
    ON_LEAVE,
    IS_AWAY,
    STANDS_ALREADY,
    REST_AFTER,
    REST_BEFORE,
    REST_OFFICE,
    TOO_LONG_A_DAY,
    MONTH_CAP,
    YEAR_CAP,
    NO_WEEKLY_REST,
    TOO_MANY_NIGHTS,
    TOO_MANY_DAYS,
    TOO_MANY_WEEKENDS,
    AT_THE_OFFICE,
    NO_SLOT,
    NO_SLOT_WHY,
    NEAREST,
    SHOW_NEXT,
    PART_OUTSIDE,
    CANNOT_CHANGE,
    NEEDS_REASON,
    PUBLISHED_NEEDS_REASON,
    REASON_NEXT;

    @Override
    public String catalogue() {
        return "plan";
    }
}
