package vn.vigil.roster.plan;

import java.util.List;
import vn.vigil.base.MessageKey;
import vn.vigil.calendar.DayClass;
import vn.vigil.roster.book.RuleId;

/** What is shared fairly. Hours are counted in minutes, everything else in duties. */
public enum Measure implements MessageKey {
    HOURS(RuleId.FAIR_HOURS, null),
    NIGHTS(RuleId.FAIR_NIGHTS, null),
    WEEKENDS(RuleId.FAIR_WEEKENDS, DayClass.WEEKEND),
    HOLIDAYS(RuleId.FAIR_HOLIDAYS, DayClass.HOLIDAY),
    TET(RuleId.FAIR_TET, DayClass.TET);

    static final List<Measure> ALL = List.of(values());

    private final RuleId rule;
    private final DayClass dayClass;

    Measure(RuleId rule, DayClass dayClass) {
        this.rule = rule;
        this.dayClass = dayClass;
    }

    /** The rule that shares it. */
    public RuleId rule() {
        return rule;
    }

    /** The measure of a word such as {@code nights}; null when there is none. */
    public static Measure of(String word) {
        for (Measure measure : values()) {
            if (measure.id().equals(word)) {
                return measure;
            }
        }
        return null;
    }

    /** Whether days of this class count for it. */
    boolean on(DayClass day) {
        return dayClass == null || dayClass == day;
    }

    @Override
    public String catalogue() {
        return "measure";
    }
}
