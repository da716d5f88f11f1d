package vn.vigil.roster.search;

/**
 * One hard rule by name.
 *
 * @param kind which
 * @param person place of the person it binds; −1 for a demand
 * @param day the day of a bar or demand; the first day of a limit; else −1
 * @param index place of the limit among the person's limits or of the demand among the problem's; else −1
 * @param reason the caller's name of a bar, limit or demand; null for the others
 * @param value what it bounds by; 0 where there is nothing to count
 */
public record Rule(Kind kind, int person, int day, int index, String reason, int value) {
    /** What kind of rule; the order is that in which explanations list them. */
    public enum Kind {
        /** So many people are needed. */
        DEMAND,
        /** Leave, a fixed day off, a locked cell, a missing skill. */
        BAR,
        /** At most so much. */
        LIMIT_MAX,
        /** At least so much. */
        LIMIT_MIN,
        /** What may not follow what, such as rest between duties. */
        SUCCESSION,
        MAX_WORK,
        MIN_WORK,
        MIN_OFF,
        MAX_NIGHTS,
        MAX_WEEKENDS,
        MAX_IN_SEVEN
    }
}
