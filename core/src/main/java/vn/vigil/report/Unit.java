package vn.vigil.report;

import vn.vigil.base.MessageKey;

/** In what a figure is printed. */
public enum Unit implements MessageKey {
    /** A share of things that were counted. */
    PERCENT,
    /** A share of time. */
    TIME_SHARE,
    COUNT,
    MINUTES,
    HOURS,
    DAYS,
    DONG;

    /** Whether it is kept in seconds. */
    boolean lasts() {
        return this == MINUTES || this == HOURS || this == DAYS;
    }

    /** Whether two of them differ by percentage points. */
    public boolean share() {
        return this == PERCENT || this == TIME_SHARE;
    }

    @Override
    public String catalogue() {
        return "report-unit";
    }
}
