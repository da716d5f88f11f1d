package vn.vigil.upkeep;

import java.util.Locale;

/** How far a surveyed position has come. */
public enum SurveyState {
    SURVEYED,
    /** Marked for the next meeting. */
    PROPOSED;

    /** {@code "surveyed"}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
