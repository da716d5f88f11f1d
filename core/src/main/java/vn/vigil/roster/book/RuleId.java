package vn.vigil.roster.book;

import vn.vigil.base.MessageKey;

/** The rules that vigil knows. What a bound counts stands at each; a rule without one has no bound. */
public enum RuleId implements MessageKey {
    /** Minutes of rest between two duties that count as working time, and between such a duty and office hours (art. 110). */
    REST(Unit.MINUTES),
    /** Minutes of working time within any day, office hours and duties together (art. 105–107). */
    DAY_HOURS(Unit.MINUTES),
    /** Minutes of working time beyond office hours in a calendar month (art. 107). */
    MONTH_OVERTIME(Unit.MINUTES),
    /** Minutes of working time beyond office hours in a calendar year (art. 107). */
    YEAR_OVERTIME(Unit.MINUTES),
    /** Minutes free of duty in a row in every week, Monday to Sunday (art. 111). */
    WEEKLY_REST(Unit.MINUTES),
    /** Nights in a row; a night is a duty with at least three hours between 22:00 and 06:00 (art. 106). */
    NIGHTS_IN_A_ROW(Unit.COUNT),
    /** Days with a duty in a row. */
    DAYS_IN_A_ROW(Unit.COUNT),
    /** Weekends with a duty in four weeks. */
    WEEKENDS(Unit.COUNT),
    /**
     * No duty on site that counts as working time within one's own office hours. A shift on site that does not count stands in for
     * office work there.
     */
    OFFICE_HOURS(Unit.NONE),
    /** A duty that leaves too little rest before office hours makes the morning after free: entered, and told. */
    MORNING_OFF(Unit.NONE),
    /** Duties of one kind follow each other forward: morning, afternoon, night. */
    FORWARD(Unit.NONE),
    /** No single day off between two days with a duty. */
    SINGLE_DAYS(Unit.NONE),
    /** What people asked for. */
    REQUESTS(Unit.NONE),
    /** Hours shared evenly, by availability, what is owed carried over. */
    FAIR_HOURS(Unit.NONE),
    FAIR_NIGHTS(Unit.NONE),
    FAIR_WEEKENDS(Unit.NONE),
    FAIR_HOLIDAYS(Unit.NONE),
    FAIR_TET(Unit.NONE);

    /** What a bound counts. */
    public enum Unit {
        NONE,
        COUNT,
        MINUTES
    }

    private final Unit unit;

    RuleId(Unit unit) {
        this.unit = unit;
    }

    public Unit unit() {
        return unit;
    }

    /** The rule of a word such as {@code nights-in-a-row}; null when there is none. */
    public static RuleId of(String word) {
        for (RuleId rule : values()) {
            if (rule.id().equals(word)) {
                return rule;
            }
        }
        return null;
    }

    @Override
    public String catalogue() {
        return "rule";
    }
}
