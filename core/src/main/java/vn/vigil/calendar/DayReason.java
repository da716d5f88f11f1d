package vn.vigil.calendar;

/** Why a day is of its class. */
public enum DayReason {
    /** An ordinary weekday. */
    WEEKDAY,
    /** An ordinary Saturday or Sunday. */
    WEEKEND,
    NEW_YEAR,
    TET,
    HUNG_KINGS,
    REUNIFICATION,
    LABOUR,
    NATIONAL_DAY,
    /** Instead of a holiday that fell on a weekly rest day (Labour Code art. 111.3). */
    IN_LIEU,
    /** A weekday that is a rest day in exchange for another day. */
    SWAPPED,
    /** A rest day that is worked in exchange. */
    MAKE_UP,
    /** A day off that somebody decided beside the law. */
    DECIDED;

    /** The word in JSON: {@code hung-kings}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
