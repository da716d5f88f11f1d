package vn.vigil.calendar;

import java.time.LocalDate;
import vn.vigil.base.Message;

/**
 * One day, and why it is what it is.
 *
 * @param date the day
 * @param dayClass its class
 * @param reason why
 * @param name what people call it; null for an ordinary weekday or weekend
 * @param insteadOf the holiday for which a day in lieu stands; else null
 * @param origin where that is written; null for an ordinary weekday or weekend
 * @param source the document or basis; null for an ordinary weekday or weekend
 */
public record Day(
        LocalDate date,
        DayClass dayClass,
        DayReason reason,
        Message name,
        LocalDate insteadOf,
        Origin origin,
        String source) {
    /** Where it is written what a day is. */
    public enum Origin {
        /** The Labour Code alone fixes it. */
        LAW,
        /** What the Labour Code leaves to a yearly decision that is not on record: a sensible guess. */
        ASSUMED,
        /** A decision that is shipped with the program. */
        DECISION,
        /** The site's own decision. */
        SITE;

        /** The word in JSON. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Whether it is a day off. */
    public boolean off() {
        return dayClass.off();
    }

    /** Whether there is more to say of it than its weekday. */
    public boolean special() {
        return name != null;
    }
}
