package vn.vigil.roster.plan;

import vn.vigil.base.MessageKey;
import vn.vigil.roster.book.RuleId;

/** What stands in the way of a member's standing a seat. The word is for programs, the catalogue for people. */
public enum Obstacle implements MessageKey {
    /** Takes no part in the watch. */
    NO_PART(null),
    /** No member on that day. */
    NOT_A_MEMBER(null),
    /** Does not hold seats of that role. */
    ROLE(null),
    /** Still only learns. */
    SHADOW(null),
    /** Does not stand at that post. */
    POST(null),
    /** Stands another seat at that time. */
    DOUBLE(null),
    LEAVE(null),
    AWAY(null),
    OFFICE_HOURS(RuleId.OFFICE_HOURS),
    REST(RuleId.REST),
    DAY_HOURS(RuleId.DAY_HOURS),
    MONTH_OVERTIME(RuleId.MONTH_OVERTIME),
    YEAR_OVERTIME(RuleId.YEAR_OVERTIME),
    WEEKLY_REST(RuleId.WEEKLY_REST),
    NIGHTS_IN_A_ROW(RuleId.NIGHTS_IN_A_ROW),
    DAYS_IN_A_ROW(RuleId.DAYS_IN_A_ROW),
    WEEKENDS(RuleId.WEEKENDS);

    private final RuleId rule;

    Obstacle(RuleId rule) {
        this.rule = rule;
    }

    /** The rule that says so; null where no rule is needed. */
    public RuleId rule() {
        return rule;
    }

    /** Whether it belongs to a month, week or year rather than to one duty, and is told once for each. */
    boolean ofPeriod() {
        return switch (this) {
            case MONTH_OVERTIME, YEAR_OVERTIME, WEEKLY_REST, DAY_HOURS -> true;
            default -> false;
        };
    }

    @Override
    public String catalogue() {
        return "obstacle";
    }
}
